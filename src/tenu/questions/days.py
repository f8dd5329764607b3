"""Days of claims and documents, where they can be told."""

from datetime import date
from functools import lru_cache

from tenu.record import edtf


@lru_cache(20_000)
def _read(when: str | None) -> edtf.Edtf | None:
    if not when:
        return None
    try:
        return edtf.read(when)
    except edtf.UnreadableTimeError:
        return None


def first_day(when: str | None) -> date | None:
    """Give the first day that a time can mean; None where there is none, or it cannot be read."""
    told = _read(when)
    return told.earliest if told else None


def last_day(when: str | None) -> date | None:
    """Give the last day that a time can mean; None where there is none, or it cannot be read."""
    told = _read(when)
    return told.latest if told else None


@lru_cache(20_000)
def day_of(published: str | None) -> date | None:
    """Give the day of a document; None where it tells none."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
