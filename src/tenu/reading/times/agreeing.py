"""Weekdays that a date nearby explains: “ces mercredi et jeudi (12 et 13 octobre 2022)” are these, not last week's."""

from dataclasses import replace

from tenu.reading.times.matching import Found
from tenu.reading.times.moment import Grain, Moment
from tenu.reading.times.sense import Sense

NEIGHBOURS = 3
"""So many times further on (and before) a date may stand that says which weekday is meant,"""
WORDS = 6
"""and so many words."""


def agreed(found: list[Found]) -> list[Found]:
    """Give the times, with each bare weekday moved by a week where a date close by has the same weekday."""
    return [(low, high, _explained(sense, found, index)) for index, (low, high, sense) in enumerate(found)]


def _explained(sense: Sense, found: list[Found], index: int) -> Sense:
    if sense.item != "T_DAY T_WEEKDAY" or sense.moment is None:
        return sense
    for low, _, other in found[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]:
        if (
            abs(low - found[index][0]) <= WORDS
            and other.item == "T_DAY"
            and other.moment
            and _a_week_apart(sense.moment, other.moment)
        ):
            return replace(sense, moment=other.moment, timex=other.moment.timex(), value=other.moment.edtf())
    return sense


def _a_week_apart(one: Moment, other: Moment) -> bool:
    return other.grain is Grain.DAY and abs((one.calendar_day - other.calendar_day).days) == 7
