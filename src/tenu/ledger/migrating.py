"""Bring an older ledger up to this release, after a backup made by itself. Loaded only where it is needed."""

from datetime import UTC, datetime
from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from tenu.errors import LedgerError
from tenu.ledger.address import Address
from tenu.ledger.engine import writing

SCRIPTS = Path(__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    """Give the migrations that this release ships."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)


def migrate(engine: Engine, address: Address, release: str, to: str = "head") -> Path | None:
    """Migrate a ledger from its release, in one transaction; give the backup made before of a file.

    A PostgreSQL ledger is not copied: its migration is one transaction, and its keeper has backups of his own.
    """
    shipped = scripts()
    backup = _backup(address, release)
    steps = list(reversed(list(shipped.iterate_revisions(to, release))))
    with writing(engine) as connection:
        context = MigrationContext.configure(connection, opts={"as_sql": False})
        with Operations.context(context):
            for step in steps:
                step.module.upgrade()
                connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{step.revision}'")
    return backup


def _backup(address: Address, release: str) -> Path | None:
    if address.file is None:
        return None
    from tenu.ledger.backup import copy_file

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    backup = address.file.with_name(f"{address.file.name}.before-{release}-{stamp}")
    if backup.exists():
        raise LedgerError(f"{backup} is there already; wait a second and open the ledger again")
    copy_file(address.file, backup)
    return backup
