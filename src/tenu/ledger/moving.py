"""Write a ledger out row by row, and move it whole from one database to another."""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from tenu.errors import LedgerError
from tenu.ledger.address import Address, address_of
from tenu.ledger.engine import engine_of, reading, writing
from tenu.ledger.filecopy import copy_file
from tenu.ledger.reindexing import index_all
from tenu.ledger.rows import insert
from tenu.ledger.schema import make_ready
from tenu.ledger.tables import counters, history, metadata

_AT_ONCE = 2_000


def export(connection: Connection) -> Iterator[bytes]:
    """Give every row of the ledger as a line of JSON, tables and rows in fixed order: byte for byte the same wherever
    the same ledger lies."""
    for table in metadata.sorted_tables:
        rows = connection.execute(
            select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE)
        )
        for row in rows.mappings():
            told = {name: _writable(value) for name, value in row.items()}
            line = json.dumps([table.name, told], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            yield line.encode("utf-8", "surrogatepass") + b"\n"


def copy(source: str | Path, target: str | Path) -> int:
    """Copy a whole ledger into an empty one, of either database; give the number of rows.

    The two are compared row by row before the copy counts; where they differ nothing is left in the target.
    """
    begin, end = address_of(source), address_of(target)
    _must_be_there(begin)
    one, other = engine_of(begin), engine_of(end)
    try:
        make_ready(one, begin)
        make_ready(other, end)
        with reading(one) as old, writing(other) as new:
            return _copied(old, new, str(end))
    finally:
        one.dispose()
        other.dispose()


def backup(source: str | Path, to: Path) -> None:
    """Copy a ledger, of either database, into one SQLite file, while others go on reading and writing it."""
    where = address_of(source)
    if where.file is not None:
        _must_be_there(where)
        copy_file(where.file, to)
        return
    if to.exists():
        raise LedgerError(f"{to} is there already; give the backup another name")
    growing = to.with_name(to.name + ".copy")
    growing.unlink(missing_ok=True)
    copy(source, growing)
    copy_file(growing, to)
    growing.unlink()


def restore(saved: Path, to: str | Path) -> None:
    """Make a ledger from a backup, where there is none yet."""
    where = address_of(to)
    _must_be_there(Address(file=saved))
    engine = engine_of(Address(file=saved))
    try:
        make_ready(engine, Address(file=saved))
    finally:
        engine.dispose()
    if where.file is None:
        copy(saved, to)
    elif where.file.exists():
        raise LedgerError(f"{where.file} is there already; move it away, or restore to another name")
    else:
        copy_file(saved, where.file)


def fingerprint(engine: Engine) -> str:
    """Give the SHA-256 of a ledger's export, in hexadecimal."""
    with reading(engine) as connection:
        return _digest(connection)


def _copied(old: Connection, new: Connection, name: str) -> int:
    if new.execute(select(func.count()).select_from(history)).scalar_one():
        raise LedgerError(f"{name} is not empty; copy into a new one")
    new.execute(counters.delete())
    many = 0
    for table in metadata.sorted_tables:
        rows = old.execute(select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE))
        for some in rows.mappings().partitions():
            insert(new, table, [dict(row) for row in some])
            many += len(some)
    index_all(new)
    if _digest(old) != _digest(new):
        raise LedgerError(f"the copy {name} does not hold what the ledger holds; nothing was left in it")
    return many


def _digest(connection: Connection) -> str:
    told = sha256()
    for line in export(connection):
        told.update(line)
    return told.hexdigest()


def _writable(value: object) -> object:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _must_be_there(address: Address) -> None:
    if address.file is not None and not address.file.exists():
        raise LedgerError(f"there is no ledger {address.file}")
