"""Numbers for pages and claims that stand in the order in which lists show them: newest document first.

A number is a rank made from the document's day, then a serial. Lists, cursors and the full-text index all walk along
these numbers, so that a page of a list costs the same at the front and at the back of a million claims.
"""

from datetime import date

SERIAL_BITS = 40
UNDATED = 99_999
_FIRST_DAY = date(1900, 1, 1).toordinal()


def rank_of(published: str | None) -> int:
    """Give the rank of a document's day (ISO 8601, its first ten letters): later days first, undated pages last."""
    day = _day(published)
    if day is None:
        return UNDATED
    return min(max(UNDATED - 1 - (day.toordinal() - _FIRST_DAY), 1), UNDATED - 1)


def ordered(rank: int, serial: int) -> int:
    """Join rank and serial into the number under which a page or a claim is kept."""
    return (rank << SERIAL_BITS) | serial


def first_of_rank(rank: int) -> int:
    """Give the lowest number that a page or claim of this rank can have."""
    return rank << SERIAL_BITS


def rank_in(number: int) -> int:
    """Give the rank that a page's or claim's number begins with."""
    return number >> SERIAL_BITS


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
