"""One claim for one thing: what a document tells several times becomes one draft with several passages."""

from collections.abc import Iterable
from dataclasses import replace

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import LEAD, Thing, content, heads, tells_of
from tenu.reading.claims.told import Told
from tenu.record import Kind, Passage, Role, Status

_DAY, _MONTH = len("2025-01-01"), len("2025-01")


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Bring together the drafts that tell of the same thing, and leave out weak ones that support nothing."""
    told = Told()
    weak: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.title, d.order)):
        if draft.weak or _names_nobody(draft):
            weak.append(draft)
        else:
            _place(draft, told)
    _bring_home(told)
    _bring_titles_home(told)
    for draft in weak:
        home = _nearest(draft, told)
        if home is not None:
            told.add(draft, home)
        elif not draft.weak and _is_told_apart(draft):
            _place(draft, told)
    return sorted(
        (_one(thing.drafts) for thing in told.things if thing.drafts and not _is_nobodys_effort(thing)),
        key=lambda d: (d.evidence.start, d.evidence.end, d.kind),
    )


def _is_nobodys_effort(thing: Thing) -> bool:
    """Tell whether an effort is only spoken of: “the aim is to deepen cooperation” names no one who makes it."""
    return thing.kind is Kind.ACTIVITY and not any(draft.actors or draft.when for draft in thing.drafts)


def _bring_home(told: Told) -> None:
    """Join what was taken for another meeting to the one that the title has since told more of: *the* session."""
    for thing in [one for one in told.things if one.drafts and all(d.known and not d.when for d in one.drafts)]:
        others = [one for one in told.near(thing.drafts[0]) if one is not thing]
        home = next((one for one in others if all(tells_of(draft, one) for draft in thing.drafts)), None)
        if home is not None:
            told.join(thing, home)


def _bring_titles_home(told: Told) -> None:
    """Join what only a title tells to the first thing of its kind that the text below tells of the same people."""
    only = [one for one in told.things if one.drafts and all(draft.title for draft in one.drafts)]
    for title in only:
        others = (one for one in told.things if one.drafts and one.kind is title.kind and one not in only)
        home = _told_below((one for one in others if all(heads(draft, one) for draft in title.drafts)), title.drafts[0])
        if home is not None:
            told.join(title, home)


def _told_below(things: Iterable[Thing], title: Draft) -> Thing | None:
    """Give the thing that is told first below a title, else the first of all."""
    return min(things, key=lambda thing: min(_behind(own, title) for own in thing.drafts), default=None)


def _behind(draft: Draft, title: Draft) -> tuple[bool, int]:
    return draft.order < title.order or draft.title, draft.order


def _names_nobody(draft: Draft) -> bool:
    """Tell whether a meeting is only taken up: “the talks will focus on …” names no one who meets."""
    return draft.kind is Kind.MEETING and not draft.actors


def _is_told_apart(draft: Draft) -> bool:
    """Tell whether a meeting of nobody named is still one of its own: by its name, its day, or its place and time."""
    exact = _MONTH if draft.status is Status.PLANNED else _DAY
    timed = draft.when is not None and len(draft.when) >= exact
    return bool(draft.event) or timed or bool(draft.when and draft.where)


def _place(draft: Draft, told: Told) -> None:
    fitting = [thing for thing in told.near(draft) if tells_of(draft, thing)]
    if draft.title:
        home = _told_below(fitting, draft)
    elif draft.resumed or draft.known:
        home = _last_told(fitting, draft)
    else:
        home = next(iter(fitting), None)
    told.add(draft, home or _headed(draft, told))


def _headed(draft: Draft, told: Told) -> Thing | None:
    """Find the meeting that a heading names without a verb, *Readout of the Meeting with Miners*: the lead tells it."""
    if not (draft.title and draft.bare and draft.kind is Kind.MEETING):
        return None
    lead = [thing for thing in told.near(draft) if thing.kind is Kind.MEETING and _first(thing) - draft.order <= LEAD]
    return min(lead, key=_first, default=None)


def _nearest(draft: Draft, told: Told) -> Thing | None:
    """Find the thing that a passing mention (“during the talks”) is about: the last one told before it that fits.

    Who took part is told of the meeting that the page is about: the first one.
    """
    fitting = [thing for thing in told.near(draft) if tells_of(draft, thing)]
    if draft.adds and fitting:
        return min(fitting, key=lambda thing: (all(own.title for own in thing.drafts), _first(thing)))
    return _last_told(fitting, draft) or (fitting[0] if fitting else None)


def _last_told(things: Iterable[Thing], draft: Draft) -> Thing | None:
    before = [thing for thing in things if _first(thing) <= draft.order]
    return max(before, key=lambda thing: _last_before(thing, draft), default=None)


def _first(thing: Thing) -> int:
    return min(own.order for own in thing.drafts)


def _last_before(thing: Thing, draft: Draft) -> int:
    return max((own.order for own in thing.drafts if own.order <= draft.order and not own.title), default=-1)


def _one(group: list[Draft]) -> Draft:
    """Make one draft of several: the fullest gives the evidence, the others add what it does not tell."""
    best = max(group, key=lambda d: (not d.weak, d.weight, -d.order))
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
    if not other.weak or other.adds:
        _add_actors(best, other)
    if not other.weak:
        places = {place.name for place in best.where}
        best.where.extend(place for place in other.where if place.name not in places)
    for item in other.items:
        if not any(
            content(item.name) <= content(kept.name) or item.amount == kept.amount is not None for kept in best.items
        ):
            best.items.append(item)
    best.unread.extend(other.unread)
    for passage in (other.evidence, *other.also):
        if not _stands(passage, best):
            best.also.append(passage)


def _add_actors(best: Draft, other: Draft) -> None:
    """Add whom another telling names; who is told to host one of those that he meets there is no mere participant."""
    known = {actor.name for actor in best.actors}
    guests = {actor.name for actor in other.actors if actor.role is Role.PARTICIPANT}
    hosts = {actor.name for actor in other.actors if actor.role is Role.HOST} if guests & known else set()
    best.actors = [
        replace(actor, role=Role.HOST) if actor.name in hosts and actor.role is Role.PARTICIPANT else actor
        for actor in best.actors
    ]
    best.actors.extend(actor for actor in other.actors if actor.name not in known)


def _stands(passage: Passage, draft: Draft) -> bool:
    return any(p.start == passage.start and p.end == passage.end for p in (draft.evidence, *draft.also))
