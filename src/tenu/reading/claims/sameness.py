"""When two passages of one document tell of the same thing: by who, what and when."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from tenu.reading.claims.draft import Draft
from tenu.record import Actor, Item, Kind, Role, Status

_WORD = re.compile(r"\w+")
_SHORT = 3  # words of up to three letters (le, of, des) tell nothing apart
_NEAR = 2  # sentences: what is told so close together is told of one occasion, where nothing speaks against it
LEAD = 2
"""So many sentences behind a title tell what it names."""
_GIVEN = frozenset({Kind.PLEDGE, Kind.DELIVERY})
_ACTING = {
    Kind.DECISION: (Role.DECIDER,),
    Kind.PLEDGE: (Role.DONOR,),
    Kind.DELIVERY: (Role.DONOR,),
    Kind.AGREEMENT: (Role.PARTY,),
    Kind.NEED: (Role.RECIPIENT, Role.ASKER),
}


@dataclass(slots=True)
class Thing:
    """The drafts that are held to tell of one thing, and what they tell together."""

    drafts: list[Draft] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)

    def add(self, draft: Draft) -> None:
        """Take one more draft in; what a passing mention names is no part of what the thing is known by."""
        self.drafts.append(draft)
        if not draft.weak:
            self.actors |= {key(actor) for actor in draft.actors}
            self.places |= {place.iso or place.name for place in draft.where}
            self.times |= {draft.when} if draft.when else set()
            self.events |= {draft.event} if draft.event else set()
            self.met |= draft.met

    @property
    def kind(self) -> Kind:
        """The kind of all its drafts."""
        return self.drafts[0].kind

    def distance(self, draft: Draft) -> int:
        """How many sentences lie between a draft and the nearest that tells of the thing; titles stand beside all."""
        return min((abs(draft.order - own.order) for own in self.drafts if not own.weak and not own.title), default=0)


def tells_of(draft: Draft, thing: Thing) -> bool:
    """Tell whether a draft is about a thing that is known already: the same meeting, promise, decision …"""
    if draft.kind is not thing.kind or not _times_agree(draft, thing):
        return False
    if draft.kind is Kind.MEETING:
        return _same_meeting(draft, thing)
    return any(_same_matter(draft, own) for own in thing.drafts if not own.weak)


def heads(title: Draft, thing: Thing) -> bool:
    """Tell whether a title may be told of a thing, in other words: the same people, or none, and nothing against it."""
    company = {key(actor) for actor in title.actors}
    people = not company or bool(company & thing.actors) or _named_alike(title, thing)
    return people and _times_agree(title, thing) and not any(_amounts_differ(title, own) for own in thing.drafts)


def _same_meeting(draft: Draft, thing: Thing) -> bool:
    """Hold two meetings for one where nobody differs, or two and more are at both."""
    company = {key(actor) for actor in draft.actors}
    if draft.weak:
        return draft.adds or not company or bool(company & thing.actors)
    shared = company & thing.actors
    if (not draft.title and draft.resumed) or (draft.known and shared and company <= thing.actors):
        return True
    if draft.title and (shared or _named_alike(draft, thing)):
        return True
    if not draft.title and not (_stages_agree(draft, thing) and _met_agree(draft, thing)):
        return False
    if not company and draft.when and draft.when in thing.times:
        return True
    if len(shared) > 1 or (draft.event and draft.event in thing.events):
        return True
    if shared and _only_host(draft, shared) and _only_host_in(thing, shared) and not draft.title:
        return bool(draft.when) and draft.when in thing.times
    if not shared or not (company <= thing.actors or thing.actors <= company):
        return False
    places = {place.iso or place.name for place in draft.where}
    if places and thing.places and not places & thing.places:
        return False
    if draft.when and draft.when in thing.times:
        return True
    return draft.title or any(own.title for own in thing.drafts) or thing.distance(draft) <= _NEAR


def _only_host(draft: Draft, shared: set[str]) -> bool:
    """Tell whether those whom a meeting shares with another only hold it: who holds one may hold many."""
    return all(actor.role is not Role.PARTICIPANT for actor in draft.actors if key(actor) in shared)


def _only_host_in(thing: Thing, shared: set[str]) -> bool:
    return all(_only_host(own, shared) for own in thing.drafts if not own.weak)


def _named_alike(title: Draft, thing: Thing) -> bool:
    """Tell whether a title says in fewer words who is there: “Labor Leaders” for “a group of labor leaders”."""
    told = [content(actor.name) for own in thing.drafts if not own.weak for actor in own.actors]
    return any(
        words and words <= longer for actor in title.actors for words in [content(actor.name)] for longer in told
    )


def _met_agree(draft: Draft, thing: Thing) -> bool:
    """Keep apart the talks of one delegation with one and with another, and both from the trip that they belong to."""
    told = [own for own in thing.drafts if not own.weak and not own.title]
    if any(own.order == draft.order for own in told):
        return True
    if draft.met and thing.met:
        return bool(draft.met & thing.met)
    alike = draft.trip == all(own.trip for own in told)
    return alike or (draft.met <= thing.actors if draft.met else not thing.met)


_OVER = frozenset({Status.DONE, Status.ONGOING})


def _stages_agree(draft: Draft, thing: Thing) -> bool:
    """Tell whether what is over and what is still to come are kept apart: a call that announces a visit is not it."""
    stages = {own.status in _OVER for own in thing.drafts if not own.weak and not own.title and own.status}
    return draft.status is None or not stages or (draft.status in _OVER) in stages


def _same_matter(one: Draft, other: Draft) -> bool:
    """Tell whether `one`, told later, is about what the other told."""
    if one.besides and one.kind in _GIVEN and one.order != other.order and not (one.title or other.title):
        return False
    if _amounts_differ(one, other):
        return False
    heading = one.title or other.title
    if not heading and not (_receivers_agree(one, other) and _sums_agree(one, other)):
        return False
    if not heading and not _actors_agree(one, other, _ACTING.get(one.kind, ())):
        return False
    return _items_agree(one, other) or (heading and _takes_up_title(one, other))


def _takes_up_title(one: Draft, other: Draft) -> bool:
    """Tell whether a lead says more fully what somebody does in the title: a *disaster* declared, its declaration."""
    title, lead = (one, other) if one.title else (other, one)
    if lead.title or lead.order - title.order > LEAD:
        return False
    roles = _ACTING.get(title.kind, ())
    acting = {key(actor) for actor in title.actors if actor.role in roles}
    if not acting & {key(actor) for actor in lead.actors if actor.role in roles}:
        return False
    left, right = ({word for item in draft.items for word in content(item.name)} for draft in (title, lead))
    return bool(left & right)


def _times_agree(draft: Draft, thing: Thing) -> bool:
    if draft.when is None or not thing.times:
        return True
    return any(draft.when.startswith(own) or own.startswith(draft.when) for own in thing.times)


def _actors_agree(one: Draft, other: Draft, roles: tuple[Role, ...]) -> bool:
    left = {key(a) for a in one.actors if a.role in roles}
    right = {key(a) for a in other.actors if a.role in roles}
    return not left or not right or bool(left & right)


def _sums_agree(one: Draft, other: Draft) -> bool:
    """Hold a gift with its sum and one without for the same only where they are told in one breath."""
    if one.kind not in {Kind.PLEDGE, Kind.DELIVERY}:
        return True
    told = [any(item.amount is not None for item in draft.items) for draft in (one, other)]
    return told[0] == told[1] or abs(one.order - other.order) <= 1


def _receivers_agree(one: Draft, other: Draft) -> bool:
    """Hold two gifts apart that go to different receivers."""
    left = [a for a in one.actors if a.role is Role.RECIPIENT]
    right = [a for a in other.actors if a.role is Role.RECIPIENT]
    return (
        not left or not right or any(key(a) == key(b) or content(a.name) & content(b.name) for a in left for b in right)
    )


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
    shared = left & right
    if not shared or len(shared) / min(len(left), len(right)) < 0.6:
        return False
    longer = max(one.name, other.name, key=len)
    return len(shared) / max(len(left), len(right)) > 0.2 or bool(content(longer.split()[0]) & shared)


def key(actor: Actor) -> str:
    """Give what an actor is known by: its id, its country, else its name."""
    return actor.id or actor.iso or actor.name.casefold()


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """Give the words of a name that tell it apart, without plural endings; its last word always does: *federal aid*."""
    words = [word.casefold() for word in _WORD.findall(name)]
    telling = [word for word in words[:-1] if len(word) > _SHORT or word.isdigit()]
    return frozenset(word.rstrip("sx") or word for word in (*telling, *words[-1:]))
