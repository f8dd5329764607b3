"""The things that a document has told of so far, found again by who and what."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import Thing, content, key
from tenu.record import Kind

_RECENT = 40  # things told shortly before are looked at whatever they share


class Told:
    """Things in the order in which they were first told, with an index of their actors, words and sums."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self._places: dict[int, int] = {}
        self._first: list[int] = []
        self._index: dict[tuple[Kind, object], list[int]] = defaultdict(list)
        self._kinds: dict[Kind, list[int]] = defaultdict(list)

    def add(self, draft: Draft, home: Thing | None) -> None:
        """Add a draft to the thing that it tells of, or as a new one."""
        if home is None:
            home = Thing()
            self._places[id(home)] = len(self.things)
            self._kinds[draft.kind].append(len(self.things))
            self.things.append(home)
            self._first.append(draft.order)
        home.add(draft)
        if not draft.weak:
            for word in _words(draft):
                self._index[draft.kind, word].append(self._places[id(home)])

    def join(self, thing: Thing, home: Thing) -> None:
        """Let what was held for a thing of its own be told of another; its place stays empty."""
        for draft in thing.drafts:
            self.add(draft, home)
        thing.drafts.clear()

    def near(self, draft: Draft) -> Iterator[Thing]:
        """Give the things that share an actor, a word or a sum with a draft, or stand near it, in their order."""
        same_kind = self._kinds[draft.kind]
        found = set(same_kind[-_RECENT:])
        if draft.weak or not draft.actors:
            found.update(self._around(draft, same_kind))
        for word in _words(draft):
            found.update(self._index[draft.kind, word][-_RECENT:])
        return (self.things[place] for place in sorted(found) if self.things[place].drafts)

    def _around(self, draft: Draft, same_kind: list[int]) -> list[int]:
        """Give the things of a kind that were first told about where a passing mention stands."""
        place = bisect_left(same_kind, draft.order, key=lambda i: self._first[i])
        return same_kind[max(place - _RECENT, 0) : place + _RECENT]


def _words(draft: Draft) -> set[object]:
    words: set[object] = {key(actor) for actor in draft.actors}
    for item in draft.items:
        words |= content(item.name)
        if item.amount is not None:
            words.add((item.amount, item.currency))
    return words
