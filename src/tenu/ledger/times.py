"""The first and last day that a time in a claim can mean (EDTF as the reading format uses it)."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""Months of the seasons as ISO 8601-2 numbers them, in the northern half; winter runs into the next year."""


@lru_cache(20_000)
def bounds(edtf: str | None) -> tuple[str, str] | None:
    """Give first and last day as ISO dates; None where there is no time or it cannot be placed in the calendar."""
    if not edtf:
        return None
    begin, slash, end = edtf.partition("/")
    first = _single(begin)
    last = _single(end) if slash else first
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0].isoformat(), last[1].isoformat()


def months(first: str, last: str) -> list[str]:
    """List the months (`2022-10`) from the first day's to the last day's."""
    year, month = int(first[:4]), int(first[5:7])
    end = (int(last[:4]), int(last[5:7]))
    listed = []
    while (year, month) <= end:
        listed.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return listed


def _single(text: str) -> tuple[date, date] | None:
    text = text.strip().rstrip("?~%").split("T")[0]
    try:
        if found := _DAY.fullmatch(text):
            day = date(*map(int, found.groups()))
            return day, day
        if found := _WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday, monday + timedelta(days=6)
        if found := _MONTH.fullmatch(text):
            return _months(int(found[1]), *_SEASONS.get(int(found[2]), (int(found[2]), int(found[2]))))
        if found := _YEAR.fullmatch(text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
