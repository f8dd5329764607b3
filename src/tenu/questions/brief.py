"""One page before a meeting: who comes, what was promised at the last ones, what became of it, what was said since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import Gathered, KeptClaim, Ledger, LinkKind
from tenu.questions.days import day_of
from tenu.questions.event import Event, event_of
from tenu.questions.leaving import Leaving, LeftOut
from tenu.questions.meetings import meetings_held
from tenu.questions.party import Party, parties
from tenu.questions.promise import Promise, promises_among
from tenu.questions.quotes import Quote, quote_of
from tenu.questions.scope import Scope
from tenu.record import Kind, Role

KINDS = (Kind.MEETING, Kind.PLEDGE, Kind.DELIVERY, Kind.DECISION, Kind.STATEMENT, Kind.NEED)
LAST = 5
"""Earlier meetings that a brief shows."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A meeting before, with the parties that come again, and what was decided and promised where it was told."""

    event: Event
    again: tuple[Party, ...]
    decided: tuple[Event, ...]
    promised: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The page: the meeting, the last ones, open promises of those who come, and what they said and need since then."""

    meeting: Event
    today: date
    as_of: datetime | None
    last: tuple[Earlier, ...]
    promises: tuple[Promise, ...]
    said: tuple[Quote, ...]
    needs: tuple[Event, ...]
    since: date | None
    left_out: tuple[LeftOut, ...]


def brief(ledger: Ledger, scope: Scope, meeting: str) -> Brief:
    """Give the page for a meeting, by the id of its matter or of a claim of it."""
    leaving = Leaving()
    gathered = ledger.gather(KINDS, as_of=scope.as_of)
    matter = gathered.home[_claim_of(ledger, meeting, scope)]
    event = event_of(matter, leaving.counting(matter.claims, scope) or list(matter.claims))
    promises = promises_among(gathered, scope, leaving)
    held = [one for one in meetings_held(gathered, scope, leaving) if one.matter != event.matter]
    before = _before(event, held)
    last = tuple(_earlier(event, one, gathered, promises, scope) for one in before[:LAST])
    since = before[0].last if before else None
    theirs = [promise for promise in promises if _together(promise.donors, event.who)]
    at_last = {promise.matter for one in last for promise in one.promised}
    return Brief(
        meeting=event,
        today=scope.today,
        as_of=scope.as_of,
        last=last,
        promises=tuple(promise for promise in theirs if promise.matter not in at_last),
        said=tuple(_said(gathered, scope, event, since)),
        needs=tuple(_needs(gathered, scope, event, since)),
        since=since,
        left_out=leaving.told(),
    )


def _claim_of(ledger: Ledger, key: str, scope: Scope) -> str:
    """Lead an id's beginning to a claim of the matter; the ledger refuses what it does not know."""
    return ledger.matter(key, as_of=scope.as_of).claims[0].id


def _before(event: Event, held: Iterable[Event]) -> list[Event]:
    """Give the meetings before this one in which at least one of its parties took part, the last first."""
    day = event.first or date.max
    found = [one for one in held if one.last is not None and one.last < day and _together(one.who, event.who)]
    return sorted(found, key=lambda one: (one.last or date.min, one.matter), reverse=True)


def _earlier(event: Event, one: Event, gathered: Gathered, promises: Sequence[Promise], scope: Scope) -> Earlier:
    """Tell of an earlier meeting: decisions that are linked to it, promises told in the same documents."""
    matter = gathered.home[one.claims[0]]
    decisions = {
        gathered.home[link.from_claim].id: gathered.home[link.from_claim]
        for link in matter.related
        if link.kind is LinkKind.DECIDED_AT and link.from_claim in gathered.home
    }
    documents = {claim.document for claim in matter.claims}
    counted = {key: [claim for claim in found.claims if scope.counts(claim)] for key, found in decisions.items()}
    return Earlier(
        event=one,
        again=tuple(party for party in one.who if _together([party], event.who)),
        decided=tuple(event_of(decisions[key], claims) for key, claims in counted.items() if claims),
        promised=tuple(promise for promise in promises if promise.words.document in documents),
    )


def _said(gathered: Gathered, scope: Scope, event: Event, since: date | None) -> Iterable[Quote]:
    for claim in _told(gathered, scope, Kind.STATEMENT, since):
        if _together(parties([claim], Role.SPEAKER), event.who):
            yield quote_of(claim)


def _needs(gathered: Gathered, scope: Scope, event: Event, since: date | None) -> Iterable[Event]:
    for claim in _told(gathered, scope, Kind.NEED, since):
        if _together(parties([claim], Role.RECIPIENT, Role.ASKER), event.who):
            yield event_of(gathered.home[claim.id], [claim])


def _told(gathered: Gathered, scope: Scope, kind: Kind, since: date | None) -> Iterable[KeptClaim]:
    for matter in gathered.matters:
        for claim in matter.claims:
            if claim.claim.kind is kind and scope.counts(claim) and _is_new(claim, since):
                yield claim


def _is_new(claim: KeptClaim, since: date | None) -> bool:
    day = day_of(claim.published)
    return since is None or (day is not None and day >= since)


def _together(some: Iterable[Party], others: Iterable[Party]) -> bool:
    keys = {party.key for party in others}
    return any(party.key in keys for party in some)
