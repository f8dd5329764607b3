"""Bring an older ledger up to this release, after a backup made by itself. Loaded only where it is needed."""

from datetime import UTC, datetime
from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine

from tenu.errors import LedgerError
from tenu.ledger.address import Address
from tenu.ledger.engine import writing

SCRIPTS = Path(__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    """Give the migrations that this release ships."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)


def migrate(engine: Engine, address: Address, release: str) -> Path | None:
    """Migrate a ledger from its release, in one transaction; give the backup made before of a file.

    A PostgreSQL ledger is not copied: its migration is one transaction, and its keeper has backups of his own.
    """
    steps = steps_between(release, "head")
    backup = _backup(address, release)
    with writing(engine, rebuilding=True) as connection:
        run_steps(connection, steps)
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{steps[-1].revision}'")
    return backup


def steps_between(release: str, to: str) -> list[Script]:
    """Give the migrations that lead from one release to another, the first first."""
    return list(reversed(list(scripts().iterate_revisions(to, release))))


def run_steps(connection: Connection, steps: list[Script]) -> None:
    """Run migrations one after the other."""
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps:
            step.module.upgrade()


def _backup(address: Address, release: str) -> Path | None:
    if address.file is None:
        return None
    from tenu.ledger.filecopy import copy_file

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = address.file.with_name(f"{address.file.name}.before-{release}-{stamp}")
    if backup.exists():
        raise LedgerError(f"{backup} is there already; wait a second and open the ledger again")
    copy_file(address.file, backup)
    return backup
