"""The first and last day that a time in a claim can mean, and the months between."""

from functools import lru_cache

from tenu.record import edtf

BEFORE_ALL = "0001-01-01"
AFTER_ALL = "9999-12-31"


@lru_cache(20_000)
def bounds(when: str | None) -> tuple[str, str] | None:
    """Give first and last day as ISO dates, the calendar's ends where a period is open.

    None where there is no time or it cannot be read.
    """
    if not when:
        return None
    try:
        told = edtf.read(when)
    except edtf.UnreadableTimeError:
        return None
    first = told.earliest.isoformat() if told.earliest else BEFORE_ALL
    last = told.latest.isoformat() if told.latest else AFTER_ALL
    return first, last


def months(first: str, last: str) -> list[str]:
    """List the months (`2022-10`) from the first day's to the last day's."""
    year, month = int(first[:4]), int(first[5:7])
    end = (int(last[:4]), int(last[5:7]))
    listed = []
    while (year, month) <= end:
        listed.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return listed
