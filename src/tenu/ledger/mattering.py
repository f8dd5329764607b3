"""Matters: worked out from the links each time they are asked for; a link taken back leaves no trace in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from tenu.errors import UnknownRecordError
from tenu.ledger.kept import KeptClaim, Paged
from tenu.ledger.linking import Link, link_rows, links_of, standing
from tenu.ledger.listing import begin_of, cursor_of
from tenu.ledger.matching.kinds import JOINING, LinkKind
from tenu.ledger.matching.matters import joined
from tenu.ledger.moments import written
from tenu.ledger.order import SERIAL_BITS
from tenu.ledger.showing import claim_number, claims_by_number
from tenu.ledger.tables import claims, links, verdicts

_JOINING = tuple(kind.value for kind in JOINING)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing in the world: the claims that tell of it, the first kept first, and the links that join them.

    `related` holds the links to other matters: deliveries to the pledges that they keep, pledges to the needs that
    they answer, decisions to their meetings. The id is that of the first claim kept, after an `m`.
    """

    id: str
    claims: tuple[KeptClaim, ...]
    links: tuple[Link, ...]
    related: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which matter a claim belongs that is not alone in its own.

    `changes` counts how often the matter changed: further claims and readings, and verdicts on any of them; it never
    falls. `cancelled` tells that a standing link cancels one of its claims.
    """

    matter: str
    changes: int
    cancelled: bool


def matter_of(connection: Connection, key: str, as_of: datetime | None) -> Matter:
    """Give the matter that a claim (by its id) or a matter's id belongs to, now or at a moment."""
    number = number_of(connection, key)
    return _shown(connection, _members(connection, [number], as_of), as_of)


def matters(connection: Connection, as_of: datetime | None, after: str | None, limit: int) -> Paged[Matter]:
    """Give one page of the matters that links join, the first begun first."""
    rows = connection.execute(select(links.c.from_id, links.c.to_id).where(links.c.kind.in_(_JOINING), standing(as_of)))
    linked = [(row.from_id, row.to_id) for row in rows]
    ends = {number for pair in linked for number in pair}
    groups = [group for group in joined([*linked, *continued(connection, as_of)]) if ends.intersection(group)]
    groups.sort(key=lambda group: min(map(_serial, group)))
    begin = begin_of(after)
    page = groups[begin : begin + limit]
    following = cursor_of(begin + limit - 1) if begin + limit < len(groups) else None
    return Paged(tuple(_shown(connection, group, as_of) for group in page), following)


def belongings(connection: Connection, as_of: datetime | None) -> dict[str, Belonging]:
    """Give, by claims' ids, the matters of all claims that links or later readings join to others."""
    rows = connection.execute(
        select(links.c.kind, links.c.from_id, links.c.to_id).where(links.c.kind.in_(_JOINING), standing(as_of))
    ).all()
    groups = joined([*((row.from_id, row.to_id) for row in rows), *continued(connection, as_of)])
    cancelled = {row.to_id for row in rows if row.kind == LinkKind.CANCELS}
    told = _keys_and_verdicts(connection, [number for group in groups for number in group], as_of)
    found: dict[str, Belonging] = {}
    for group in groups:
        matter = f"m{told[min(group, key=_serial)][0]}"
        changes = len(group) - 1 + sum(told[number][1] for number in group)
        of_all = Belonging(matter, changes, not cancelled.isdisjoint(group))
        found |= {told[number][0]: of_all for number in group}
    return found


def _keys_and_verdicts(
    connection: Connection, numbers: Sequence[int], as_of: datetime | None
) -> dict[int, tuple[str, int]]:
    """Give the ids of claims by their numbers, each with how many verdicts it had."""
    verdicts_then = select(func.count()).where(verdicts.c.claim_id == claims.c.id)
    if as_of is not None:
        verdicts_then = verdicts_then.where(verdicts.c.at <= written(as_of))
    seen = claims.c.seen if as_of is None else verdicts_then.scalar_subquery()
    told = {}
    for at in range(0, len(numbers), _AT_ONCE):
        statement = select(claims.c.id, claims.c.key, seen.label("seen"))
        for row in connection.execute(statement.where(claims.c.id.in_(numbers[at : at + _AT_ONCE]))):
            told[row.id] = (row.key, row.seen)
    return told


def members_of(connection: Connection, number: int, as_of: datetime | None) -> list[int]:
    """Give the numbers of all claims of a claim's matter, with those that later readings continued."""
    return _members(connection, [number], as_of)


def number_of(connection: Connection, key: str) -> int:
    """Give the number of a claim by its id, or of a matter's first claim by the matter's, whole or its beginning."""
    try:
        return claim_number(connection, key)
    except UnknownRecordError:
        if not key.startswith("m"):
            raise
        return claim_number(connection, key[1:])


def _shown(connection: Connection, members: Sequence[int], as_of: datetime | None) -> Matter:
    in_order = in_order_kept(members)
    shown: dict[int, KeptClaim] = {}
    for at in range(0, len(in_order), _AT_ONCE):
        shown |= claims_by_number(connection, in_order[at : at + _AT_ONCE], as_of)
    there = [shown[number] for number in in_order if _known(shown[number], as_of)]
    found = links_of(connection, in_order, as_of)
    return Matter(
        id=f"m{shown[in_order[0]].id}",
        claims=tuple(there),
        links=tuple(link for link in found if link.kind in JOINING),
        related=tuple(link for link in found if link.kind not in JOINING),
    )


def _members(connection: Connection, begin: Iterable[int], as_of: datetime | None) -> list[int]:
    """Walk along links, and from claims to those that continue them, until nothing new is met."""
    members: set[int] = set()
    edge = set(begin)
    while edge:
        members |= edge
        some = sorted(edge)
        met: set[int] = set()
        for at in range(0, len(some), _AT_ONCE):
            portion = some[at : at + _AT_ONCE]
            for row in link_rows(connection, portion, as_of):
                if LinkKind(row.kind) in JOINING:
                    met |= {row.from_id, row.to_id}
            met |= neighbours(connection, portion, as_of)
        edge = met - members
    return sorted(members)


def neighbours(connection: Connection, numbers: Sequence[int], as_of: datetime | None) -> set[int]:
    """Give the claims that these continue, and those that continue them."""
    known = [claims.c.known_from <= written(as_of)] if as_of is not None else []
    back = select(claims.c.continues).where(claims.c.id.in_(numbers), claims.c.continues.is_not(None), *known)
    onward = select(claims.c.id).where(claims.c.continues.in_(numbers), *known)
    return {*connection.execute(back).scalars(), *connection.execute(onward).scalars()}


def continued(connection: Connection, as_of: datetime | None) -> list[tuple[int, int]]:
    """Give the pairs of a claim and the one of an earlier reading that it continues."""
    known = [claims.c.known_from <= written(as_of)] if as_of is not None else []
    rows = connection.execute(select(claims.c.id, claims.c.continues).where(claims.c.continues.is_not(None), *known))
    return [(row.id, row.continues) for row in rows]


def in_order_kept(numbers: Iterable[int]) -> list[int]:
    """Give claims' numbers in the order in which they were kept."""
    return sorted(numbers, key=_serial)


def _serial(number: int) -> int:
    return number & ((1 << SERIAL_BITS) - 1)


def _known(claim: KeptClaim, as_of: datetime | None) -> bool:
    if as_of is None:
        return claim.known_until is None
    return claim.known_from <= as_of and claim.known_until is None
