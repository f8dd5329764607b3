"""A stretch of the calendar, from an hour to a century, as EDTF and as TIMEX3."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

SEASONS = ("SP", "SU", "FA", "WI")


class Grain(IntEnum):
    """How wide a stretch is."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    SEASON = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10
    MILLENNIUM = 11


UNITS = {grain.name.lower(): grain for grain in Grain}


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of `grain`: `number` counts its months, weeks, quarters, halves or seasons within the year, from 1.

    A decade's `year` is its first (1990), a century's too (1900). `clock` is TIMEX3's time of day (`T18:00`, `TEV`).
    """

    grain: Grain
    year: int
    number: int = 0
    day: int = 0
    clock: str = ""

    @property
    def calendar_day(self) -> date:
        """The day itself, for a moment of a day."""
        return date(self.year, self.number, self.day)

    def timex(self) -> str:
        """Give the value as TIMEX3 writes it."""
        return _TIMEX[self.grain](self) + self.clock

    def edtf(self) -> str:
        """Give the value as EDTF writes it, without the time of day; quarters and halves of a year by their months."""
        if self.grain is Grain.WEEKEND:
            monday = date.fromisocalendar(self.year, self.number, 1)
            return f"{monday + timedelta(days=5)}/{monday + timedelta(days=6)}"
        if self.grain in {Grain.QUARTER, Grain.HALF}:
            months = _MONTHS[self.grain]
            return f"{self.year:04}-{months * (self.number - 1) + 1:02}/{self.year:04}-{months * self.number:02}"
        if self.grain is Grain.SEASON:
            return f"{self.year:04}-{self.number + 20:02}"
        if self.grain is Grain.DECADE:
            return f"{self.year // 10:03}X"
        return f"{self.year // 100:02}XX" if self.grain is Grain.CENTURY else _TIMEX[self.grain](self)

    def first(self) -> date:
        """Give the first day."""
        if self.grain is Grain.DAY:
            return self.calendar_day
        if self.grain in _WEEKS:
            return date.fromisocalendar(self.year, self.number, 1 if self.grain is Grain.WEEK else 6)
        months = _MONTHS.get(self.grain)
        if self.grain is Grain.SEASON:
            return date(self.year, 3 * self.number, 1)
        return date(self.year, months * (self.number - 1) + 1, 1) if months else date(max(self.year, 1), 1, 1)

    def shift(self, count: int) -> "Moment":
        """Give the stretch of the same grain so many further on (or back, below 0)."""
        if self.grain is Grain.DAY:
            return replace(of(self.calendar_day + timedelta(days=count), Grain.DAY), clock=self.clock)
        if self.grain in _WEEKS:
            return of(self.first() + timedelta(weeks=count), self.grain)
        per_year = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.SEASON: 4, Grain.HALF: 2}.get(self.grain)
        if per_year:
            years, rest = divmod(self.year * per_year + self.number - 1 + count, per_year)
            return replace(self, year=_on_calendar(years), number=rest + 1)
        width = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}.get(self.grain, 1)
        return replace(self, year=_on_calendar(self.year + count * width))

    def months_on(self, count: int) -> "Moment":
        """Give the same stretch so many months later; the last day of a month stays within its month."""
        if self.grain is Grain.DAY:
            month = Moment(Grain.MONTH, self.year, self.number).shift(count)
            return replace(
                self, year=month.year, number=month.number, day=min(self.day, last_day(month.year, month.number))
            )
        if self.grain in _WEEKS:
            return of(of(self.first(), Grain.DAY).months_on(count).calendar_day, self.grain)
        steps = _MONTHS.get(self.grain, 3 if self.grain is Grain.SEASON else 12)
        return self.shift(count // steps)


_WEEKS = frozenset({Grain.WEEK, Grain.WEEKEND})
_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}
_TIMEX = {
    Grain.DAY: lambda m: f"{m.year:04}-{m.number:02}-{m.day:02}",
    Grain.WEEKEND: lambda m: f"{m.year:04}-W{m.number:02}-WE",
    Grain.WEEK: lambda m: f"{m.year:04}-W{m.number:02}",
    Grain.MONTH: lambda m: f"{m.year:04}-{m.number:02}",
    Grain.QUARTER: lambda m: f"{m.year:04}-Q{m.number}",
    Grain.SEASON: lambda m: f"{m.year:04}-{SEASONS[m.number - 1]}",
    Grain.HALF: lambda m: f"{m.year:04}-H{m.number}",
    Grain.YEAR: lambda m: f"{m.year:04}",
    Grain.DECADE: lambda m: f"{m.year // 10:03}",
    Grain.CENTURY: lambda m: f"{m.year // 100:02}",
    Grain.MILLENNIUM: lambda m: f"{m.year // 1000}",
}


def of(day: date, grain: Grain) -> Moment:
    """Give the stretch of a grain in which a day lies; a winter counts to the year of its December."""
    if grain is Grain.DAY:
        return Moment(grain, day.year, day.month, day.day)
    if grain in _WEEKS:
        year, week, _ = day.isocalendar()
        return Moment(grain, year, week)
    if grain is Grain.SEASON:
        return Moment(grain, day.year - (day.month < 3), (day.month // 3 + 3) % 4 + 1)
    if grain in _MONTHS:
        return Moment(grain, day.year, (day.month - 1) // _MONTHS[grain] + 1)
    width = {Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}.get(grain, 1)
    return Moment(grain, day.year // width * width)


def last_day(year: int, month: int) -> int:
    """Give the number of a month's last day."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def day_of(year: int, month: int, day: int) -> Moment | None:
    """Give a day; None where the calendar has none (30 February)."""
    if 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= last_day(year, month):
        return Moment(Grain.DAY, year, month, day)
    return None


def _on_calendar(year: int) -> int:
    if not 1 <= year <= 9998:
        raise OverflowError(f"the year {year} is beyond the calendar")
    return year
