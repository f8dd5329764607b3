"""What is to come from a day on: meetings, decisions, exercises, deliveries and deadlines, recurring ones too."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from tenu.ledger import KeptClaim, Ledger
from tenu.questions.days import day_of, last_day
from tenu.questions.event import Event, event_of, told_on
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.party import Asked
from tenu.questions.recurring import next_after
from tenu.questions.scope import Scope
from tenu.record import Kind, Status

KINDS = (Kind.MEETING, Kind.DECISION, Kind.AGREEMENT, Kind.ACTIVITY, Kind.DELIVERY, Kind.PLEDGE)


@dataclass(frozen=True, slots=True)
class Coming:
    """A thing to come: its next day, whether that is a deadline, and the event."""

    day: date
    deadline: bool
    event: Event


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to come from `since` on, up to `until` where given, in the order of the days."""

    since: date
    until: date | None
    as_of: datetime | None
    coming: tuple[Coming, ...]
    left_out: tuple[LeftOut, ...]


def agenda(
    ledger: Ledger,
    scope: Scope,
    *,
    since: date | None = None,
    until: date | None = None,
    actor: str | None = None,
) -> Agenda:
    """Give what is to come from a day on (today, where none is given), of one actor where asked."""
    leaving, found, begin = Leaving(), [], since or scope.today
    asked = Asked(actor) if actor else None
    for matter in ledger.gather(KINDS, as_of=scope.as_of).matters:
        claims = leaving.counting((claim for claim in matter.claims if claim.claim.kind in KINDS), scope)
        if not claims:
            continue
        event = event_of(matter, claims)
        if asked is not None and not any(asked.means(party) for party in (*event.who, *event.to)):
            continue
        coming = _coming(event, claims, begin, leaving)
        if coming is not None and until is not None and coming.day > until:
            leaving.leave(Reason.LATER, event.claims)
        elif coming is not None:
            found.append(coming)
    found.sort(key=lambda one: (one.day, one.deadline, one.event.matter))
    return Agenda(begin, until, scope.as_of, tuple(found), leaving.told())


def _coming(event: Event, claims: list[KeptClaim], begin: date, leaving: Leaving) -> Coming | None:
    """Tell whether a thing is to come, and on which day; what is over says nothing, what is unclear is noted."""
    if event.status is Status.DENIED:
        leaving.leave(Reason.WITHDRAWN, event.claims)
        return None
    if event.recurs is not None and event.dated and event.first is not None:
        again = next_after(event.first, event.recurs, begin)
        if again is not None:
            return Coming(again, deadline=False, event=event)
    deadline = _deadline(claims)
    if event.dated and event.last is not None and event.last >= begin and _ahead(event):
        return Coming(max(begin, event.first or begin), deadline=False, event=event)
    if deadline is not None and deadline >= begin and not _over(event):
        return Coming(deadline, deadline=True, event=replace(event, last=deadline))
    if _ahead(event) and not event.dated and deadline is None:
        leaving.leave(Reason.UNDATED, event.claims)
    return None


def _ahead(event: Event) -> bool:
    """Tell whether an event was still to come, or was going on, when it was told last."""
    if event.status in (Status.PLANNED, Status.EXPECTED, Status.ONGOING):
        return True
    published = day_of(event.words.published)
    return event.dated and event.last is not None and published is not None and event.last > published


def _over(event: Event) -> bool:
    return event.kind is not Kind.PLEDGE and event.status is Status.DONE


def _deadline(claims: list[KeptClaim]) -> date | None:
    for claim in sorted(claims, key=told_on, reverse=True):
        if claim.claim.by is not None and (day := last_day(claim.claim.by)) is not None:
            return day
    return None
