"""When two passages of one document tell of the same thing: by who, what and when, never by likeness of wording alone."""

import re
from functools import lru_cache

from tenu.reading.claims.draft import Draft
from tenu.record import Actor, Item, Kind, Role

_WORD = re.compile(r"\w+")
_SHORT = 3  # words of up to three letters (le, of, des) tell nothing apart
_ACTING = {
    Kind.DECISION: (Role.DECIDER,),
    Kind.PLEDGE: (Role.DONOR,),
    Kind.DELIVERY: (Role.DONOR,),
    Kind.AGREEMENT: (Role.PARTY,),
    Kind.NEED: (Role.RECIPIENT, Role.ASKER),
}


def same_thing(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts of one document tell of the same meeting, promise, decision …"""
    if one.kind is not other.kind or not _times_agree(one, other):
        return False
    if one.kind is Kind.MEETING:
        return _same_meeting(one, other)
    if _amounts_differ(one, other):
        return False
    if not _actors_agree(one, other, _ACTING.get(one.kind, ())):
        return False
    return _items_agree(one, other)


def _same_meeting(one: Draft, other: Draft) -> bool:
    """Hold two meetings for one where nobody differs: one's company is within the other's, or shares two with it."""
    left, right = {_key(a) for a in one.actors}, {_key(a) for a in other.actors}
    if one.weak or other.weak:
        return bool(left & right) or not left or not right
    shared = left & right
    if not shared:
        return False
    if left <= right or right <= left:
        return len(shared) > 1 or _same_occasion(one, other)
    return len(shared) > 1


def _same_occasion(one: Draft, other: Draft) -> bool:
    """Tell whether day or place ties two meetings that share one participant, or nothing tells them apart."""
    if one.when and one.when == other.when:
        return True
    if {p.name for p in one.where} & {p.name for p in other.where}:
        return True
    return one.title or other.title or abs(one.order - other.order) <= 1


def _times_agree(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None or one.when == other.when:
        return True
    return one.when.startswith(other.when) or other.when.startswith(one.when)


def _actors_agree(one: Draft, other: Draft, roles: tuple[Role, ...]) -> bool:
    left = {_key(a) for a in one.actors if a.role in roles}
    right = {_key(a) for a in other.actors if a.role in roles}
    return not left or not right or bool(left & right)


def _amounts_differ(one: Draft, other: Draft) -> bool:
    left = {(i.amount, i.currency) for i in one.items if i.amount is not None}
    right = {(i.amount, i.currency) for i in other.items if i.amount is not None}
    return bool(left) and bool(right) and not left & right


def _items_agree(one: Draft, other: Draft) -> bool:
    if not one.items or not other.items:
        return one.weak or other.weak or (not one.items and not other.items)
    return any(_same_item(a, b) for a in one.items for b in other.items)


def _same_item(one: Item, other: Item) -> bool:
    if one.amount is not None and one.amount == other.amount and one.currency == other.currency:
        return True
    left, right = content(one.name), content(other.name)
    return bool(left) and bool(right) and len(left & right) / min(len(left), len(right)) >= 0.6


def _key(actor: Actor) -> str:
    return actor.id or actor.iso or actor.name.casefold()


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """Give the words of a name that tell it apart, without plural endings."""
    words = (word.casefold() for word in _WORD.findall(name))
    return frozenset(word.rstrip("sx") for word in words if len(word) > _SHORT or word.isdigit())
