"""What a rule makes of its words, and what it may ask of the text around them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tenu.reading.times.moment import Grain, Moment
from tenu.reading.times.time import TimeType

NO_ANCHOR = "no day is known to count from"
NO_REFERENCE = "the day that it is counted from is not in this text"
VAGUE = "the words name no day, month or year"


@dataclass(frozen=True, slots=True)
class Sense:
    """What words mean: a moment where it could be worked out, else why not.

    `item` is the class under which later rules see these words; `counted` says that the page's day was used.
    """

    type: TimeType
    item: str
    moment: Moment | None = None
    timex: str | None = None
    value: str | None = None
    reason: str | None = None
    counted: bool = False
    number: int | float | str = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several times that a rule reads at once: from the word of one group to that of another."""

    first: str
    last: str
    sense: Sense


@dataclass(slots=True)
class Context:
    """The page's day (and minute, where it is told), the last moment told before, and the tense around a word."""

    anchor: date | None
    now: datetime | None
    tense_at: Callable[[int], str | None]
    settings: Mapping[str, Any]
    position: int = 0
    last: Moment | None = None
    quarter: Moment | None = None
    opens: bool = False
    tenses: dict[int, str | None] = field(default_factory=dict)

    @property
    def tense(self) -> str | None:
        """The tense told around the words that are being read: `past`, `future` or None."""
        if self.position not in self.tenses:
            self.tenses[self.position] = self.tense_at(self.position)
        return self.tenses[self.position]


Caught = Mapping[str, Any]
Meaning = Callable[[Caught, Context], "Sense | list[Part] | None"]

ITEMS = {
    Grain.DAY: "T_DAY",
    Grain.WEEKEND: "T_WEEK",
    Grain.WEEK: "T_WEEK",
    Grain.MONTH: "T_MONTH",
    Grain.QUARTER: "T_QUARTER",
    Grain.HALF: "T_QUARTER",
    Grain.SEASON: "T_SEASON",
    Grain.YEAR: "T_YEAR",
    Grain.DECADE: "T_ERA",
    Grain.CENTURY: "T_ERA",
    Grain.MILLENNIUM: "T_ERA",
}


def dated(moment: Moment | None, counted: bool = False, item: str | None = None) -> Sense | None:
    """Give the sense of a date; None (not a time at all) where the calendar has no such day."""
    if moment is None:
        return None
    return Sense(TimeType.DATE, item or ITEMS[moment.grain], moment, moment.timex(), moment.edtf(), None, counted)


def undated(timex: str | None, item: str, reason: str = NO_ANCHOR, kind: TimeType = TimeType.DATE) -> Sense:
    """Give the sense of a date that could not be worked out, with the reason."""
    return Sense(kind, item, None, timex, None, reason)
