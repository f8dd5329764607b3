"""Suggestions of links: worked out from the current claims, kept until they are judged or worked out anew."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, select

from tenu.ledger.content import decoded
from tenu.ledger.kept import KeptClaim, Paged
from tenu.ledger.linking import Asked, link
from tenu.ledger.listing import MOST, begin_of, cursor_of
from tenu.ledger.matching.kinds import EITHER_WAY, LinkKind
from tenu.ledger.matching.suggesting import Suggested, suggest
from tenu.ledger.matching.traits import Traits, traits_of
from tenu.ledger.showing import claim_number, claims_by_number
from tenu.ledger.tables import claims, links, pages, suggestions
from tenu.ledger.turn import Turn

Found = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A link that might hold, with its score between 0 and 1 and the reasons for and against it."""

    kind: LinkKind
    from_claim: KeptClaim
    to_claim: KeptClaim
    score: float
    reasons: tuple[str, ...]


def work_out(turn: Turn, threshold: float | None) -> tuple[int, int]:
    """Work out all suggestions anew; with a threshold, link what reaches it. Give how many suggested and linked.

    What a person has judged already, either way, is not suggested again.
    """
    found = suggest(_traits(turn.connection))
    judged = _judged(turn.connection)
    open_ones = [one for one in found if _key(one) not in judged]
    turn.connection.execute(delete(suggestions))
    if open_ones:
        turn.connection.execute(suggestions.insert(), [_row(one) for one in open_ones])
    sure = [one for one in open_ones if threshold is not None and one.score >= threshold]
    keys = _keys(turn.connection, {number for one in sure for number in (one.from_number, one.to_number)})
    for one in sure:
        asked = Asked(
            one.kind,
            keys[one.from_number],
            keys[one.to_number],
            reason=f"as likely as {threshold} or more",
            score=one.score,
            reasons=one.reasons,
        )
        link(turn, asked, 0, None)
    turn.note("suggest", "", suggested=len(open_ones), linked=len(sure), threshold=threshold)
    return len(open_ones), len(sure)


def list_suggestions(
    connection: Connection, claim: str | None, kind: LinkKind | None, after: str | None, limit: int
) -> Paged[Suggestion]:
    """Give one page of the open suggestions, the surest first; of one claim, or of one kind, where asked."""
    limit = min(max(limit, 1), MOST)
    statement = select(suggestions).where(_UNJUDGED)
    if claim is not None:
        number = claim_number(connection, claim)
        statement = statement.where((suggestions.c.from_id == number) | (suggestions.c.to_id == number))
    if kind is not None:
        statement = statement.where(suggestions.c.kind == kind.value)
    order = (suggestions.c.score.desc(), suggestions.c.from_id, suggestions.c.to_id, suggestions.c.kind)
    begin = begin_of(after)
    rows = connection.execute(statement.order_by(*order).offset(begin).limit(limit + 1)).all()
    shown = claims_by_number(connection, [number for row in rows[:limit] for number in (row.from_id, row.to_id)])
    told = tuple(
        Suggestion(
            LinkKind(row.kind),
            shown[row.from_id],
            shown[row.to_id],
            row.score / 1000,
            tuple(json.loads(row.reasons)),
        )
        for row in rows[:limit]
    )
    return Paged(told, cursor_of(begin + limit - 1) if len(rows) > limit else None)


def unjudged(connection: Connection, kinds: Sequence[LinkKind]) -> Sequence[Found]:
    """Give all open suggestions of these kinds by the ids of their claims, the surest first."""
    first, second = claims.alias("from_claim"), claims.alias("to_claim")
    statement = (
        select(suggestions, first.c.key.label("from_key"), second.c.key.label("to_key"))
        .join(first, first.c.id == suggestions.c.from_id)
        .join(second, second.c.id == suggestions.c.to_id)
        .where(suggestions.c.kind.in_([kind.value for kind in kinds]), _UNJUDGED)
        .order_by(suggestions.c.score.desc(), suggestions.c.from_id, suggestions.c.to_id, suggestions.c.kind)
    )
    return connection.execute(statement).all()


_UNJUDGED = ~select(links.c.id).where(
    links.c.kind == suggestions.c.kind,
    links.c.from_id == suggestions.c.from_id,
    links.c.to_id == suggestions.c.to_id,
).exists()  # fmt: skip


def _traits(connection: Connection) -> Iterator[Traits]:
    rows = connection.execute(
        select(
            claims.c.id,
            claims.c.data,
            claims.c.amended,
            pages.c.document_id,
            pages.c.language,
            pages.c.published,
        )
        .join(pages, pages.c.id == claims.c.page_id)
        .where(claims.c.known_until.is_(None), claims.c.state != "rejected")
        .execution_options(yield_per=5_000)
    )
    for row in rows:
        yield traits_of(row.id, row.document_id, decoded(row.amended or row.data), row.language, row.published)


def _judged(connection: Connection) -> set[tuple[str, int, int]]:
    rows = connection.execute(select(links.c.kind, links.c.from_id, links.c.to_id).where(links.c.until.is_(None)))
    return {(row.kind, row.from_id, row.to_id) for row in rows}


def _key(one: Suggested) -> tuple[str, int, int]:
    first, second = one.from_number, one.to_number
    if one.kind in EITHER_WAY and first > second:
        first, second = second, first
    return one.kind.value, first, second


def _row(one: Suggested) -> dict[str, object]:
    kind, first, second = _key(one)
    return {
        "kind": kind,
        "from_id": first,
        "to_id": second,
        "score": round(one.score * 1000),
        "reasons": json.dumps(one.reasons, ensure_ascii=False),
    }


def _keys(connection: Connection, numbers: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    listed = sorted(numbers)
    for at in range(0, len(listed), 500):
        rows = connection.execute(select(claims.c.id, claims.c.key).where(claims.c.id.in_(listed[at : at + 500])))
        found |= {row.id: row.key for row in rows}
    return found
