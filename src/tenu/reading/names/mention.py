"""Where a text names somebody or something, and who that is."""

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    OFFICE = "office"  # a person by the office alone: “le ministre”, “the President”
    ORGANISATION = "organisation"
    COUNTRY = "country"
    GOVERNMENT = "government"  # a country's government as a whole: “les autorités moldaves”
    PLACE = "place"
    ADJECTIVE = "adjective"  # “ukrainien”, “Swiss”: tells a country, names no actor
    GROUP = "group"  # people of a country, “les Alliés”, “the two leaders”
    NAME = "name"  # capitals that name something untold


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something.

    `start` to `end` hold the whole mention with title and office, `name_start` to `name_end` the name alone (the whole
    mention where it has no name), in code points. `sentence` and `head` are indexes: the analysis, and the word of it
    that stands for the mention. `iso` (ISO 3166-1 alpha-3, XKX for Kosovo) is the country that the words name, `seat`
    the country whose capital a place is, `country` that of an office or a national body; `id` is tenu's own for a known
    body (`org/nato`). `gender` is `m`, `f` or empty. `rank` is lower for a fuller name of a known body.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    name: str
    name_start: int
    name_end: int
    sentence: int
    head: int
    office: str | None = None
    iso: str | None = None
    seat: str | None = None
    country: str | None = None
    id: str | None = None
    gender: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what mentions name, within one document.

    `name` is the fullest form that the document gives, without office where it gives a name, or the noun phrase where
    it gives none (`named` is False then). `iso` only for a country or its government as a whole. `seat` is the country
    that a capital may stand for (“Washington said”): for an actor use `as_actor`. `members` are those whom a plural
    (“they”, “the two leaders”) stands for, where the text tells. `aliases` are the other names it gives.
    """

    name: str
    kind: MentionKind
    iso: str | None = None
    id: str | None = None
    seat: str | None = None
    gender: str = ""
    named: bool = True
    office: str | None = None
    members: tuple["Entity", ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def as_actor(self) -> "Entity":
        """Give the entity as one who acts: a capital is its country's government."""
        if self.seat is None:
            return self
        return Entity(
            self.name,
            MentionKind.GOVERNMENT,
            self.seat,
            None,
            None,
            "",
            self.named,
            None,
            (),
            self.aliases,
            self.mentions,
        )
