"""What one passage says: claims and their parts."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tenu.record.span import Passage

PERSON = "person"
"""The reader of claims that somebody wrote himself: `version` tells the day, `rule` who it was."""

Number = int | Decimal
"""An exact number: an integer where it is one, else a decimal; never a float."""


class Kind(StrEnum):
    """The kinds of claim."""

    MEETING = "meeting"
    STATEMENT = "statement"
    NEED = "need"
    PLEDGE = "pledge"
    DELIVERY = "delivery"
    DECISION = "decision"
    AGREEMENT = "agreement"
    ACTIVITY = "activity"


class Status(StrEnum):
    """How far the thing that a claim tells of has come, at the time of the document."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    EXPECTED = "expected"
    DENIED = "denied"


class Role(StrEnum):
    """The parts that actors play in claims."""

    PARTICIPANT = "participant"
    HOST = "host"
    CHAIR = "chair"
    RECIPIENT = "recipient"
    ASKER = "asker"
    DONOR = "donor"
    DECIDER = "decider"
    PARTY = "party"
    ORGANISER = "organiser"
    SPEAKER = "speaker"


class Manner(StrEnum):
    """How a statement is given: in quotation marks, partly so, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who plays a part: the fullest name that the document gives, and the words (in code points) that stand here.

    `id` is tenu's own for a known body (`org/nato`) or country (`country/FRA`); `iso` is ISO 3166-1 alpha-3, for
    countries and their governments as a whole only.
    """

    role: Role
    name: str
    mention: str
    start: int
    end: int
    id: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something takes place; `iso` (ISO 3166-1 alpha-3, XKX for Kosovo) for countries only."""

    name: str
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What is needed, promised, given, decided or agreed; `start` and `end` in code points.

    `quantity` counts pieces or `unit`s; `amount` is money in `currency` (ISO 4217), exact.
    """

    name: str
    start: int
    end: int
    quantity: Number | None = None
    unit: str | None = None
    amount: Number | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that were found to tell a time or an amount and could not be read, with the reason."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Which reader proposed a claim, in which version, by which rule."""

    reader: str
    version: str
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says, as a reader proposes it.

    `when` and `by` (a deadline) are EDTF: day, month, year, `a/b`, `2022-W42`, seasons `-21` to `-24`; `when_words`
    and `by_words` are the words they came from. `quote` and `manner` belong to statements alone. `also` holds further
    passages of the document that tell the same thing.
    """

    id: str
    kind: Kind
    evidence: Passage
    read_by: ReadBy
    status: Status | None = None
    when: str | None = None
    when_words: str | None = None
    by: str | None = None
    by_words: str | None = None
    recurs: str | None = None
    where: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    items: tuple[Item, ...] = ()
    quote: str | None = None
    manner: Manner | None = None
    also: tuple[Passage, ...] = ()
    unread: tuple[Unread, ...] = ()
