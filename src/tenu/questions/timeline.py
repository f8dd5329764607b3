"""What happened in the order of the days: of an actor, of a matter, or of everything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import KeptClaim, Ledger, Matter
from tenu.questions.days import day_of, first_day
from tenu.questions.event import Event, event_of
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.party import Asked
from tenu.questions.scope import Scope
from tenu.record import Kind


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by their first day; one matter has as many as days are told of it."""

    today: date
    as_of: datetime | None
    events: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]


def timeline(
    ledger: Ledger,
    scope: Scope,
    *,
    actor: str | None = None,
    matter: str | None = None,
    since: date | None = None,
    until: date | None = None,
    kinds: Iterable[Kind] = tuple(Kind),
) -> Timeline:
    """Give what happened, and what is to happen, from the earliest day on; what has no day is told as left out."""
    leaving, found, wanted = Leaving(), [], frozenset(kinds)
    asked = Asked(actor) if actor else None
    for one in _matters(ledger, scope, matter, wanted):
        claims = leaving.counting((claim for claim in one.claims if claim.claim.kind in wanted), scope)
        for event in (event_of(one, told) for told in _by_day(claims)):
            if asked is not None and not any(asked.means(party) for party in (*event.who, *event.to)):
                continue
            if event.first is None and event.last is None:
                leaving.leave(Reason.UNDATED, event.claims)
            elif _between(event, since, until):
                found.append(event)
    found.sort(key=lambda event: (event.first or event.last or date.min, event.matter))
    return Timeline(scope.today, scope.as_of, tuple(found), leaving.told())


def _matters(ledger: Ledger, scope: Scope, matter: str | None, kinds: frozenset[Kind]) -> Iterable[Matter]:
    """Give all matters, or one with those that it is linked to: the need that it answers, what delivers it."""
    if matter is None:
        return ledger.gather(kinds, as_of=scope.as_of).matters
    first = ledger.matter(matter, as_of=scope.as_of)
    found = {first.id: first}
    own = {claim.id for claim in first.claims}
    for link in first.related:
        other = link.to_claim if link.from_claim in own else link.from_claim
        one = ledger.matter(other, as_of=scope.as_of)
        found.setdefault(one.id, one)
    return found.values()


def _by_day(claims: Iterable[KeptClaim]) -> Iterable[list[KeptClaim]]:
    """Group a matter's claims by kind and day: a promise repeated in March is a day of its own."""
    grouped: dict[tuple[Kind, date | None], list[KeptClaim]] = {}
    for claim in claims:
        day = first_day(claim.claim.when) or day_of(claim.published)
        grouped.setdefault((claim.claim.kind, day), []).append(claim)
    return grouped.values()


def _between(event: Event, since: date | None, until: date | None) -> bool:
    first, last = event.first or event.last, event.last or event.first
    if first is None or last is None:
        return False
    return (since is None or last >= since) and (until is None or first <= until)
