"""One claim for one thing: what a document tells several times becomes one draft with several passages."""

from collections.abc import Iterable

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import content, same_thing
from tenu.record import Passage


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Bring together the drafts that tell of the same thing, and leave out weak ones that support nothing."""
    strong: list[Draft] = []
    weak: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.title, d.order)):
        (weak if draft.weak else strong).append(draft)
    groups: list[list[Draft]] = []
    for draft in strong:
        home = _home(draft, groups)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    for draft in weak:
        home = _nearest(draft, groups)
        if home is not None:
            home.append(draft)
    return sorted((_one(group) for group in groups), key=lambda d: (d.evidence.start, d.evidence.end, d.kind))


def _home(draft: Draft, groups: list[list[Draft]]) -> list[Draft] | None:
    return next((group for group in groups if any(same_thing(draft, other) for other in group)), None)


def _nearest(draft: Draft, groups: list[list[Draft]]) -> list[Draft] | None:
    """Find the thing that a passing mention (“during the talks”) is about: the last one told before it that fits."""
    fitting = [group for group in groups if any(same_thing(draft, other) for other in group if not other.weak)]
    before = [group for group in fitting if min(d.order for d in group if not d.weak) <= draft.order]
    return max(before, key=lambda g: max(d.order for d in g if not d.weak and d.order <= draft.order), default=None) or (
        fitting[0] if fitting else None
    )


def _one(group: list[Draft]) -> Draft:
    """Make one draft of several: the fullest gives the evidence, the others add what it does not tell."""
    best = max(group, key=lambda d: (d.weight, -d.order))
    for other in sorted(group, key=lambda d: (d.title, d.weak, d.order)):
        if other is not best:
            _add(best, other)
    return best


def _add(best: Draft, other: Draft) -> None:
    if best.when is None:
        best.when, best.when_words = other.when, other.when_words
    if best.by is None:
        best.by, best.by_words = other.by, other.by_words
    best.recurs = best.recurs or other.recurs
    if best.title and not other.title:
        best.status = other.status
    known = {actor.name for actor in best.actors}
    best.actors.extend(actor for actor in other.actors if actor.name not in known and not other.weak)
    places = {place.name for place in best.where}
    best.where.extend(place for place in other.where if place.name not in places and not other.weak)
    for item in other.items:
        if not any(content(item.name) <= content(kept.name) or item.amount == kept.amount is not None for kept in best.items):
            best.items.append(item)
    best.unread.extend(other.unread)
    for passage in (other.evidence, *other.also):
        if not _stands(passage, best):
            best.also.append(passage)


def _stands(passage: Passage, draft: Draft) -> bool:
    return any(p.start == passage.start and p.end == passage.end for p in (draft.evidence, *draft.also))
