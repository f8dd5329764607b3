"""A time as it stands in a text: its words, what they mean, and from which day that was worked out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TimeType(StrEnum):
    """TIMEX3's types of time."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Role(StrEnum):
    """What the words before a time make of it; a time without any simply says when."""

    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Link:
    """The words between a time and the next that make them one: `through` where all between is meant (“du 3 au 5”)."""

    words: str
    through: bool


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression of a text.

    `start` and `end` are code points. `value` is EDTF for a date, the day (EDTF) of a time of day, ISO 8601 for a
    duration, and a recurrence for a set (`yearly`, `monthly`, `weekly`, `daily`, `hourly`, `every 2 years`); None where
    it cannot be worked out, and then `reason` says why. `timex` is the TIMEX3 value. `anchor` is the day that was
    counted from, None where the words alone suffice. `earliest` and `latest` are the first and last day meant.
    """

    start: int
    end: int
    words: str
    type: TimeType
    value: str | None
    timex: str | None
    anchor: date | None = None
    earliest: date | None = None
    latest: date | None = None
    role: Role | None = None
    reason: str | None = None
    link: Link | None = None
