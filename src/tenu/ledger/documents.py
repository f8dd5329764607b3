"""Lists of documents, and one document with its text, versions and claims."""

from collections.abc import Sequence

from msgspec.json import decode
from sqlalchemy import Connection, RowMapping, func, select, text

from tenu.errors import UnknownRecordError
from tenu.ledger.filters import Filters
from tenu.ledger.kept import KeptClaim, KeptDocument, KeptVersion, Paged
from tenu.ledger.listing import MOST, begin_of, cursor_of
from tenu.ledger.moments import read, written
from tenu.ledger.narrowing import document_number, known_at, source_marks
from tenu.ledger.order import UNDATED, first_of_rank, rank_of
from tenu.ledger.showing import claims_by_number
from tenu.ledger.tables import claims, contents, pages, versions
from tenu.ledger.words import index
from tenu.ledger.words.asked import Asked, stand_together
from tenu.record import Document

_SHOWN = """
SELECT pages.id, documents.key, documents.source, pages.title, pages.language, pages.published, versions.number,
  readings.kept_at, readings.kept_by,
  (SELECT count(*) FROM claims WHERE claims.page_id = pages.id AND {known_claims}) AS claims
FROM {start} JOIN documents ON documents.id = pages.document_id JOIN versions ON versions.id = pages.version_id
JOIN readings ON readings.id = (SELECT min(readings.id) FROM readings WHERE readings.version_id = versions.id)
WHERE {conditions} ORDER BY {column} LIMIT :limit
"""


def list_documents(
    connection: Connection, filters: Filters, words: Asked | None, after: str | None, limit: int
) -> Paged[KeptDocument]:
    """Give one page of the documents that hold the words and meet the filters for day, language, source and as_of."""
    limit = min(max(limit, 1), MOST)
    tokens = [list(forms) for forms in words.words] if words else []
    if filters.source is not None:
        tokens.append(source_marks(connection, filters.source))
    values: dict[str, object] = {"first": begin_of(after), "end": first_of_rank(UNDATED + 1), "limit": limit + 1}
    column, start, conditions = "pages.id", "pages", [known_at("pages", filters)]
    if tokens:
        column, matches = index.match(connection, index.PAGES)
        values["asked"] = index.question(connection, tokens)
        join = "CROSS JOIN" if connection.dialect.name == "sqlite" else "JOIN"
        start = f"{index.PAGES} {join} pages ON pages.id = {column}"
        conditions.append(matches)
    conditions += [f"{column} >= :first", f"{column} < :end"]
    _between_days(values, filters)
    if filters.language is not None:
        conditions.append("pages.language = :language")
        values["language"] = filters.language
    if filters.as_of is not None:
        values["as_of"] = written(filters.as_of)
    statement = _SHOWN.format(
        known_claims=known_at("claims", filters), start=start, conditions=" AND ".join(conditions), column=column
    )
    found: list[RowMapping] = []
    while len(found) <= limit:
        rows = connection.execute(text(statement), values).mappings().all()
        found += [row for row in rows if _holds(connection, words, row["id"])]
        if len(rows) <= limit:
            break
        values["first"] = rows[-1]["id"] + 1
    following = cursor_of(found[limit - 1]["id"]) if len(found) > limit else None
    return Paged(tuple(_shown(row) for row in found[:limit]), following)


def show_document(connection: Connection, key: str) -> KeptDocument:
    """Give a document by its id or source with its text and versions."""
    number = document_number(connection, key)
    page = connection.execute(select(pages).where(pages.c.document_id == number, pages.c.known_until.is_(None))).one()
    told = versions_of(connection, number)
    document = decode(page.data, type=Document)
    version = connection.execute(select(versions.c.number).where(versions.c.id == page.version_id)).scalar_one()
    return KeptDocument(
        id=_key(connection, number),
        source=document.source,
        title=document.title,
        language=document.language,
        published=document.published,
        version=version,
        claims=len(_current_claims(connection, number)),
        kept_at=told[-1].kept_at,
        kept_by=told[-1].kept_by,
        document=document,
        versions=told,
    )


def claims_told_by(connection: Connection, key: str) -> tuple[KeptClaim, ...]:
    """Give the current claims of a document, by its id or source, in reading order."""
    numbers = _current_claims(connection, document_number(connection, key))
    shown = claims_by_number(connection, numbers)
    in_order = sorted(numbers, key=lambda number: (shown[number].claim.evidence.start, number))
    return tuple(shown[claim] for claim in in_order)


def _current_claims(connection: Connection, document: int) -> Sequence[int]:
    current = select(claims.c.id).where(claims.c.known_until.is_(None))
    on_pages = current.join(pages, pages.c.id == claims.c.page_id).where(pages.c.document_id == document)
    return connection.execute(on_pages.order_by(claims.c.id)).scalars().all()


def page_of(connection: Connection, page: int) -> Document:
    """Give the document as one page holds it, by the page's number."""
    data = connection.execute(select(pages.c.data).where(pages.c.id == page)).scalar_one()
    return decode(data, type=Document)


def versions_of(connection: Connection, number: int) -> tuple[KeptVersion, ...]:
    """Give a document's versions, the first first."""
    rows = connection.execute(select(versions).where(versions.c.document_id == number).order_by(versions.c.number))
    return tuple(KeptVersion(row.number, row.sha256, read(row.kept_at), row.kept_by) for row in rows)


def content_of(connection: Connection, key: str, version: int | None) -> bytes:
    """Give the bytes of a document's version, of the last where no number is given."""
    of_document = versions.c.document_id == document_number(connection, key)
    of_version = of_document if version is None else of_document & (versions.c.number == version)
    found = connection.execute(
        select(contents.c.bytes)
        .join(versions, versions.c.sha256 == contents.c.sha256)
        .where(of_version)
        .order_by(versions.c.number.desc())
        .limit(1)
    ).scalar()
    if found is None:
        raise UnknownRecordError(f"the document {key} has no version {version}")
    return bytes(found)


def count(connection: Connection) -> tuple[int, int]:
    """Count the documents and the current claims."""
    there = connection.execute(select(func.count()).select_from(pages).where(pages.c.known_until.is_(None)))
    told = connection.execute(select(func.count()).select_from(claims).where(claims.c.known_until.is_(None)))
    return int(there.scalar_one()), int(told.scalar_one())


def _key(connection: Connection, number: int) -> str:
    statement = text("SELECT key FROM documents WHERE id = :number")
    return str(connection.execute(statement, {"number": number}).scalar_one())


def _holds(connection: Connection, words: Asked | None, page: int) -> bool:
    if words is None or not words.phrases:
        return True
    told = page_of(connection, page).text
    return all(stand_together(phrase, told) for phrase in words.phrases)


def _between_days(values: dict[str, object], filters: Filters) -> None:
    if filters.until is not None:
        values["first"] = max(int(str(values["first"])), first_of_rank(rank_of(filters.until.isoformat())))
        values["end"] = first_of_rank(UNDATED)
    if filters.since is not None:
        values["end"] = first_of_rank(rank_of(filters.since.isoformat()) + 1)


def _shown(row: RowMapping) -> KeptDocument:
    return KeptDocument(
        id=row["key"],
        source=row["source"],
        title=row["title"],
        language=row["language"],
        published=row["published"],
        version=row["number"],
        claims=row["claims"],
        kept_at=read(row["kept_at"]),
        kept_by=row["kept_by"],
    )
