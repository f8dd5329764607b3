"""Who met whom, and how often."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from tenu.ledger import Gathered, Ledger
from tenu.questions.event import Event, event_of
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.party import Asked, Party
from tenu.questions.scope import Scope
from tenu.record import Kind, Status


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties that took part in the same meetings, with the number of these and their claims."""

    one: Party
    other: Party
    meetings: int
    matters: tuple[str, ...]
    claims: tuple[str, ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs, those that met most often first."""

    today: date
    as_of: datetime | None
    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...]


def met(
    ledger: Ledger, scope: Scope, *, actor: str | None = None, since: date | None = None, until: date | None = None
) -> Met:
    """Give who met whom, of one actor where asked, between two days where given; meetings to come do not count."""
    leaving = Leaving()
    gathered = ledger.gather((Kind.MEETING,), as_of=scope.as_of)
    held = [event for event in meetings_held(gathered, scope, leaving) if _between(event, since, until)]
    return Met(scope.today, scope.as_of, pairs_in(held, leaving, Asked(actor) if actor else None), leaving.told())


def meetings_held(gathered: Gathered, scope: Scope, leaving: Leaving) -> list[Event]:
    """Give the meetings that took place, each once; those to come and those denied are noted."""
    held = []
    for matter in gathered.matters:
        claims = leaving.counting((claim for claim in matter.claims if claim.claim.kind is Kind.MEETING), scope)
        if not claims:
            continue
        event = event_of(matter, claims)
        if event.status in (Status.PLANNED, Status.EXPECTED):
            leaving.leave(Reason.NOT_DONE, event.claims)
        elif event.status is Status.DENIED:
            leaving.leave(Reason.WITHDRAWN, event.claims)
        else:
            held.append(event)
    return held


def pairs_in(held: Iterable[Event], leaving: Leaving, asked: Asked | None = None) -> tuple[Pair, ...]:
    """Count the pairs of parties in meetings; of one actor where asked."""
    names: dict[str, Party] = {}
    together: dict[tuple[str, str], list[Event]] = {}
    for event in held:
        if len(event.who) < 2:
            leaving.leave(Reason.NO_PAIR, event.claims)
        for party in event.who:
            names.setdefault(party.key, party)
        for one, other in combinations(sorted({party.key for party in event.who}), 2):
            if asked is None or asked.means(names[one]) or asked.means(names[other]):
                together.setdefault((one, other), []).append(event)
    found = [_pair(names, one, other, events) for (one, other), events in together.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.meetings, pair.one.name, pair.other.name)))


def _pair(names: Mapping[str, Party], one: str, other: str, events: list[Event]) -> Pair:
    days = [event.last for event in events if event.last is not None]
    return Pair(
        one=names[one],
        other=names[other],
        meetings=len(events),
        matters=tuple(event.matter for event in events),
        claims=tuple(claim for event in events for claim in event.claims),
        last=max(days, default=None),
    )


def _between(event: Event, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    first, last = event.first or event.last, event.last or event.first
    if first is None or last is None:
        return False
    return (since is None or last >= since) and (until is None or first <= until)
