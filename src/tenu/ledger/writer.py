"""One writer at a time where SQLite needs it.

SQLite before 3.51.3 can damage a file when one connection writes while another moves the write-ahead log into it
(https://www.sqlite.org/wal.html, "The WAL-reset bug"). With such a version all writing and all checkpoints go through
one lock on a file beside the ledger, so that the two never meet.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenu.errors import LedgerError

SOUND_SINCE = (3, 51, 3)
_PAUSE = 0.005


def has_reset_fault() -> bool:
    """Tell whether the SQLite that Python is linked with has the WAL-reset fault."""
    return sqlite3.sqlite_version_info < SOUND_SINCE


@contextmanager
def writing_alone(ledger: Path, patience: float) -> Iterator[None]:
    """Hold the writers' lock of a ledger; after `patience` seconds of another's writing, say so."""
    if not has_reset_fault():
        yield
        return
    try:
        lock = os.open(ledger.with_name(ledger.name + "-writer"), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise LedgerError(
            f"the ledger {ledger} cannot be written: no lock can be made beside it ({error.strerror}); "
            "look whether its folder can be written"
        ) from error
    try:
        _wait(lock, ledger, patience)
        yield
    finally:
        os.close(lock)


def _wait(lock: int, ledger: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not _taken(lock):
        if time.monotonic() > until:
            raise LedgerError(
                f"another process has been writing to the ledger {ledger} for {patience:.0f} s; try later"
            )
        time.sleep(_PAUSE)


def _taken(lock: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
