"""Know a ledger's release by its version row; make a fresh one; bring an older one up after a backup.

Alembic is loaded only where an older ledger is migrated.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select, text

from tenu.errors import LedgerError
from tenu.ledger.address import Address
from tenu.ledger.engine import reading, writing
from tenu.ledger.tables import CONTINUES, counters, metadata
from tenu.ledger.words import index
from tenu.ledger.words.fold import FOLDING

RELEASES = ("0001", "0002", "0003")
"""The ledger's releases in order, each the name of a migration; the last is this program's."""

CURRENT = RELEASES[-1]


def make_ready(engine: Engine, address: Address) -> None:
    """Make the ledger ready for this program: made where there is none, migrated where it is older.

    A newer ledger, and a database that holds something else, are refused.
    """
    release = release_of(engine)
    if release == CURRENT:
        _fold_anew(engine)
    elif release is None:
        _make(engine)
    elif release in RELEASES:
        from tenu.ledger.migrating import migrate

        migrate(engine, address, release)
        _fold_anew(engine)
    else:
        raise LedgerError(
            f"the ledger {address} was written by a newer release of tenu (its tables are {release}, "
            f"this one knows up to {CURRENT}); install the newer tenu to open it"
        )


def release_of(engine: Engine) -> str | None:
    """Give the release in the ledger's version row; None for an empty database; others' databases are refused."""
    with reading(engine) as connection:
        there = set(inspect(connection).get_table_names())
        if "alembic_version" in there:
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if there:
        raise LedgerError(f"the database {engine.url.database} holds something that is not a ledger; give another")
    return None


def make_tables(connection: Connection) -> None:
    """Create all tables of this release, empty, with the version row."""
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(CONTINUES)
    index.make(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.execute(text("INSERT INTO alembic_version VALUES (:release)"), {"release": CURRENT})
    connection.execute(counters.insert(), [{"name": "serial", "value": 0}, {"name": "folding", "value": FOLDING}])


def _make(engine: Engine) -> None:
    with writing(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):  # another process may have been quicker
            make_tables(connection)


def _fold_anew(engine: Engine) -> None:
    """Index a ledger anew whose words were folded by the rules of another release: asked and kept must agree."""
    folding = select(counters.c.value).where(counters.c.name == "folding")
    with reading(engine) as connection:
        if connection.execute(folding).scalar_one() == FOLDING:
            return
    from tenu.ledger.reindexing import index_all

    with writing(engine) as connection:
        index_all(connection)


def exists(address: Address) -> bool:
    """Tell whether something is already there under a file's address; a server is always there."""
    return address.file is None or Path(address.file).exists()
