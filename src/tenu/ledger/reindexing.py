"""Work out again what the full-text index holds: of one claim, or of the whole ledger."""

from collections.abc import Iterator

from msgspec.json import decode
from sqlalchemy import Connection, Row, Select, select, update

from tenu.ledger.content import decoded
from tenu.ledger.tables import claims, counters, pages, verdicts
from tenu.ledger.words import index
from tenu.ledger.words.fold import FOLDING
from tenu.ledger.words.tokens import (
    address_marks,
    claim_marks,
    claim_words,
    how_it_stands,
    language_at,
    page_words,
)
from tenu.record import Document

_AT_ONCE = 2_000
Found = Row[tuple[object, ...]]


def index_claim(connection: Connection, number: int) -> None:
    """Put into the index how a claim stands now."""
    row = connection.execute(_claims().where(claims.c.id == number)).one()
    document = decode(row.page, type=Document)
    index.replace(connection, number, _tokens(row, document, _amendments(connection, number, number + 1)))


def index_all(connection: Connection) -> None:
    """Fill the index anew from the ledger's rows."""
    index.empty(connection)
    for some in _portions(connection, select(pages).order_by(pages.c.id)):
        told = ((row.id, _page_tokens(decode(row.data, type=Document), row.document_id)) for row in some)
        index.add(connection, index.PAGES, told)
    documents: dict[int, Document] = {}
    for some in _portions(connection, _claims().order_by(claims.c.id)):
        amendments = _amendments(connection, some[0].id, some[-1].id + 1)
        documents = {row.page_id: documents.get(row.page_id) or decode(row.page, type=Document) for row in some}
        told = ((row.id, _tokens(row, documents[row.page_id], amendments)) for row in some)
        index.add(connection, index.CLAIMS, told)
    connection.execute(update(counters).where(counters.c.name == "folding"), {"value": FOLDING})


def _claims() -> Select[tuple[object, ...]]:
    return select(claims, pages.c.data.label("page"), pages.c.document_id).join(pages, pages.c.id == claims.c.page_id)


def _amendments(connection: Connection, first: int, end: int) -> dict[int, list[str]]:
    """Give every amended form that claims ever had: past states of the ledger are found by them."""
    rows = connection.execute(
        select(verdicts.c.claim_id, verdicts.c.amended, verdicts.c.standing).where(
            verdicts.c.claim_id >= first, verdicts.c.claim_id < end
        )
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.claim_id, []).extend(data for data in {row.amended, row.standing} if data)
    return found


def _page_tokens(document: Document, document_id: int) -> str:
    return " ".join([*sorted(page_words(document)), *address_marks(document, document_id)])


def _tokens(row: Found, document: Document, amendments: dict[int, list[str]]) -> str:
    language = language_at(document, decoded(row.data).evidence.start)
    found = set(address_marks(document, row.document_id))
    for data in (row.data, *amendments.get(row.id, ())):
        claim = decoded(data)
        found |= claim_words(claim, language) | claim_marks(claim, language)
    return " ".join(sorted(found)) + how_it_stands(row.state, current=row.known_until is None)


def _portions(connection: Connection, statement: Select[tuple[object, ...]]) -> Iterator[list[Found]]:
    rows = connection.execute(statement.execution_options(yield_per=_AT_ONCE))
    for some in rows.partitions():
        yield list(some)
