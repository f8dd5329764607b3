import json
import shutil
import sqlite3
import subprocess
import sys
from base64 import b64decode
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect, text
from tests.ledger.writing import NOON, NORWAY, norway, said

from tenu.errors import LedgerError
from tenu.ledger import Ledger, migrating, schema
from tenu.ledger.address import address_of
from tenu.ledger.engine import engine_of, writing
from tenu.ledger.judging import Decision, Judgement
from tenu.ledger.reindexing import index_all

LATER = NOON + timedelta(hours=1)

SINCE = {("versions", "found_at"), ("verdicts", "until")}
"""Columns that the first release did not have."""

NEXT = '''
"""A release that is not there yet: documents get a shelf."""
import sqlalchemy as sa
from alembic import op
revision = "0004"
down_revision = "0003"
def upgrade() -> None:
    op.add_column("documents", sa.Column("shelf", sa.Text()))
'''


def test_the_shipped_migrations_end_at_this_release() -> None:
    shipped = migrating.scripts()

    assert shipped.get_current_head() == schema.CURRENT
    assert [step.revision for step in reversed(list(shipped.walk_revisions()))] == list(schema.RELEASES)


def test_migrating_from_nothing_makes_the_tables_that_a_fresh_ledger_has(address: str, tmp_path: Path) -> None:
    engine = engine_of(address_of(address))
    with writing(engine, rebuilding=True) as connection:
        migrating.run_steps(connection, migrating.steps_between("base", "head"))
    fresh = create_engine(f"sqlite:///{tmp_path / 'fresh.db'}")
    with Ledger.open(tmp_path / "fresh.db"):
        pass

    assert _shape(engine) == _shape(fresh)
    engine.dispose()


def _shape(engine: object) -> dict[str, object]:
    looked = inspect(engine)
    names = [name for name in looked.get_table_names() if "_words" not in name and name != "alembic_version"]
    return {
        name: (
            [(column["name"], column["nullable"]) for column in looked.get_columns(name)],
            looked.get_pk_constraint(name)["constrained_columns"],
            sorted(tuple(key["constrained_columns"]) for key in looked.get_foreign_keys(name)),
            sorted(tuple(unique["column_names"]) for unique in looked.get_unique_constraints(name)),
            sorted(index["name"] for index in looked.get_indexes(name) if not index["unique"]),
        )
        for name in names
    }


def test_an_older_ledger_is_migrated_after_a_backup_made_by_itself(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="Ana", when=NOON)
    _add_release(tmp_path, monkeypatch)

    with Ledger.open(address) as ledger:
        migrated = ledger.documents().entries

    assert len(migrated) == 1
    engine = engine_of(address_of(address))
    assert "shelf" in {column["name"] for column in inspect(engine).get_columns("documents")}
    assert schema.release_of(engine) == "0004"
    engine.dispose()
    backups = list(tmp_path.glob("tenu.db.before-0003-*"))
    assert len(backups) == (0 if "://" in address else 1)
    for backup in backups:
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("SELECT count(*) FROM claims").fetchone() == (3,)
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)


def test_a_ledger_of_the_first_release_holds_the_same_after_its_migration(address: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "now.db") as ledger:
        ledger.keep(*norway(), who="Ana", when=NOON)
        first, other, _ = (claim.id for claim in ledger.claims().entries)
        ledger.judge(first, Judgement(Decision.ACCEPT), seen=0, who="Ana", when=LATER)
        ledger.judge(first, Judgement(Decision.REJECT, reason="no"), seen=1, who="Ben", when=LATER)
        ledger.judge(first, Judgement(Decision.UNDO), seen=2, who="Ben", when=LATER)
        ledger.judge(other, Judgement(Decision.ACCEPT), seen=0, who="Ben", when=LATER)
        told = b"".join(ledger.export())
    engine = engine_of(address_of(address))
    _make_first_release(engine, told)
    engine.dispose()

    with Ledger.open(address) as ledger:
        migrated = b"".join(ledger.export())
        assert ledger.verify().faults == ()
        assert len(ledger.find("ambulances").entries) == 1
        ledger.add("https://www.example.org/a", said(NORWAY, "Bruxelles mercredi"), who="Ana", when=LATER)

    assert migrated == told


