"""Rows of documents, versions, pages, readings and claims, made from what was read and written table by table."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Column, Connection, Table, select

from tenu.ledger import tables
from tenu.ledger.order import ordered, rank_of
from tenu.ledger.times import bounds
from tenu.ledger.words import index
from tenu.record import Claim, Document

Row = dict[str, object]
Cells = tuple[object, ...]
Columns = tuple[str | None, ...]
"""What a claim is listed by: its kind and status, the first and last day of its time."""

IN_ORDER = (
    tables.documents,
    tables.contents,
    tables.versions,
    tables.pages,
    tables.readings,
    tables.claims,
)
"""The tables in the order in which their rows lean on one another."""


_CELLS: dict[str, Callable[[Row], Cells]] = {table.name: itemgetter(*table.columns.keys()) for table in IN_ORDER}
_FIRST = itemgetter(0)


class Rows:
    """Rows waiting to be written together."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Cells]] = defaultdict(list)
        self._words: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def add(self, table: Table, row: Row) -> None:
        """Add a row to a table's."""
        self._rows[table.name].append(_CELLS[table.name](row))

    def add_cells(self, table: Table, cells: list[Cells]) -> None:
        """Add rows whose cells stand in the order of the table's columns."""
        self._rows[table.name] += cells

    def add_words(self, name: str, words: Iterable[tuple[int, str]]) -> None:
        """Add what the full-text index is to hold of numbered pages or claims."""
        self._words[name] += words

    def write(self, connection: Connection) -> None:
        """Write all rows and words, and wait for the next."""
        for table in IN_ORDER:
            if rows := self._rows.pop(table.name, None):
                insert_cells(connection, table, sorted(rows, key=_FIRST) if table is tables.claims else rows)
        for name, words in self._words.items():
            index.add(connection, name, words)
        self._words.clear()


def insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Write rows, all with every column of the table."""
    insert_cells(connection, table, list(map(itemgetter(*table.columns.keys()), rows)))


def insert_cells(connection: Connection, table: Table, rows: list[Cells]) -> None:
    """Write rows past SQLAlchemy's work on each: it would double the time."""
    columns = table.columns.keys()
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    statement = (
        f"INSERT INTO {table.name} ({', '.join(map(_quoted, columns))}) VALUES ({', '.join([mark] * len(columns))})"
    )
    connection.exec_driver_sql(statement, rows)


def known(connection: Connection, column: Column[str], asked: set[str]) -> dict[str, int]:
    """Give those of the values that a column holds already, each with its row's number where it has one."""
    table = column.table
    number = "id" if "id" in table.c else "0"
    listed = sorted(asked)
    if connection.dialect.name == "sqlite":
        among, values = "IN (SELECT value FROM json_each(?))", json.dumps(listed)
    else:
        among, values = "= ANY(%s)", listed  # type: ignore[assignment]
    statement = f"SELECT {column.name}, {number} FROM {table} WHERE {column.name} {among}"
    return {row[0]: row[1] for row in connection.exec_driver_sql(statement, (values,))}


class KnownVersion(NamedTuple):
    """A version of a document, when its bytes were found, and the digest of its last reading."""

    id: int
    number: int
    sha256: str
    found_at: str
    digest: str


def known_versions(connection: Connection, sources: set[str]) -> dict[str, list[KnownVersion]]:
    """Give the versions of the documents at these sources, the first first."""
    by_number = {number: source for source, number in known(connection, tables.documents.c.source, sources).items()}
    found: dict[str, dict[int, KnownVersion]] = {}
    listed = sorted(by_number)
    for at in range(0, len(listed), _AT_ONCE):
        rows = connection.execute(_VERSIONS.where(tables.versions.c.document_id.in_(listed[at : at + _AT_ONCE])))
        for row in rows:  # of a version's readings the last one stays
            found.setdefault(by_number[row.document_id], {})[row.number] = KnownVersion(*row[1:])
    return {source: list(versions.values()) for source, versions in found.items()}


def version_of(there: Sequence[KnownVersion], sha256: str, found_at: str) -> KnownVersion | None:
    """Give the version that these bytes are, found at a moment; None where they make a new one.

    A page that goes back to earlier bytes has a new version; one found no later than what is there already (an archive
    taken in once more) is the version that it was then.
    """
    if there and there[-1].sha256 == sha256:
        return there[-1]
    if not there or found_at > max(version.found_at for version in there):
        return None
    return next((version for version in reversed(there) if version.sha256 == sha256), None)


_AT_ONCE = 500
_VERSIONS = (
    select(
        tables.versions.c.document_id,
        tables.versions.c.id,
        tables.versions.c.number,
        tables.versions.c.sha256,
        tables.versions.c.found_at,
        tables.readings.c.digest,
    )
    .join(tables.readings, tables.readings.c.version_id == tables.versions.c.id)
    .order_by(tables.versions.c.number, tables.readings.c.id)
)


def _quoted(column: str) -> str:
    return f'"{column}"'


def document_key(source: str) -> str:
    """Give the id of the document at a source: the same in every ledger."""
    return "d" + sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def page_row(document: Document, data: str, digest: str, serial: int) -> Row:
    """Give a page's row but for its document, version and times."""
    return {
        "id": ordered(rank_of(document.published), serial),
        "digest": digest,
        "data": data,
        "title": document.title.replace("\0", "") if document.title is not None else None,
        "language": document.language,
        "published": document.published,
        "known_until": None,
    }


def claim_columns(claim: Claim) -> Columns:
    """Give the columns that a claim is listed by: its kind and status, the first and last day of its time."""
    days = bounds(claim.when)
    return claim.kind.value, claim.status.value if claim.status is not None else None, *(days or (None, None))


def claims_cells(
    listed_by: Sequence[Columns],
    data: Sequence[str],
    numbers: Sequence[int],
    keys: Sequence[str],
    page_id: int,
    reading_id: int,
    at: str,
) -> list[Cells]:
    """Give the cells of claims of one page that nobody has judged, in the order of the table's columns."""
    return [
        (number, key, page_id, reading_id, *columns, None, told, at, None, None, "open", 0, None, None)
        for number, key, columns, told in zip(numbers, keys, listed_by, data, strict=True)
    ]


def claim_row(claim: Claim, data: str, number: int, key: str) -> Row:
    """Give a claim's row but for its page, reading and times."""
    (cells,) = claims_cells([claim_columns(claim)], [data], [number], [key], 0, 0, "")
    return dict(zip(tables.claims.columns.keys(), cells, strict=True))
