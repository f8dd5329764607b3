"""Copy a SQLite ledger's file while others read and write it, whole or not at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tenu.errors import LedgerError


def copy_file(ledger: Path, to: Path) -> None:
    """Copy the ledger's file by SQLite's online backup; the copy takes its name only when it is complete and sound."""
    if to.exists():
        raise LedgerError(f"{to} is there already; give the backup another name")
    growing = to.with_name(to.name + ".part")
    growing.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(growing)) as copy,
        ):
            source.backup(copy)
            _settle(copy, to)
        _sink(growing)
        growing.replace(to)
    except (sqlite3.Error, OSError) as error:
        growing.unlink(missing_ok=True)
        raise LedgerError(f"the ledger {ledger} could not be copied to {to}: {error}") from error


def _settle(copy: sqlite3.Connection, to: Path) -> None:
    """Fold the copy into one file, and look whether it is sound."""
    copy.execute("PRAGMA journal_mode = DELETE")
    told = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if told != "ok":
        raise LedgerError(f"the copy {to} is not sound ({told}); the ledger itself may be damaged, run `tenu verify`")


def _sink(file: Path) -> None:
    """Have the disk take the file before it gets its name."""
    with file.open("rb") as written:
        os.fsync(written.fileno())