def _make_first_release(engine: Engine, told: bytes) -> None:
    """Make a ledger as the first release did, from the rows of one of this release."""
    with writing(engine) as connection:
        migrating.run_steps(connection, migrating.steps_between("base", "0001"))
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
        connection.exec_driver_sql("DELETE FROM counters")
        for line in told.splitlines():
            name, row = json.loads(line)
            row = {column: value for column, value in row.items() if (name, column) not in SINCE}
            row |= {column: b64decode(value["base64"]) for column, value in row.items() if isinstance(value, dict)}
            names, marks = ", ".join(f'"{column}"' for column in row), ", ".join(f":{column}" for column in row)
            connection.execute(text(f"INSERT INTO {name} ({names}) VALUES ({marks})"), row)
        index_all(connection)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(file) as ledger:
        ledger.keep(*norway(), who="Ana", when=NOON)
    _add_release(tmp_path, monkeypatch, NEXT + "    op.drop_table('there is none')\n")

    with pytest.raises(LedgerError):
        Ledger.open(file)

    monkeypatch.undo()
    with Ledger.open(file) as ledger:
        assert ledger.verify().sound
        assert ledger.count() == (1, 3)


def test_a_ledger_of_a_newer_release_is_refused_with_a_clear_word(address: str) -> None:
    with Ledger.open(address):
        pass
    engine = engine_of(address_of(address))
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9000'")
    engine.dispose()

    with pytest.raises(LedgerError, match="newer release of tenu"):
        Ledger.open(address)


def test_a_database_that_is_no_ledger_is_refused_and_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    before = file.read_bytes()

    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(file)

    with closing(sqlite3.connect(file)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["recipes"]
    assert len(before) == file.stat().st_size
    file.with_name("words.db").write_text("These are words, and no database at all. " * 50)
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger.open(file.with_name("words.db"))


@pytest.mark.parametrize("address", ["mysql://host/name", "", "/no/such/folder/tenu.db"])
def test_an_address_that_cannot_be_a_ledger_is_refused(address: str) -> None:
    with pytest.raises(LedgerError):
        Ledger.open(address)


def test_a_server_that_does_not_answer_is_named_in_a_sentence() -> None:
    with pytest.raises(LedgerError, match="does not answer"):
        Ledger.open("postgresql://tenu@127.0.0.1:1/none")


def test_alembic_is_not_loaded_for_a_fresh_or_current_ledger(file: Path) -> None:
    done = (
        "import sys, tenu.ledger; assert 'sqlalchemy' not in sys.modules; "
        f"from tenu.ledger import Ledger; Ledger.open({str(file)!r}).close(); Ledger.open({str(file)!r}).close(); "
        "assert 'alembic' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", done], check=True)


def test_a_ledger_whose_words_were_folded_otherwise_is_indexed_anew(address: str) -> None:
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="Ana", when=NOON)
    engine = engine_of(address_of(address))
    with writing(engine) as connection:
        connection.exec_driver_sql("UPDATE counters SET value = 0 WHERE name = 'folding'")
        connection.exec_driver_sql("DELETE FROM claim_words")
    engine.dispose()

    with Ledger.open(address) as ledger:
        assert len(ledger.find("ambulance").entries) == 1


def _add_release(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str = NEXT) -> None:
    shutil.copytree(migrating.SCRIPTS, folder / "migrations")
    (folder / "migrations" / "versions" / "release_0004.py").write_text(script)
    monkeypatch.setattr(migrating, "SCRIPTS", folder / "migrations")
    monkeypatch.setattr(schema, "RELEASES", (*schema.RELEASES, "0004"))
    monkeypatch.setattr(schema, "CURRENT", "0004")
