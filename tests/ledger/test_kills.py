import random
import time
from pathlib import Path

import pytest
from tests.ledger.processes import Doing
from tests.ledger.writing import NOON, Brought, brought, said

from tenu.ledger import Ledger

DOCUMENTS = 1_000
ALONE = 50


def releases() -> list[Brought]:
    told = []
    for number in range(DOCUMENTS):
        text = f"Le pays numéro {number} a livré {number} tentes. Il en promet {number} de plus."
        claims = [said(text, part) for part in text.split(". ")]
        told.append(brought(text, *claims, source=f"{number}.txt"))
    return told


RELEASES = releases()


def take_in(file: Path) -> None:
    """Import all, some one by one and the rest by fifties."""
    with Ledger.open(file) as ledger:
        for content, reading in RELEASES[:ALONE]:
            ledger.keep(content, reading, who="tenu", when=NOON)
        for at in range(ALONE, DOCUMENTS, 50):
            list(ledger.keep_all(RELEASES[at : at + 50], who="tenu", clock=lambda: NOON))


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


def kill_and_resume(folder: Path, times: int, chance: random.Random) -> None:
    """Kill imports at random moments and resume them, until enough were killed; compare each that came to its end."""
    begun = time.monotonic()
    take_in(folder / "whole.db")
    longest = time.monotonic() - begun
    whole = exported(folder / "whole.db")
    killed = imports = 0
    while killed < times:
        imports += 1
        file = folder / f"{imports}.db"
        while True:
            running = Doing(lambda file=file: take_in(file))  # type: ignore[misc]
            ended = running.wait(chance.uniform(0, longest))
            running.kill()
            code = running.end().code
            assert code in (0, -9)
            whole_or_absent(file)
            if ended and code == 0:
                break
            killed += 1
        assert exported(file) == whole


def test_an_import_killed_at_any_moment_leaves_whole_documents_and_resumes_to_the_same_ledger(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, 20, random.Random(1))  # noqa: S311 — moments, not secrets


@pytest.mark.long
def test_an_import_killed_two_hundred_times_resumes_to_the_same_ledger(tmp_path: Path) -> None:
    kill_and_resume(tmp_path, 200, random.Random())  # noqa: S311 — moments, not secrets
