"""Open the database: connections that read a steady picture, and one writer at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from tenu.errors import LedgerError
from tenu.ledger.address import Address
from tenu.ledger.refusals import in_words
from tenu.ledger.writer import has_reset_fault, writing_alone

PATIENCE = 30.0
"""Seconds that a writer waits for another."""

WRITERS_LOCK = 0x74656E75
"""The advisory lock that PostgreSQL's writers take in turn: the letters of `tenu`."""

CHECKPOINT_AFTER = 32 * 1024 * 1024
"""Bytes in the write-ahead log after which the single writer moves them into the file."""


PAGE_SIZE = 8192
"""Bytes of a page of a new SQLite file: most rows are about a kilobyte, and a page of four is split at every other."""


def engine_of(address: Address) -> Engine:
    """Make the engine for an address; nothing is opened or created yet."""
    if address.server:
        return create_engine(address.server, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    if address.file is not None and address.file.exists() and not os.access(address.file.absolute().parent, os.W_OK):
        return _closed(address.file.absolute())
    engine = create_engine(f"sqlite:///{address.file}", connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose reads all see the same state of the ledger."""
    with in_words(engine, "read"), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, *, rebuilding: bool = False) -> Iterator[Connection]:
    """Give the one connection that writes, in one transaction: all of it is kept at the end, or nothing.

    `rebuilding` lets tables be made anew under those that lean on them, as SQLite's own steps for it ask
    (https://www.sqlite.org/lang_altertable.html#otheralter); what leans on nothing at the end is refused.
    """
    if engine.dialect.name == "postgresql":
        with in_words(engine, "written"), engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
            yield connection
        return
    path = file_of(engine)
    with in_words(engine, "written"), writing_alone(path, PATIENCE), engine.connect() as connection:
        if rebuilding:
            _pragma(connection, "foreign_keys = OFF")
        with connection.execution_options(writing=True).begin():
            yield connection
            if rebuilding and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise LedgerError(f"the ledger {path} could not be made anew: a row leans on one that is not there")
        if rebuilding:
            _pragma(connection, "foreign_keys = ON")
        _checkpoint(connection, path)


def file_of(engine: Engine) -> Path:
    """Give the path of a SQLite engine's file."""
    if engine.url.database is None:
        raise LedgerError("a ledger needs a file; one in memory alone would keep nothing")
    return Path(engine.url.database.removeprefix("file:"))


def _closed(file: Path) -> Engine:
    """Make an engine for a file in a folder that cannot be written: to be read alone.

    SQLite reads a file in WAL mode there only where its log lies beside it, or where it may take for granted that
    nobody changes the file (https://www.sqlite.org/wal.html#read_only_databases).
    """
    unchanging = "" if file.with_name(file.name + "-wal").exists() else "&immutable=1"
    engine = create_engine(f"sqlite:///file:{file}?mode=ro{unchanging}&uri=true")
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says, not where the driver guesses
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")  # a file that is there keeps its own
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    if has_reset_fault():
        connection.execute("PRAGMA wal_autocheckpoint = 0")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _pragma(connection: Connection, setting: str) -> None:
    """Set something of SQLite's that cannot be set within a transaction."""
    driver = connection.connection.dbapi_connection
    if driver is not None:
        driver.cursor().execute(f"PRAGMA {setting}")


def _checkpoint(connection: Connection, path: Path) -> None:
    """Move a long log into the file, while no other process writes; what readers still need stays in the log."""
    log = path.with_name(path.name + "-wal")
    if has_reset_fault() and log.exists() and log.stat().st_size > CHECKPOINT_AFTER:
        driver = connection.connection.dbapi_connection
        if driver is None:
            raise DBAPIError("PRAGMA wal_checkpoint", None, RuntimeError("the connection is closed"))
        driver.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
