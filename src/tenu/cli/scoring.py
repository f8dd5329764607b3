"""`tenu score`: how well tenu reads documents that people have marked."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tenu.cli.options import ScoreFormat
from tenu.errors import UsageError
from tenu.flow import Hints, take_in
from tenu.record import Claim
from tenu.scoring import Figures, Finding, Marked, compare, count, open_marked

_WORDS = 110  # letters of a passage that a line of `--missed` shows


def score_folder(gold: str, documents: str | None, missed: bool, form: ScoreFormat) -> int:
    """Print how a folder of marked documents is read; give 1 where a text could not be, with the reason told."""
    found, absent = findings(Path(gold), Path(documents) if documents else None)
    figures, told = count(found), [line for one in found for line in lines(one)] if missed else []
    if form is ScoreFormat.JSON:
        sheet = asdict(figures) | {"absent": absent} | ({"missed": told} if missed else {})
        print(json.dumps(sheet, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        print("\n".join([*table(figures), *told]))  # noqa: T201
    return 1 if absent else 0


def findings(gold: Path, documents: Path | None) -> tuple[list[Finding], list[str]]:
    """Read every marked document of a folder and compare; give also the files that could not be read."""
    if not gold.is_dir():
        raise UsageError(f"{gold} is no folder; name the one that holds the marked documents.")
    sheets = sorted(gold.glob("*.yaml"))
    if not sheets:
        raise UsageError(f"{gold} holds no marked documents; each is one file ending in .yaml.")
    found: list[Finding] = []
    absent: list[str] = []
    for sheet in sheets:
        marked = open_marked(sheet)
        claims = _claims(_text_of(marked, sheet.parent, documents))
        if claims is None:
            absent.append(marked.file)
        else:
            found += compare(marked, claims)
    return found, absent


def _text_of(marked: Marked, folder: Path, documents: Path | None) -> Path:
    """Give the place of a marked document's text: the folder named, else beside the marks, else `corpus` near by."""
    beside = folder / marked.file
    if documents:
        return documents / marked.file
    return beside if beside.exists() else folder.resolve().parent / "corpus" / marked.file


def _claims(text: Path) -> Sequence[Claim] | None:
    for outcome in take_in([str(text)], None, "", Hints()):
        if outcome.reading:
            return outcome.reading.claims
        print(f"tenu: {outcome.refused}", file=sys.stderr)  # noqa: T201
    return None


def table(figures: Figures) -> Iterable[str]:
    """Give the figures as lines: a row a kind, then the slots."""
    names = ("wanted", "given", "found", "prec", "recall", "F1", "whole")
    yield f"{'kind':<12}" + "".join(f"{name:>8}" for name in names)
    for kind, row in figures.kinds.items():
        counts = f"{kind:<12}{row.wanted:>8}{row.given:>8}{row.found:>8}"
        yield f"{counts}{row.precision:>8.3f}{row.recall:>8.3f}{row.f1:>8.3f}{row.whole:>8.3f}"
    yield "slots right: " + ", ".join(f"{name} {slot.right:.3f} (of {slot.of})" for name, slot in figures.slots.items())


def lines(finding: Finding) -> Iterable[str]:
    """Give what is wrong with a finding, one line each; nothing where it is right."""
    head, words = f"{finding.document}: {finding.kind.value}", finding.words[:_WORDS]
    if finding.given is None:
        yield f"{head}: missed: {words}"
    elif finding.wanted is None:
        yield f"{head}: not in the text as marked: {words}"
    else:
        yield from (f"{head}: wrong {slot}: {words}" for slot in finding.wrong)
