"""What a ledger runs on, and whether all is well with it."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text

from tenu.ledger.address import address_of
from tenu.ledger.engine import engine_of, reading
from tenu.ledger.schema import CURRENT, exists, release_of
from tenu.ledger.writer import SOUND_SINCE, has_reset_fault


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, what was found, and whether it is well."""

    name: str
    told: str
    well: bool = True


def examine(ledger: str | Path) -> tuple[Finding, ...]:
    """Look at the database that a ledger lies in, or would lie in, without changing it."""
    address = address_of(ledger)
    findings = [_sqlite_linked()] if address.file is not None else []
    if not exists(address):
        return (*findings, Finding("ledger", f"there is none at {address} yet; it is made at the first reading"))
    engine = engine_of(address)
    try:
        release = release_of(engine)
        findings.append(_release(release))
        findings += _of_file(engine) if address.file is not None else _of_server(engine)
    finally:
        engine.dispose()
    return tuple(findings)


def _sqlite_linked() -> Finding:
    version = sqlite3.sqlite_version
    if not has_reset_fault():
        return Finding("SQLite", version)
    sound = ".".join(map(str, SOUND_SINCE))
    return Finding(
        "SQLite",
        f"{version}, older than {sound}, can damage a file when one program writes while another moves the log; "
        "tenu therefore lets one writer at a time do both",
    )


def _release(release: str | None) -> Finding:
    if release is None:
        return Finding("ledger", "the database is empty; it is made a ledger at the first reading")
    well = release <= CURRENT
    told = {True: "this release's", False: "a newer release's; install the newer tenu"}[well]
    return Finding("tables", f"{release}, {told}" if release == CURRENT or not well else f"{release}, older", well)


def _of_file(engine: Engine) -> list[Finding]:
    with reading(engine) as connection:
        mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        sound = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    return [
        Finding("log", f"{mode}: readers are not blocked by the writer" if mode == "wal" else mode, mode == "wal"),
        Finding("size", f"{pages * size / 1e6:.1f} MB"),
        Finding("file", "sound" if sound == "ok" else f"damaged: {sound}; restore a backup", sound == "ok"),
    ]


def _of_server(engine: Engine) -> list[Finding]:
    with reading(engine) as connection:
        version = str(connection.execute(text("SHOW server_version")).scalar_one())
        synced = str(connection.execute(text("SHOW fsync")).scalar_one())
        sums = str(connection.execute(text("SHOW data_checksums")).scalar_one())
        size = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    return [
        Finding("PostgreSQL", version),
        Finding("fsync", synced if synced == "on" else "off: a power cut can damage the ledger", synced == "on"),
        Finding("checksums", sums if sums == "on" else "off: a failing disk is noticed late"),
        Finding("size", f"{size / 1e6:.1f} MB"),
    ]
