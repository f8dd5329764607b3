"""A claim while it is made: what one frame found in one sentence, with names, times and amounts worked out."""

from dataclasses import dataclass, field

from tenu.record import Actor, Item, Kind, Passage, Place, Status, Unread


@dataclass(slots=True)
class Draft:
    """One candidate, resolved; `order` is its sentence's place in the document.

    `event` is the name that the text gives to what takes place: the Oslo Energy Forum. `weak` drafts only support
    others, and give them their actors where they are marked `adds`. `met` are those whom somebody meets, told
    behind the word itself (“met with *the mayor*”); on a `trip` others are met one by one. A meeting is `known` by
    its article (*the* meeting with the king), and `resumed` where nothing else is told of which one it is (*this*
    meeting). It is `bare` where a noun tells it without a verb, as headings do. What stands `since` a day has no
    day of its own. `elsewhere` tells that its sentence names a place, `by_nobody` that nobody stands there as the
    one who gives. What is told `besides` (“is *also* available”) comes on top of what was told before.
    """

    kind: Kind
    rule: str
    evidence: Passage
    order: int
    status: Status | None = None
    weak: bool = False
    adds: bool = False
    title: bool = False
    bare: bool = False
    known: bool = False
    resumed: bool = False
    when: str | None = None
    when_words: str | None = None
    since: bool = False
    by: str | None = None
    by_words: str | None = None
    recurs: str | None = None
    where: list[Place] = field(default_factory=list)
    elsewhere: bool = False
    by_nobody: bool = False
    event: str | None = None
    actors: list[Actor] = field(default_factory=list)
    met: frozenset[str] = frozenset()
    trip: bool = False
    besides: bool = False
    items: list[Item] = field(default_factory=list)
    also: list[Passage] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How much the draft tells: the one that tells most gives a claim its evidence."""
        told = 2 * len(self.actors) + len(self.items) + len(self.where) + 2 * (self.when is not None)
        return told - 6 * self.title - 4 * self.weak - 2 * (self.status is Status.EXPECTED)
