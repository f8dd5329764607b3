import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import gettempdir

import pytest
from tests.ledger.processes import Doing, Ended, as_nobody, only_so_large
from tests.ledger.writing import NOON, norway

from tenu.ledger import Ledger
from tenu.ledger.judging import Decision, Judgement
from tenu.ledger.linking import Asked
from tenu.ledger.matching.kinds import LinkKind

LATER = NOON + timedelta(hours=1)


def begin(file: Path) -> list[str]:
    with Ledger.open(file) as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        ledger.keep(*norway(source="b.txt"), who="tenu", when=NOON)
        return [claim.id for claim in ledger.claims().entries]


def writes(file: Path, claims: list[str]) -> dict[str, Callable[[], None]]:
    """Give everything that writes to a ledger."""

    def keep() -> None:
        with Ledger.open(file) as ledger:
            ledger.keep(*norway(source="c.txt"), who="tenu", when=LATER)

    def keep_again() -> None:
        with Ledger.open(file) as ledger:
            ledger.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER)

    def judge() -> None:
        with Ledger.open(file) as ledger:
            ledger.judge(claims[0], Judgement(Decision.ACCEPT), seen=0, who="Ana", when=LATER)

    def link() -> None:
        with Ledger.open(file) as ledger:
            ledger.link(Asked(LinkKind.SAME, claims[0], claims[3]), who="Ana", when=LATER)

    def suggest() -> None:
        with Ledger.open(file) as ledger:
            ledger.suggest_links(who="Ana", when=LATER)

    return {"keep": keep, "keep again": keep_again, "judge": judge, "link": link, "suggest": suggest}


def still_whole(file: Path, before: bytes) -> None:
    with Ledger.open(file) as ledger:
        assert ledger.verify().faults == ()
        assert b"".join(ledger.export()) == before


@pytest.mark.parametrize("name", ["keep", "keep again", "judge", "link", "suggest"])
def test_a_disk_that_is_full_at_any_point_is_named_and_harms_nothing(file: Path, name: str) -> None:
    claims = begin(file)
    write = writes(file, claims)[name]
    with Ledger.open(file) as ledger:
        before = b"".join(ledger.export())
    size, refused = 0, 0

    while (ended := Doing(write, only_so_large(size)).end()).code != 0:
        assert ended.code == 3, ended
        assert ended.said is not None
        assert "full" in ended.said or "disk" in ended.said or "cannot be opened" in ended.said, ended.said
        still_whole(file, before)
        refused += 1
        size += 16_384 if size >= 4_096 else 2_048

    assert refused > 3
    with Ledger.open(file) as ledger:
        assert ledger.verify().faults == ()
        assert b"".join(ledger.export()) != before


def test_a_ledger_is_not_half_made_on_a_full_disk(file: Path) -> None:
    size, refused = 0, 0

    while (ended := Doing(lambda: Ledger.open(file).close(), only_so_large(size)).end()).code != 0:
        assert (ended.code, bool(ended.said)) == (3, True)
        refused += 1
        size += 20_000

    assert refused > 3
    begin(file)
    with Ledger.open(file) as ledger:
        assert ledger.verify().sound


@pytest.mark.parametrize("closed", ["file", "folder"])
@pytest.mark.parametrize("name", ["keep", "judge", "suggest"])
def test_a_ledger_that_can_be_read_only_is_named_and_still_read(
    tmp_path_factory: pytest.TempPathFactory, closed: str, name: str
) -> None:
    folder = _open_to_all(tmp_path_factory)
    file = folder / "tenu.db"
    claims = begin(file)
    with Ledger.open(file) as ledger:
        before = b"".join(ledger.export())
    file.chmod(0o444)
    folder.chmod(0o777 if closed == "file" else 0o555)

    def read() -> None:
        with Ledger.open(file) as ledger:
            assert len(ledger.claims().entries) == 6

    ended = Doing(writes(file, claims)[name], as_nobody).end()
    read_all = Doing(read, as_nobody).end()

    assert ended.code == 3, ended
    assert ended.said is not None
    assert "written" in ended.said or "read only" in ended.said
    assert read_all == Ended(0, None)
    folder.chmod(0o755)
    file.chmod(0o644)
    for left in folder.glob("tenu.db-*"):
        os.chown(left, os.getuid(), os.getgid())
    still_whole(file, before)
    writes(file, claims)[name]()


def _open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose parents nobody may enter only as far as their rights go: open them for reading."""
    folder = tmp_path_factory.mktemp("ledger")
    above = Path(gettempdir())
    for parent in (folder, *folder.parents):
        if parent != above and parent.is_relative_to(above):
            parent.chmod(0o755)
    return folder
