"""Feasts and days of commemoration, fixed, counted from Easter or the n-th weekday of a month."""

from datetime import date, timedelta

from tenu.reading.times.meanings.dates import nearest, year_of
from tenu.reading.times.moment import Grain, Moment, of
from tenu.reading.times.sense import Caught, Context, Sense, dated, undated


def feast(caught: Caught, context: Context) -> Sense | None:
    """Read a feast: `12-25`, `easter+39`, or `11 4 4` (November's fourth Thursday; -1 is the last)."""
    rule = str(caught["feast"])
    year = year_of(caught)
    if year is not None:
        return dated(day_in(rule, year)) if 1583 <= year <= 9000 else None
    if context.anchor is None:
        return undated(f"XXXX-{rule}" if rule[2:3] == "-" else None, "T_DAY")
    choices = [day_in(rule, context.anchor.year + n) for n in (-1, 0, 1)]
    turn = caught.get("turn")
    here = context.anchor
    if turn == -1:
        return dated(
            max((c for c in choices if c.calendar_day < here), key=Moment.first, default=choices[0]), counted=True
        )
    if turn == 1:
        return dated(
            min((c for c in choices if c.calendar_day > here), key=Moment.first, default=choices[-1]), counted=True
        )
    return dated(nearest(choices, context), counted=True)


def day_in(rule: str, year: int) -> Moment:
    """Give the day of a feast in a year (Gregorian)."""
    if rule.startswith("easter"):
        return of(easter(year) + timedelta(days=int(rule[6:] or 0)), Grain.DAY)
    if " " in rule:
        month, weekday, number = map(int, rule.split())
        first = date(year, month, 1) if number > 0 else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=7)
        return of(first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * max(number - 1, 0)), Grain.DAY)
    month, day = map(int, rule.split("-"))
    return Moment(Grain.DAY, year, month, day)


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    month_shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * month_shift) // 433
    month = (h + month_shift - 7 * m + 90) // 25
    return date(year, month, (h + month_shift - 7 * m + 33 * month + 19) % 32)
