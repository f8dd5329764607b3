"""What the databases refuse, in sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from tenu.errors import LedgerError

_SAID = {
    "disk is full": "the disk is full; make room and do it again",
    "No space left": "the disk is full; make room and do it again",
    "could not extend file": "the server's disk is full; make room and do it again",
    "disk I/O error": "the disk refused; look whether it is full or failing",
    "readonly database": "the file, or the folder it lies in, can be read only; give it the right to be written",
    "read-only transaction": "the server takes no writing; ask whoever keeps it",
    "database is locked": "another program is writing to it; try again in a moment",
    "file is not a database": "the file is no ledger; give another name, or move that file away",
    "malformed": "the file is damaged; restore a backup, and run `tenu verify` on it",
    "unable to open database file": "it cannot be opened or made; look whether its folder is there and can be written",
    "password authentication failed": "the server does not know this user or password",
    "could not connect": "the server does not answer; look whether it runs and the address is right",
    "connection failed": "the server does not answer, or not this user; look at the address and whether it runs",
    "permission denied": "the server does not let this user do it; ask whoever keeps it",
}


@contextmanager
def in_words(engine: Engine, done: str) -> Iterator[None]:
    """Turn what a database refuses while the ledger is `done` (read, written, opened) into a LedgerError."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"the ledger {_name(engine)} could not be {done}: {_reason(error)}") from error


def _name(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return (engine.url.database or "").removeprefix("file:")
    return engine.url.render_as_string(hide_password=True)


def _reason(error: DBAPIError) -> str:
    told = str(error.orig)
    for words, sentence in _SAID.items():
        if words.lower() in told.lower():
            return sentence
    return told.strip().splitlines()[0] if told.strip() else type(error.orig).__name__
