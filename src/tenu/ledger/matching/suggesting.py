"""Suggest links: which pairs of claims, of what kind, how surely, and why. A person has the last word."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tenu.ledger.matching.blocking import pairs
from tenu.ledger.matching.kinds import LinkKind
from tenu.ledger.matching.scoring import denied, differ, later_first, likeness
from tenu.ledger.matching.traits import Traits
from tenu.record import Kind

LEAST = 0.5
"""The lowest score that is worth a person's look."""

MOST_EACH = 8
"""Suggestions that are kept for a claim."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A link that might hold between two claims (by their numbers), with its score from 0 to 1 and its reasons."""

    kind: LinkKind
    from_number: int
    to_number: int
    score: float
    reasons: tuple[str, ...]


def suggest(claims: Iterable[Traits], new: "set[int] | None" = None) -> list[Suggested]:
    """Give the links worth a look among claims, the surest first; with `new`, those of these claims alone."""
    by_claim: dict[int, list[Suggested]] = defaultdict(list)
    for one, other in pairs(claims, new):
        like = likeness(one, other)
        if like.score >= LEAST and (found := _link(one, other, like.score, like.reasons)):
            by_claim[found.from_number].append(found)
            by_claim[found.to_number].append(found)
    best = {found for each in by_claim.values() for found in sorted(each, key=_surest)[:MOST_EACH]}
    return sorted(best, key=_surest)


def _surest(found: Suggested) -> tuple[float, int, int]:
    return (-found.score, found.from_number, found.to_number)


def _link(one: Traits, other: Traits, score: float, reasons: tuple[str, ...]) -> Suggested | None:
    """Tell what kind of link two like claims have: None where the earlier cannot be what the kind asks."""
    later, earlier = later_first(one, other)
    if one.kind is other.kind:
        kind = _same_kind(later, earlier)
        return Suggested(kind, later.number, earlier.number, score, reasons)
    by_kind = {one.kind: one, other.kind: other}
    if Kind.DELIVERY in by_kind and Kind.PLEDGE in by_kind:
        return _from_to(LinkKind.DELIVERS, by_kind[Kind.DELIVERY], by_kind[Kind.PLEDGE], score, reasons)
    if Kind.PLEDGE in by_kind and Kind.NEED in by_kind:
        return _from_to(LinkKind.ANSWERS, by_kind[Kind.PLEDGE], by_kind[Kind.NEED], score, reasons)
    if Kind.DECISION in by_kind and Kind.MEETING in by_kind:
        return Suggested(
            LinkKind.DECIDED_AT, by_kind[Kind.DECISION].number, by_kind[Kind.MEETING].number, score, reasons
        )
    return None


def _from_to(kind: LinkKind, what: Traits, before: Traits, score: float, reasons: tuple[str, ...]) -> Suggested | None:
    """Link what keeps a promise or meets a need to it, where it does not come before it."""
    if what.published is not None and before.published is not None and what.published < before.published:
        return None
    return Suggested(kind, what.number, before.number, score, reasons)


def _same_kind(later: Traits, earlier: Traits) -> LinkKind:
    at_once = later.published == earlier.published
    if denied(later) is not denied(earlier):
        return LinkKind.CANCELS if denied(later) and not at_once else LinkKind.CONTRADICTS
    if differ(later, earlier):
        return LinkKind.CONTRADICTS if at_once else LinkKind.UPDATES
    return LinkKind.SAME
