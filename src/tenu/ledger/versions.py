"""One version of a document as it was last read: its text, and the claims that stood on it."""

from msgspec.json import decode
from sqlalchemy import Connection, or_, select

from tenu.errors import UnknownRecordError
from tenu.ledger.documents import versions_of
from tenu.ledger.kept import ReadVersion
from tenu.ledger.narrowing import document_number
from tenu.ledger.showing import claims_by_number
from tenu.ledger.tables import claims, documents, pages, versions
from tenu.record import Document


def read_version(connection: Connection, key: str, number: int | None) -> ReadVersion:
    """Give a version of a document by the document's id or source; one that is not there is refused."""
    document = document_number(connection, key)
    told = versions_of(connection, document)
    version = told[-1] if number is None else next((one for one in told if one.number == number), None)
    if version is None:
        raise UnknownRecordError(f"{key} has {len(told)} versions, the last is {told[-1].number}; there is no {number}")
    page = connection.execute(
        select(pages.c.id, pages.c.data, pages.c.known_until)
        .join(versions, versions.c.id == pages.c.version_id)
        .where(versions.c.document_id == document, versions.c.number == version.number)
        .order_by(pages.c.known_from.desc(), pages.c.id.desc())
        .limit(1)
    ).one()
    shown = claims_by_number(connection, _claims_on(connection, page.id, page.known_until))
    id_ = connection.execute(select(documents.c.key).where(documents.c.id == document)).scalar_one()
    in_order = sorted(shown.values(), key=lambda kept: kept.claim.evidence.start)
    return ReadVersion(id_, version, decode(page.data, type=Document), tuple(in_order))


def _claims_on(connection: Connection, page: int, until: str | None) -> list[int]:
    """Give the claims that stood on a page when another took its place, or stand on it now."""
    stands = [claims.c.known_until.is_(None), *([claims.c.known_until >= until] if until is not None else [])]
    return list(connection.execute(select(claims.c.id).where(claims.c.page_id == page, or_(*stands))).scalars())
