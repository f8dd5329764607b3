"""iCalendar (RFC 5545): what is dated, one event a matter, and one more for its deadline.

UID is the matter, so that a calendar takes the next export for the same events; SEQUENCE counts its changes. A matter
that was denied, cancelled or withdrawn has the status CANCELLED. A month, quarter or year is no day: its event spans
it, takes no one's time (TRANSPARENT) and says in its summary that the day is not known; X-TENU-WHEN holds the time as
EDTF to the letter.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import BinaryIO

from icalendar import Calendar, Event

from tenu.publishing.entry import About, Entry, by_matter
from tenu.publishing.headline import headline
from tenu.publishing.notes import Notes
from tenu.record import Kind, Status, edtf

_UNDATED = "claims without a time are in no calendar"
_ENDLESS = "periods without a beginning are in no calendar"
_UNREADABLE = "times that are no EDTF are in no calendar"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_DAYS_OUT = timedelta(days=1)
_STATUS = {Status.EXPECTED: "TENTATIVE", Status.DENIED: "CANCELLED"}


def write_ics(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write events; the notes count the claims that no calendar can hold."""
    notes = Notes()
    frame = Calendar()
    frame.add("prodid", "-//tenu//tenu//EN")
    frame.add("version", "2.0")
    frame.add("method", "PUBLISH")
    frame.add("x-wr-calname", _clean(about.title))
    head, end = frame.to_ical().split(b"END:VCALENDAR")
    to.write(head)
    for group in by_matter(entries):
        for event in _events(group, about, notes):
            to.writelines((event.to_ical(),))
            notes.wrote("events")
    to.write(b"END:VCALENDAR" + end)
    return notes


def _events(group: tuple[Entry, ...], about: About, notes: Notes) -> Iterator[Event]:
    """Give a matter's events: as its latest claim that tells a time has it."""
    dated = [entry for entry in group if entry.kept.claim.when]
    due = [entry for entry in group if entry.kept.claim.by]
    if not dated and not due:
        notes.add(_UNDATED, group[0].kept.id)
    for told, deadline in ((dated, False), (due, True)):
        if told:
            latest = max(told, key=lambda entry: (entry.kept.published or "", entry.kept.known_from))
            yield from _event(latest, group, about, notes, deadline=deadline)


def _event(entry: Entry, group: tuple[Entry, ...], about: About, notes: Notes, *, deadline: bool) -> Iterator[Event]:
    claim = entry.kept.claim
    told = (claim.by if deadline else claim.when) or ""
    try:
        time = edtf.read(told)
    except edtf.UnreadableTimeError:
        notes.add(_UNREADABLE, entry.kept.id)
        return
    first = time.latest if deadline and not _DAY.fullmatch(told) else time.earliest
    if first is None:
        notes.add(_ENDLESS, entry.kept.id)
        return
    known = _DAY.fullmatch(told) is not None or deadline
    event = Event()
    event.add("uid", f"{entry.matter}{'-by' if deadline else ''}@tenu")
    event.add("dtstamp", about.made_at)
    event.add("created", entry.kept.known_from)
    event.add("sequence", entry.changes)
    event.add("dtstart", first)
    last = first if deadline else time.latest
    if last is not None and last.isoformat() < "9999-12-31":
        event.add("dtend", last + _DAYS_OUT)
    event.add("summary", _clean(_summary(entry, told, known=known, deadline=deadline)))
    event.add("description", _clean(_description(entry, group)))
    event.add("status", _status(group))
    event.add("transp", "OPAQUE" if known and claim.kind is Kind.MEETING and not deadline else "TRANSPARENT")
    event.add("categories", [claim.kind.value])
    if claim.where:
        event.add("location", _clean(", ".join(place.name for place in claim.where)))
    if "://" in entry.kept.source:
        event.add("url", entry.kept.source)
    event.add("x-tenu-claim", entry.kept.id)
    event.add("x-tenu-by" if deadline else "x-tenu-when", told)
    if claim.status is not None:
        event.add("x-tenu-status", claim.status.value)
    yield event


def _summary(entry: Entry, told: str, *, known: bool, deadline: bool) -> str:
    line = headline(entry.kept.claim)
    if deadline:
        return f"Due: {line}"
    if known:
        return line
    return f"{line} (since {told[:-3]})" if told.endswith("/..") else f"{line} (some time in {told})"


def _description(entry: Entry, group: tuple[Entry, ...]) -> str:
    told = [f"“{one.kept.claim.evidence.text}”\n{one.kept.title or one.kept.source}" for one in (entry, *group)]
    return "\n\n".join(dict.fromkeys(told))


def _status(group: tuple[Entry, ...]) -> str:
    latest = max(group, key=lambda entry: (entry.kept.published or "", entry.kept.known_from))
    withdrawn = any(entry.kept.terms is not None and entry.kept.terms.withdrawn for entry in group)
    if withdrawn or any(entry.cancelled for entry in group):
        return "CANCELLED"
    status = latest.kept.claim.status
    return _STATUS.get(status, "CONFIRMED") if status is not None else "CONFIRMED"


def _clean(text: str) -> str:
    """Take out control characters, which RFC 5545 (3.1, CONTROL) does not allow."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
