"""All claims of some kinds at once, in their matters: what questions about the whole ledger are answered from.

Asking for one matter after the other costs several statements each; a question about every promise of a large ledger
reads the tables once instead.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, select, true

from tenu.ledger.kept import KeptClaim
from tenu.ledger.linking import Link, all_links
from tenu.ledger.matching.kinds import JOINING, LinkKind
from tenu.ledger.matching.matters import joined
from tenu.ledger.mattering import Matter, continued, in_order_kept
from tenu.ledger.moments import written
from tenu.ledger.showing import claims_that
from tenu.ledger.suggested import unjudged
from tenu.ledger.tables import claims
from tenu.record import Kind

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Hint:
    """A suggested link that nobody has judged, by the ids of its claims, with its score between 0 and 1."""

    kind: LinkKind
    from_claim: str
    to_claim: str
    score: float


@dataclass(frozen=True, slots=True)
class Gathered:
    """Claims of some kinds in their matters, a claim without links in a matter of its own, the newest document first.

    `home` leads from a claim's id, also that of an earlier reading, to its matter. `hints` are the open suggestions;
    there are none for an earlier moment, as suggestions have no past. `continuing` holds the ids of claims that say
    what a claim of an earlier reading of the same document said in the same words.
    """

    matters: tuple[Matter, ...]
    home: Mapping[str, Matter]
    hints: tuple[Hint, ...] = ()
    continuing: frozenset[str] = frozenset()


def gather(connection: Connection, kinds: frozenset[Kind], as_of: datetime | None) -> Gathered:
    """Give the claims of these kinds, and whatever else belongs to their matters, now or at a moment."""
    shown = dict(claims_that(connection, _of_kinds(kinds) & _known(as_of), as_of))
    ends = all_links(connection, as_of)
    joining = [(first, second) for first, second, link in ends if link.kind in JOINING]
    chains = continued(connection, as_of)
    groups = [group for group in joined([*joining, *chains]) if not shown.keys().isdisjoint(group)]
    grouped = {number for group in groups for number in group}
    shown |= _claims(connection, sorted(grouped - shown.keys()), as_of)
    groups += [[number] for number in shown if number not in grouped]
    keys = {number: claim.id for number, claim in shown.items()}
    keys |= _keys(connection, sorted(grouped - shown.keys()))
    of_group = {number: at for at, group in enumerate(groups) for number in group}
    inside, outside = _sorted(ends, of_group)
    there = [at for at, group in enumerate(groups) if not shown.keys().isdisjoint(group)]
    matters = {at: _matter(groups[at], keys, shown, inside[at], outside[at]) for at in there}
    home = {keys[number]: matters[at] for number, at in of_group.items() if at in matters}
    in_order = dict.fromkeys(of_group[number] for number in sorted(shown))
    return Gathered(
        tuple(matters[at] for at in in_order),
        home,
        _hints(connection) if as_of is None else (),
        frozenset(keys[number] for number, _ in chains if number in shown),
    )


def _matter(
    group: list[int], keys: Mapping[int, str], shown: Mapping[int, KeptClaim], links: list[Link], related: list[Link]
) -> Matter:
    members = in_order_kept(group)
    claims_of = tuple(shown[number] for number in members if number in shown)
    return Matter(f"m{keys[members[0]]}", claims_of, tuple(links), tuple(related))


def _sorted(
    ends: list[tuple[int, int, Link]], of_group: Mapping[int, int]
) -> tuple[dict[int, list[Link]], dict[int, list[Link]]]:
    """Lay each link with the matter that it joins, or with the two matters that it leads between."""
    inside: dict[int, list[Link]] = defaultdict(list)
    outside: dict[int, list[Link]] = defaultdict(list)
    for first, second, link in ends:
        met = {of_group[number] for number in (first, second) if number in of_group}
        for at in met:
            (inside if link.kind in JOINING else outside)[at].append(link)
    return inside, outside


def _of_kinds(kinds: frozenset[Kind]) -> ColumnElement[bool]:
    """Give the condition that a claim was proposed as one of these kinds, or may have been amended into one."""
    if kinds == frozenset(Kind):
        return true()
    return claims.c.kind.in_(sorted(kinds)) | (claims.c.seen > 0)


def _known(as_of: datetime | None) -> ColumnElement[bool]:
    if as_of is None:
        return claims.c.known_until.is_(None)
    then = written(as_of)
    return (claims.c.known_from <= then) & (claims.c.known_until.is_(None) | (claims.c.known_until > then))


def _claims(connection: Connection, numbers: list[int], as_of: datetime | None) -> dict[int, KeptClaim]:
    found: dict[int, KeptClaim] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        of_these = claims.c.id.in_(numbers[at : at + _AT_ONCE])
        found |= dict(claims_that(connection, of_these & _known(as_of), as_of))
    return found


def _keys(connection: Connection, numbers: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        rows = connection.execute(select(claims.c.id, claims.c.key).where(claims.c.id.in_(numbers[at : at + _AT_ONCE])))
        found |= {row.id: row.key for row in rows}
    return found


def _hints(connection: Connection) -> tuple[Hint, ...]:
    kinds = (LinkKind.DELIVERS, LinkKind.ANSWERS, LinkKind.SAME, LinkKind.UPDATES)
    return tuple(
        Hint(LinkKind(row.kind), row.from_key, row.to_key, row.score / 1000) for row in unjudged(connection, kinds)
    )
