"""JSON Lines: one claim a line, whole and without loss, with its matter, terms and verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from tenu.ledger import KeptClaim, Verdict
from tenu.publishing.entry import About, Entry
from tenu.publishing.notes import Notes


@dataclass(frozen=True, slots=True)
class Line:
    """What one line holds."""

    kept: KeptClaim
    matter: str
    verdicts: tuple[Verdict, ...] = ()


_ENCODER = msgspec.json.Encoder()


def write_jsonl(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:  # noqa: ARG001 — all formats take the same
    """Write claims, one a line."""
    notes = Notes()
    for entry in entries:
        to.writelines((_ENCODER.encode(Line(entry.kept, entry.matter, entry.verdicts)), b"\n"))
        notes.wrote("lines")
    return notes
