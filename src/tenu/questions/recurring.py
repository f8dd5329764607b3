"""The next day of a thing that recurs."""

import calendar
from datetime import date, timedelta

_MONTHS = {"yearly": 12, "annually": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1}
_DAYS = {"weekly": 7, "daily": 1}


def next_after(first: date, recurs: str, day: date) -> date | None:
    """Give the first day on or after `day` on which what began on `first` takes place; None for a rhythm not known."""
    if first >= day:
        return first
    if recurs in _DAYS:
        step = _DAYS[recurs]
        return first + timedelta(days=-(-(day - first).days // step) * step)
    if recurs not in _MONTHS:
        return None
    step = _MONTHS[recurs]
    months = ((day.year - first.year) * 12 + day.month - first.month) // step * step
    found = _months_on(first, months)
    return found if found >= day else _months_on(first, months + step)


def _months_on(first: date, months: int) -> date:
    """Give the same day so many months on; the month's last day where it has no such day."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
