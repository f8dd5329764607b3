"""Times that are told together made one for claims: “du 17 au 20 juin 2024” is a single period."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tenu.reading.times.time import Role, Time, TimeType
from tenu.record import edtf

_NOW_AND_THEN = frozenset({"PRESENT_REF", "PAST_REF"})


def ranges(times: Sequence[Time]) -> list[Time]:
    """Give the times as claims want them: neighbours joined to EDTF periods, words for “now” and “once” left out.

    Joined are times with “to” or “au” between them, and days that follow one another (“12 et 13 octobre 2022”). A
    joined time's words run from the first word of the one to the last of the other.
    """
    joined: list[Time] = []
    for time in times:
        if joined and (whole := _joined(joined[-1], time)) is not None:
            joined[-1] = whole
        else:
            joined.append(time)
    return [time for time in joined if time.timex not in _NOW_AND_THEN]


def _joined(first: Time, second: Time) -> Time | None:
    """Give the period from one time to the next; None where they are not one."""
    if first.link is None or not _dates(first, second) or first.value is None or second.value is None:
        return None
    adjacent = first.latest is not None and second.earliest == first.latest + timedelta(days=1)
    if not (first.link.through or adjacent):
        return None
    begin, end = first.value.partition("/")[0], second.value.rpartition("/")[2]
    value = f"{begin}/{end}"
    if not edtf.valid(value):
        return None
    return replace(
        second,
        start=first.start,
        words=first.words + first.link.words + second.words,
        type=TimeType.DATE,
        value=value,
        timex=None,
        anchor=first.anchor or second.anchor,
        earliest=first.earliest,
        role=first.role if first.role is not Role.SINCE else None,
    )


def _dates(*times: Time) -> bool:
    return all(time.type in {TimeType.DATE, TimeType.TIME} for time in times)
