"""Pairs worth comparing: claims that share a key that few others have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from tenu.ledger.matching.kinds import BETWEEN
from tenu.ledger.matching.traits import Traits

LARGEST = 40
"""Claims that a key may have in common; a key of more tells nothing by itself and is joined to a second one."""

MONTH = 30
Key = tuple[object, ...]

_COMPARED = {frozenset(pair) for pair in BETWEEN.values()}


def pairs(claims: Iterable[Traits], new: "set[int] | None" = None) -> Iterator[tuple[Traits, Traits]]:
    """Give each pair of claims that share a rare key, once; with `new`, only pairs that have one of these numbers."""
    listed = list(claims)
    often = Counter(word for claim in listed for word in claim.words)
    blocks: dict[Key, list[Traits]] = defaultdict(list)
    for claim in listed:
        for key in _keys(claim, often):
            blocks[key].append(claim)
    given: set[tuple[int, int]] = set()
    for block in blocks.values():
        if not 1 < len(block) <= LARGEST:
            continue
        for one, other in combinations(block, 2):
            pair = (min(one.number, other.number), max(one.number, other.number))
            if pair in given or not _comparable(one, other):
                continue
            if new is not None and not new.intersection(pair):
                continue
            given.add(pair)
            yield one, other


def _comparable(one: Traits, other: Traits) -> bool:
    """Tell whether two claims can tell of one thing at all: kinds that are linked, and no gifts of different donors."""
    if one.givers and other.givers and not one.givers & other.givers:
        return False
    return one.kind is other.kind or frozenset({one.kind, other.kind}) in _COMPARED


def _keys(claim: Traits, often: Counter[str]) -> set[Key]:
    """Give the keys under which a claim can meet others: two or three of its traits, near in time."""
    keys: set[Key] = set()
    actors = sorted(claim.actors)
    months = _months(claim)
    for amount in claim.amounts:
        keys |= {("amount", *amount, actor) for actor in actors}
        keys |= {("amount", *amount, month) for month in months}
    for count in claim.quantities:
        keys |= {("quantity", *count, actor) for actor in actors}
        keys |= {("quantity", *count, month) for month in months}
    couples = list(combinations(actors, 2))
    for thing in claim.items:
        keys |= {("item", thing, *couple, month) for couple in couples for month in months}
        keys |= {("item", thing, actor, month) for actor in actors for month in months}
    if claim.days is not None and claim.days[1] - claim.days[0] <= 1:
        keys |= {("day", claim.kind, day, actor) for actor in actors for day in range(claim.days[0], claim.days[1] + 1)}
    rare = sorted(claim.words, key=lambda word: (often[word], word))[:4]
    keys |= {("words", *couple) for couple in combinations(sorted(rare), 2)}
    return keys


def _months(claim: Traits) -> list[int]:
    """Give the months about which a claim's document was published, so that neighbours meet at their border."""
    if claim.published is None:
        return []
    return sorted({(claim.published - MONTH // 2) // MONTH, (claim.published + MONTH // 2) // MONTH})
