"""Calendars back (RFC 5545): an event is a claim with its time; what tenu wrote holds the time to the letter."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar

from tenu.publishing.imports.limits import MEGABYTE, check_size
from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.publishing.imports.told import NotUnderstood, Row, Said, Told
from tenu.record import Kind, Place, Status, edtf

RULE = "an event of a calendar"
LARGEST = 50 * MEGABYTE
_WORDS = (
    "uid",
    "summary",
    "dtstart",
    "dtend",
    "status",
    "location",
    "categories",
    "description",
    "url",
    "x-tenu-claim",
)


def told_by_calendar(path: Path) -> Iterator[Told]:
    """Give what each event says."""
    check_size(path, LARGEST)
    try:
        events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    except (ValueError, IndexError, KeyError) as error:
        raise ImportRefusedError(f"{path} is no calendar that can be read ({error}).") from error
    for number, event in enumerate(events, start=1):
        yield _told(event, number)


def _told(event: Any, number: int) -> Told:
    row = Row(number, {name: _words(event, name) for name in _WORDS if name in event})
    deadline = "x-tenu-by" in event
    when = str(event.get("x-tenu-by" if deadline else "x-tenu-when", "")) or _days(event)
    if when is None or not edtf.valid(when):
        unread = NotUnderstood(number, "dtstart", row.cells.get("dtstart", ""), "tells no day")
        return Told((row,), None, RULE, unread=(unread,))
    kinds = [kind for kind in Kind if kind.value in row.cells.get("categories", "").lower()]
    status = str(event.get("x-tenu-status", ""))
    cancelled = row.cells.get("status") == "CANCELLED"
    said = Said(
        kind=kinds[0] if len(kinds) == 1 else Kind.MEETING,
        status=Status.DENIED if cancelled else Status(status) if status in list(Status) else None,
        when=None if deadline else when,
        by=when if deadline else None,
        where=(Place(row.cells["location"]),) if "location" in row.cells else (),
    )
    return Told((row,), said, RULE)


def _days(event: Any) -> str | None:
    """Give the event's days as EDTF: the end of an all-day event is not part of it (RFC 5545, 3.6.1)."""
    if "dtstart" not in event:
        return None
    start, end = _day(event["dtstart"].dt), event["dtend"].dt if "dtend" in event else None
    if end is None:
        return start.isoformat()
    last = _day(end) - timedelta(days=0 if isinstance(end, datetime) else 1)
    return start.isoformat() if last <= start else f"{start.isoformat()}/{last.isoformat()}"


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _words(event: Any, name: str) -> str:
    value = event[name]
    if hasattr(value, "dt"):
        return str(value.dt)
    if hasattr(value, "cats"):
        return ", ".join(str(one) for one in value.cats)
    return str(value)
