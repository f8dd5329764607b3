"""The part of EDTF (ISO 8601-2) that claims use: what a time says, its first day and its last.

Read are days, months, years, weeks (`2022-W42`), seasons (`2022-21` spring to `2022-24` winter), quarters (`-33` to
`-36`), halves (`-40`, `-41`), decades and centuries (`199X`, `19XX`) and periods `a/b` of these, open as `a/..`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tenu.errors import TenuError

_SHAPE = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-W(\d\d)|-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASONS = {21: (3, 1, 6, 21), 22: (6, 1, 9, 22), 23: (9, 1, 12, 21), 24: (12, 1, 3, 20)}
"""Northern seasons, from the meteorologists' first day to the astronomers' last; winter has its December's year."""


class UnreadableTimeError(TenuError, ValueError):
    """A time that is not written as EDTF, or names no day of the calendar."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A time with the first and last day that it can mean; None at the open end of a period."""

    text: str
    earliest: date | None
    latest: date | None


def read(text: str) -> Edtf:
    """Read a time; `UnreadableTimeError` says what does not fit."""
    if "/" not in text:
        return Edtf(text, *_one(text))
    first, _, second = text.partition("/")
    earliest = None if first in {"", ".."} else _one(first)[0]
    latest = None if second in {"", ".."} else _one(second)[1]
    if earliest is None and latest is None:
        raise UnreadableTimeError(
            f"“{text}” names neither a beginning nor an end; write a period as 2022-10-12/2022-10-13."
        )
    if earliest and latest and latest < earliest:
        raise UnreadableTimeError(f"The period “{text}” ends before it begins; write the earlier day first.")
    return Edtf(text, earliest, latest)


def valid(text: str) -> bool:
    """Tell whether a text is a time that `read` takes."""
    try:
        read(text)
    except UnreadableTimeError:
        return False
    return True


def earliest(text: str) -> date | None:
    """Give the first day that a time can mean; None where a period has no beginning."""
    return read(text).earliest


def latest(text: str) -> date | None:
    """Give the last day that a time can mean; None where a period has no end."""
    return read(text).latest


def _one(text: str) -> tuple[date, date]:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise UnreadableTimeError(
            f"“{text}” is not a time; write a day as 2022-10-12, a month as 2022-10, a year as 2022."
        )
    year, week, part, day = shape.groups()
    try:
        return _bounds(year, week, part, day)
    except (ValueError, OverflowError, KeyError):
        raise UnreadableTimeError(f"“{text}” is on no calendar; look at the month, the day or the week.") from None


def _bounds(year: str, week: str | None, part: str | None, day: str | None) -> tuple[date, date]:
    if "X" in year:
        if week or part:
            raise ValueError(year)
        return date(max(1, int(year.replace("X", "0"))), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    number = int(year)
    if week:
        monday = date.fromisocalendar(number, int(week), 1)
        return monday, monday + timedelta(days=6)
    if part is None:
        return date(number, 1, 1), date(number, 12, 31)
    if day:
        exact = date(number, int(part), int(day))
        return exact, exact
    return _part(number, int(part))


def _part(year: int, part: int) -> tuple[date, date]:
    if part in _SEASONS:
        month, day, last_month, last_day = _SEASONS[part]
        return date(year, month, day), date(year + (last_month < month), last_month, last_day)
    if 33 <= part <= 36:
        return _months(year, 3 * (part - 33) + 1, 3)
    if part in {40, 41}:
        return _months(year, 6 * (part - 40) + 1, 6)
    return _months(year, part, 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    following = date(year + last // 12, last % 12 + 1, 1) if (year, last) != (9999, 12) else None
    return date(year, month, 1), following - timedelta(days=1) if following else date.max
