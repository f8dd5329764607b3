import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import pytest
from tests.ledger.processes import Doing, Gauge
from tests.ledger.writing import NOON, Brought, brought, said

from tenu.ledger import Ledger

DOCUMENTS = 1_000
ALONE = 50
AT_ONCE = 50
MOST_KILLS = 8
PATIENCE = 120.0


def releases() -> list[Brought]:
    told = []
    for number in range(DOCUMENTS):
        text = f"Le pays numéro {number} a livré {number} tentes. Il en promet {number} de plus."
        claims = [said(text, part) for part in text.split(". ")]
        told.append(brought(text, *claims, source=f"{number}.txt"))
    return told


RELEASES = releases()


def take_in(file: Path, came_to: Callable[[int], None] = lambda _: None) -> None:
    """Import all, some one by one and the rest by fifties; tell how many are kept, after each step."""
    with Ledger.open(file) as ledger:
        came_to(0)
        for at, (content, reading) in enumerate(RELEASES[:ALONE]):
            ledger.keep(content, reading, who="tenu", when=NOON)
            came_to(at + 1)
        for at in range(ALONE, DOCUMENTS, AT_ONCE):
            list(ledger.keep_all(RELEASES[at : at + AT_ONCE], who="tenu", clock=lambda: NOON))
            came_to(at + AT_ONCE)


def whole_or_absent(file: Path) -> int:
    with Ledger.open(file) as ledger:
        documents = ledger.documents(limit=1_000).entries
        claims = ledger.count()[1]
        assert all(document.claims == 2 for document in documents)
        assert claims == 2 * len(documents)
        return len(documents)


def exported(file: Path) -> bytes:
    with Ledger.open(file) as ledger:
        assert ledger.verify().faults == ()
        return b"".join(ledger.export())


@dataclass
class Tally:
    """What came of the kills: the documents kept at each that fell within an import, and what fell outside."""

    kept: list[int] = field(default_factory=list)
    opening: int = 0
    late: int = 0
    imports: int = 0

    def __str__(self) -> str:
        quarters = ", ".join(f"{quarter:.0f}" for quarter in quantiles(self.kept, n=4))
        return (
            f"{len(self.kept)} kills within {self.imports} imports of {DOCUMENTS} documents, in quarters with "
            f"{quarters} of them kept; {self.opening} more while the ledger was being opened, {self.late} came too late"
        )


def kill_once(file: Path, chance: random.Random, tally: Tally) -> bool:
    """Kill an import past a random document, a random part of its last step later; tell whether any are left.

    The import itself says how far it is, so that the moment falls within it however slow the machine is. Every tenth
    is killed at a random moment of its first blinks instead, some of them while the ledger is being made or opened.
    """
    kept_before = whole_or_absent(file) if file.exists() else 0
    gauge = Gauge()
    running = Doing(lambda: take_in(file, gauge.show))
    if chance.random() < 0.1:
        time.sleep(chance.uniform(0, 0.1))
    else:
        soon = chance.random() ** 2  # sooner rather than later, so that an import can be killed several times
        step = gauge.wait_for(kept_before + int((DOCUMENTS - kept_before) * soon), PATIENCE)
        time.sleep(chance.uniform(0, step))
    running.kill()
    code = running.end().code
    assert code in (0, -9)
    kept = whole_or_absent(file)
    assert kept >= max(kept_before, gauge.shown), "what was told to be kept is kept"
    if code == 0 or gauge.shown == DOCUMENTS:
        tally.late += 1
    elif gauge.shown < 0:
        tally.opening += 1
    else:
        tally.kept.append(kept)
    return kept < DOCUMENTS


def kill_and_resume(folder: Path, times: int, chance: random.Random) -> None:
    """Kill imports at random moments, a few times each, and resume them, until enough kills fell within one."""
    take_in(folder / "whole.db")
    whole = exported(folder / "whole.db")
    tally = Tally()
    while len(tally.kept) < times:
        tally.imports += 1
        file = folder / f"{tally.imports}.db"
        kills = min(chance.randint(2, MOST_KILLS), times - len(tally.kept))
        while kills and kill_once(file, chance, tally):
            kills -= 1
        take_in(file)
        assert exported(file) == whole
    print(tally)  # noqa: T201
    assert tally.late + tally.opening < times, "most kills fell within an import"


def test_an_import_killed_at_any_moment_leaves_whole_documents_and_resumes_to_the_same_ledger(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, 20, random.Random(1))  # noqa: S311 — moments, not secrets


@pytest.mark.long
def test_an_import_killed_two_hundred_times_resumes_to_the_same_ledger(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, 200, random.Random())  # noqa: S311 — moments, not secrets
