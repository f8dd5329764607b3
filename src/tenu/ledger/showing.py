"""Claims as they are shown: with their document, and with what people had made of them at a moment."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from tenu.errors import UnknownRecordError
from tenu.ledger.content import decoded
from tenu.ledger.kept import KeptClaim, State
from tenu.ledger.moments import read, written
from tenu.ledger.tables import claims, documents, pages, verdicts, versions
from tenu.record import Terms

_AT_ONCE = 500
_SHOWN = (
    select(
        claims.c.id,
        claims.c.key,
        claims.c.data,
        claims.c.state,
        claims.c.seen,
        claims.c.amended,
        claims.c.terms,
        claims.c.known_from,
        claims.c.known_until,
        claims.c.gone_from,
        documents.c.key.label("document"),
        documents.c.source,
        pages.c.title,
        pages.c.language,
        pages.c.published,
        versions.c.number.label("version"),
    )
    .join(pages, pages.c.id == claims.c.page_id)
    .join(versions, versions.c.id == pages.c.version_id)
    .join(documents, documents.c.id == pages.c.document_id)
)


def claims_by_number(
    connection: Connection, numbers: Sequence[int], as_of: datetime | None = None
) -> dict[int, KeptClaim]:
    """Give claims by their numbers, as they stand now or stood at a moment."""
    if not numbers:
        return {}
    rows = connection.execute(_SHOWN.where(claims.c.id.in_(numbers))).all()
    stood = _stood(connection, numbers, as_of) if as_of is not None else None
    return {row.id: _shown(row, stood, as_of) for row in rows}


def claims_that(
    connection: Connection, meet: ColumnElement[bool], as_of: datetime | None = None
) -> Iterator[tuple[int, KeptClaim]]:
    """Give all claims that meet a condition with their numbers, in the order of lists, as they stand or stood."""
    stood = _stood(connection, None, as_of) if as_of is not None else None
    for row in connection.execute(_SHOWN.where(meet).order_by(claims.c.id)):
        yield row.id, _shown(row, stood, as_of)


def claims_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, KeptClaim]:
    """Give those of some claims, by their whole ids, that the ledger has."""
    found: dict[str, KeptClaim] = {}
    for at in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(_SHOWN.where(claims.c.key.in_(ids[at : at + _AT_ONCE])))
        found |= {row.key: _shown(row, None, None) for row in rows}
    return found


def claim_number(connection: Connection, key: str) -> int:
    """Give a claim's number by its id, or by the beginning of its id where no other begins so."""
    number = connection.execute(select(claims.c.id).where(claims.c.key == key)).scalar()
    if number is not None:
        return int(number)
    begins = claims.c.key.between(key, key + "\uffff") & claims.c.key.startswith(key, autoescape=True)
    found = connection.execute(select(claims.c.id).where(begins).limit(2)).scalars().all() if len(key) >= 4 else []
    if len(found) != 1:
        several = "several claims that begin with" if found else "no claim"
        raise UnknownRecordError(f"the ledger has {several} {key}; `tenu list` shows the ids")
    return int(found[0])


def _shown(row: Sequence[Any], stood: "dict[int, _Stood] | None", as_of: datetime | None) -> KeptClaim:
    """Put a claim together from its row, whose cells are taken by place: an answer may need a hundred thousand."""
    number, key, data, state, seen, amended, terms, known_from, known_until, gone_from, *where = row
    if stood is not None:
        then = stood.get(number, _NOT_JUDGED)
        state, seen, amended, terms = then.state, then.seen, then.amended, then.terms
    proposed = decoded(data)
    document, source, title, language, published, version = where
    return KeptClaim(
        id=key,
        document=document,
        source=source,
        title=title,
        language=language,
        published=published,
        version=version,
        claim=decoded(amended) if amended else proposed,
        proposed=proposed,
        state=State(state),
        seen=seen,
        known_from=read(known_from),
        known_until=_by(known_until, as_of),
        gone_from=_by(gone_from, as_of),
        terms=msgspec.json.decode(terms, type=Terms) if terms else None,
    )


def _by(moment: str | None, as_of: datetime | None) -> datetime | None:
    """Give a moment where it had come by `as_of`."""
    if moment is None or (as_of is not None and moment > written(as_of)):
        return None
    return read(moment)


class _Stood:
    """How a claim stood after its last verdict at a moment."""

    __slots__ = ("amended", "seen", "state", "terms")

    def __init__(self, state: str, seen: int, amended: str | None, terms: str | None) -> None:
        self.state = state
        self.seen = seen
        self.amended = amended
        self.terms = terms


_NOT_JUDGED = _Stood("open", 0, None, None)


def _stood(connection: Connection, numbers: Sequence[int] | None, as_of: datetime) -> dict[int, _Stood]:
    """Tell how judged claims stood at a moment: these, or all."""
    of_these = [] if numbers is None else [verdicts.c.claim_id.in_(numbers)]
    rows = connection.execute(
        select(verdicts.c.claim_id, verdicts.c.state, verdicts.c.number, verdicts.c.standing, verdicts.c.standing_terms)
        .where(*of_these, verdicts.c.at <= written(as_of))
        .order_by(verdicts.c.number)
    )
    return {row.claim_id: _Stood(row.state, row.number, row.standing, row.standing_terms) for row in rows}
