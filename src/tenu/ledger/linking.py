"""Links: made, refused and taken back by people (or by a threshold they set), each time as another row."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, or_, select, update

from tenu.errors import ConflictError, LedgerError
from tenu.ledger.content import digest_of
from tenu.ledger.matching.kinds import EITHER_WAY, LinkKind, check
from tenu.ledger.moments import read, written
from tenu.ledger.showing import claim_number, claims_by_number
from tenu.ledger.tables import claims, links, suggestions
from tenu.ledger.turn import Turn

Found = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two claims (by their ids) as it was last judged; `stands` is False once refused or taken back.

    `number` counts how often it was judged: hand it back as `seen` with the next judgement.
    """

    kind: LinkKind
    from_claim: str
    to_claim: str
    number: int
    stands: bool
    by: str
    at: datetime
    score: float | None = None
    reasons: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A link to make (or, with `stands` False, to refuse or take back) between two claims, as somebody judged it."""

    kind: LinkKind
    from_claim: str
    to_claim: str
    stands: bool = True
    reason: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()


class LinkOvertakenError(ConflictError):
    """A link judged anew while others had judged it: `yours` was not kept, `theirs` stands."""

    def __init__(self, yours: Asked, theirs: Link) -> None:
        self.yours = yours
        self.theirs = theirs
        done = "made" if theirs.stands else "refused or taken back"
        super().__init__(f"the link was {done} by {theirs.by} meanwhile; look at it again, then decide anew")


def link(turn: Turn, asked: Asked, seen: int, client_id: str | None) -> Link:
    """Make, refuse or take back a link that was seen judged `seen` times (0 for a new one)."""
    kind = LinkKind(asked.kind)
    numbers = _ends(turn.connection, asked)
    if client_id is not None and (sent := _sent_before(turn, client_id, asked, numbers)):
        return sent
    before = _last(turn.connection, kind, numbers)
    if (before.number if before else 0) != seen:
        if before is None:
            raise LedgerError("the link was never judged; hand in seen=0 to make it")
        raise LinkOvertakenError(asked, before)
    if before is None and not asked.stands and asked.score is None and not _suggested(turn, kind, numbers):
        raise LedgerError("there is no such link, and none was suggested; nothing to take back")
    row = {
        "id": turn.serial(),
        "kind": kind.value,
        "from_id": numbers[0],
        "to_id": numbers[1],
        "number": seen + 1,
        "stands": int(asked.stands),
        "score": round(asked.score * 1000) if asked.score is not None else None,
        "reasons": json.dumps(asked.reasons, ensure_ascii=False) if asked.reasons else None,
        "reason": asked.reason,
        "by": turn.who,
        "at": turn.at,
        "until": None,
        "client_id": client_id,
    }
    _put(turn, row)
    kept = _last(turn.connection, kind, numbers)
    if kept is None:
        raise LedgerError("the link was not kept; run `tenu verify` on the ledger")
    return kept


def _put(turn: Turn, row: Mapping[str, object]) -> None:
    pair = (links.c.kind == row["kind"]) & (links.c.from_id == row["from_id"]) & (links.c.to_id == row["to_id"])
    turn.connection.execute(update(links).where(pair, links.c.until.is_(None)), {"until": turn.at})
    turn.connection.execute(links.insert(), row)
    both = select(claims.c.id, claims.c.key).where(claims.c.id.in_((row["from_id"], row["to_id"])))
    keys = {end.id: end.key for end in turn.connection.execute(both)}
    subject = keys[row["from_id"]]
    turn.note("link", subject, kind=row["kind"], to=keys[row["to_id"]], number=row["number"], digest=link_digest(row))


def link_digest(row: Mapping[str, object]) -> str:
    """Give the digest by which the history seals a link's row."""
    told = (row[name] for name in ("kind", "number", "stands", "score", "reasons", "reason", "by", "at", "client_id"))
    return digest_of(["" if value is None else str(value) for value in told])


def links_of(connection: Connection, numbers: Sequence[int], as_of: datetime | None = None) -> list[Link]:
    """Give the links of these claims that stand now or stood at a moment, the first made first."""
    return [link_of_row(row) for row in link_rows(connection, numbers, as_of)]


