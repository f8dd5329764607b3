"""The full-text index of both databases: FTS5 in SQLite, tsvector in PostgreSQL, filled with the same tokens."""

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

CLAIMS = "claim_words"
PAGES = "page_words"

_SPLITS = re.compile(r"[\x00-&(-,;-@\[-^`{-\x7f]")
"""Every sign of ASCII but letters, digits, `_`, `:`, `.`, `/`, `'` and `-`."""

_NEVER = "::"
_HOW = "detail=none, columnsize=0, tokenize=\"ascii tokenchars '_:./-'\""

_GATHERED = 16 * 1024 * 1024
"""Bytes of words that SQLite gathers before it writes them: there is less to merge after a bulk import."""

SQLITE_TABLES = (
    f"CREATE VIRTUAL TABLE {CLAIMS} USING fts5(words, {_HOW})",
    f"CREATE VIRTUAL TABLE {PAGES} USING fts5(words, content='', {_HOW})",
)
SQLITE_SETTINGS = tuple(
    f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {_GATHERED})" for name in (CLAIMS, PAGES)
)
POSTGRES_TABLES = tuple(
    statement
    for name in (CLAIMS, PAGES)
    for statement in (
        f"CREATE TABLE {name} (id bigint PRIMARY KEY, words tsvector NOT NULL)",
        f"CREATE INDEX ix_{name} ON {name} USING gin (words) WITH (fastupdate = off)",
    )
)


def make(connection: Connection) -> None:
    """Create the empty index tables."""
    for statement in SQLITE_TABLES + SQLITE_SETTINGS if _sqlite(connection) else POSTGRES_TABLES:
        connection.exec_driver_sql(statement)


def empty(connection: Connection) -> None:
    """Take everything out of the index, to fill it again."""
    for name in (CLAIMS, PAGES):
        connection.exec_driver_sql(f"DROP TABLE {name}")
    make(connection)


def add(connection: Connection, name: str, rows: Iterable[tuple[int, str]]) -> None:
    """Put the tokens (apart by spaces) of numbered claims or pages into the index."""
    listed = sorted(rows)
    if not listed:
        return
    if _sqlite(connection):
        connection.exec_driver_sql(f"INSERT INTO {name} (rowid, words) VALUES (?, ?)", listed)
    else:
        statement = f"INSERT INTO {name} (id, words) VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))"
        connection.exec_driver_sql(statement, listed)


def replace(connection: Connection, number: int, tokens: str) -> None:
    """Put new tokens in place of those that the index holds of a claim."""
    if _sqlite(connection):
        connection.exec_driver_sql(f"UPDATE {CLAIMS} SET words = ? WHERE rowid = ?", (tokens, number))
    else:
        statement = f"UPDATE {CLAIMS} SET words = array_to_tsvector(string_to_array(%s, ' ')) WHERE id = %s"
        connection.exec_driver_sql(statement, (tokens, number))


def unmark(connection: Connection, mark: str, numbers: Iterable[int]) -> None:
    """Take a mark off claims."""
    changed = [(f" {mark}", number) if _sqlite(connection) else (mark, number) for number in numbers]
    if not changed:
        return
    if _sqlite(connection):
        connection.exec_driver_sql(f"UPDATE {CLAIMS} SET words = replace(words, ?, '') WHERE rowid = ?", changed)
    else:
        connection.exec_driver_sql(f"UPDATE {CLAIMS} SET words = ts_delete(words, %s) WHERE id = %s", changed)


def mark_judged(connection: Connection, judged: Iterable[tuple[int, str]]) -> None:
    """Put the mark of their new state on claims (by their numbers) that were open."""
    if _sqlite(connection):
        changed: list[tuple[object, ...]] = [(f" v:{state}", number) for number, state in judged]
        statement = f"UPDATE {CLAIMS} SET words = replace(words, ' v:open', ?) WHERE rowid = ?"
    else:
        changed = [([f"v:{state}"], number) for number, state in judged]
        statement = (
            f"UPDATE {CLAIMS} SET words = ts_delete(words, 'v:open') || array_to_tsvector(%s::text[]) WHERE id = %s"
        )
    connection.exec_driver_sql(statement, changed)


def astray(connection: Connection) -> int:
    """Count the claims that the index lacks, or holds as current where they are not, or the other way round."""
    column, marked = "claim_words.rowid", "instr(claim_words.words, ' is:now') > 0"
    if not _sqlite(connection):
        column, marked = "claim_words.id", "claim_words.words @@ $q$'is:now'$q$::tsquery"
    told = connection.exec_driver_sql(
        f"SELECT count(*) FROM claims LEFT JOIN claim_words ON {column} = claims.id "
        f"WHERE {column} IS NULL OR ({marked}) <> (claims.known_until IS NULL)"
    )
    return int(told.scalar_one())


def question(connection: Connection, wanted: Sequence[Sequence[str]]) -> str:
    """Write the question to the index: of every group of tokens at least one must be there."""
    if _sqlite(connection):
        return " AND ".join("(" + " OR ".join(map(_fts5, group)) + ")" for group in wanted)
    return " & ".join("(" + " | ".join(map(_tsquery, group)) + ")" for group in wanted)


def match(connection: Connection, name: str) -> tuple[str, str]:
    """Give the number's column and the condition, with `:asked` for the question, of an index table."""
    if _sqlite(connection):
        return f"{name}.rowid", f"{name} MATCH :asked"
    return f"{name}.id", f"{name}.words @@ CAST(:asked AS tsquery)"


def _sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _fts5(token: str) -> str:
    if _SPLITS.search(token):  # no token of the index holds such a sign, and FTS5 would take it for a phrase
        return f'"{_NEVER}"'
    return '"' + token.replace('"', '""') + '"'


def _tsquery(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
