"""The databases' own checks of themselves."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tenu.ledger.words import index


def faults_of_database(connection: Connection) -> Iterator[str]:
    """Give what SQLite (integrity, foreign keys, full-text index) or PostgreSQL (amcheck) finds wrong in its files."""
    if connection.dialect.name == "sqlite":
        yield from _of_sqlite(connection)
    else:
        yield from _of_postgresql(connection)
    astray = index.astray(connection)
    if astray:
        yield f"the full-text index is not right for {astray} claims; the records are not touched by that: index anew"


def _of_sqlite(connection: Connection) -> Iterator[str]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"SQLite finds the file damaged: {row[0]}; restore a backup"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"the table {row[0]} leans on a row of {row[2]} that is not there (row {row[1]})"


def _of_postgresql(connection: Connection) -> Iterator[str]:
    """Check every index against its table, where the server's amcheck extension is there; without it, say nothing."""
    if connection.exec_driver_sql("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'").first() is None:
        return
    names = connection.exec_driver_sql(
        "SELECT c.oid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
        "JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree' AND c.relnamespace = current_schema()::regnamespace"
    )
    for name in names.scalars().all():
        nested = connection.begin_nested()
        try:
            connection.exec_driver_sql("SELECT bt_index_check(CAST(%s AS regclass), true)", (name,))
            nested.commit()
        except DBAPIError as error:
            nested.rollback()
            yield f"PostgreSQL finds the index {name} damaged: {str(error.orig).splitlines()[0]}"
