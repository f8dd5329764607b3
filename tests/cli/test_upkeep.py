"""`tenu verify`, `doctor`, `backup`, `restore` and `copy`, from a shell."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import Tenu


def test_a_sound_ledger_is_said_to_be_sound(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    done = tenu("verify")

    assert done.returncode == 0, done.stdout
    assert "is sound" in done.stdout


def test_a_ledger_that_was_tampered_with_is_found_out(tenu: Tenu, communique: Path, tmp_path: Path) -> None:
    tenu("read", communique.name)
    with sqlite3.connect(tmp_path / "tenu.db") as database:
        database.execute("UPDATE history SET who = 'somebody else'")

    done = tenu("verify")

    assert done.returncode == 1
    assert "✕" in done.stdout


def test_the_doctor_names_what_the_ledger_runs_on(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    assert "SQLite" in tenu("doctor").stdout


def test_a_backup_that_is_restored_lists_the_same_claims(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)
    before = tenu("list", "--format", "jsonl").stdout

    saved, restored = tenu("backup", "saved.db"), tenu("restore", "saved.db", "--ledger", "again.db")

    assert saved.returncode == restored.returncode == 0, saved.stderr + restored.stderr
    assert tenu("list", "--format", "jsonl", "--ledger", "again.db").stdout == before


def test_a_copy_holds_the_same_claims(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    done = tenu("copy", "tenu.db", "other.db")

    assert "rows copied" in done.stdout
    assert tenu("list", "--ledger", "other.db").stdout == tenu("list").stdout