def link_rows(connection: Connection, numbers: Sequence[int], as_of: datetime | None) -> Sequence[Found]:
    """Give the rows of the standing links of these claims, with the ids of both ends."""
    of_these = or_(links.c.from_id.in_(numbers), links.c.to_id.in_(numbers))
    return connection.execute(_SHOWN.where(of_these, standing(as_of)).order_by(links.c.id)).all()


def all_links(connection: Connection, as_of: datetime | None) -> list[tuple[int, int, Link]]:
    """Give every standing link with the numbers of its claims, the first made first."""
    rows = connection.execute(_SHOWN.where(standing(as_of)).order_by(links.c.id))
    return [(row.from_id, row.to_id, link_of_row(row)) for row in rows]


def links_judged(connection: Connection, numbers: Sequence[int]) -> Sequence[Found]:
    """Give every judgement of every link of these claims, standing or not, with the ids of both ends."""
    return connection.execute(_SHOWN.where(or_(links.c.from_id.in_(numbers), links.c.to_id.in_(numbers)))).all()


def standing(as_of: datetime | None) -> ColumnElement[bool]:
    """Give the condition that a link's row is the last one and stands, now or at a moment."""
    if as_of is None:
        return links.c.until.is_(None) & (links.c.stands == 1)
    then = written(as_of)
    return (links.c.at <= then) & or_(links.c.until.is_(None), links.c.until > then) & (links.c.stands == 1)


def history_of(connection: Connection, kind: LinkKind, from_claim: str, to_claim: str) -> tuple[Link, ...]:
    """Give how a link was judged from first to last."""
    numbers = _ends(connection, Asked(kind, from_claim, to_claim))
    rows = connection.execute(_SHOWN.where(_pair(kind, numbers)).order_by(links.c.number))
    return tuple(link_of_row(row) for row in rows)


_FROM = claims.alias("from_claim")
_TO = claims.alias("to_claim")
_SHOWN = (
    select(links, _FROM.c.key.label("from_key"), _TO.c.key.label("to_key"))
    .join(_FROM, _FROM.c.id == links.c.from_id)
    .join(_TO, _TO.c.id == links.c.to_id)
)


def _pair(kind: LinkKind, numbers: tuple[int, int]) -> ColumnElement[bool]:
    return (links.c.kind == kind.value) & (links.c.from_id == numbers[0]) & (links.c.to_id == numbers[1])


def _last(connection: Connection, kind: LinkKind, numbers: tuple[int, int]) -> Link | None:
    row = connection.execute(_SHOWN.where(_pair(kind, numbers), links.c.until.is_(None))).first()
    return link_of_row(row) if row else None


def link_of_row(row: Found) -> Link:
    """Give a link as its row tells it, with the ids of both ends."""
    return Link(
        kind=LinkKind(row.kind),
        from_claim=row.from_key,
        to_claim=row.to_key,
        number=row.number,
        stands=bool(row.stands),
        by=row.by,
        at=read(row.at),
        score=row.score / 1000 if row.score is not None else None,
        reasons=tuple(json.loads(row.reasons)) if row.reasons else (),
        reason=row.reason,
    )


def _ends(connection: Connection, asked: Asked) -> tuple[int, int]:
    first, second = claim_number(connection, asked.from_claim), claim_number(connection, asked.to_claim)
    if first == second:
        raise LedgerError("a link joins two claims; these are one and the same")
    shown = claims_by_number(connection, [first, second])
    check(LinkKind(asked.kind), shown[first].claim.kind, shown[second].claim.kind)
    if asked.kind in EITHER_WAY and first > second:
        return second, first
    return first, second


def _suggested(turn: Turn, kind: LinkKind, numbers: tuple[int, int]) -> bool:
    found = turn.connection.execute(
        select(suggestions.c.score).where(
            suggestions.c.kind == kind.value,
            suggestions.c.from_id == numbers[0],
            suggestions.c.to_id == numbers[1],
        )
    )
    return found.first() is not None


def _sent_before(turn: Turn, client_id: str, asked: Asked, numbers: tuple[int, int]) -> Link | None:
    row = turn.connection.execute(_SHOWN.where(links.c.client_id == client_id)).first()
    if row is None:
        return None
    sent = (row.kind, row.from_id, row.to_id, bool(row.stands), row.reason, row.by)
    if sent != (LinkKind(asked.kind).value, *numbers, asked.stands, asked.reason, turn.who):
        raise LedgerError(f"the client id {client_id} stands for another decision already; give each decision its own")
    return link_of_row(row)
