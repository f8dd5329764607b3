"""A promise as answers show it: who promised what to whom, by when, what came of it, and the words of each step."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tenu.ledger import Gathered, KeptClaim, Ledger, LinkKind, Matter
from tenu.ledger.promises.figures import stage_of
from tenu.questions.days import day_of, first_day, last_day
from tenu.questions.event import told_on, what_of
from tenu.questions.leaving import Leaving
from tenu.questions.line import Line, line_of
from tenu.questions.party import Party, parties
from tenu.questions.scope import Scope
from tenu.questions.standing import PROMISING, Standing, Standings, is_delivered
from tenu.questions.words import Words, words_of
from tenu.record import Kind, Role
from tenu.resting import collector_resting

KINDS = (Kind.PLEDGE, Kind.DELIVERY)


class Fate(StrEnum):
    """What came of a promise, as far as linked claims tell."""

    NOTHING = "nothing came"
    PARTLY = "part of it came"
    WHOLLY = "all of it came"
    UNCOUNTED = "something came, how much is not told"
    UNSETTLED = "the figures differ"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: its parties, its lines, its days (`made`, `due`), what came of it, and the words.

    `words` are those of the promise, `last` the last that was told of it or its deliveries. `hints` are the ids of
    claims that look like deliveries of it and that nobody has judged: they are counted nowhere. `twins` are those of
    claims that look like the same promise told again: until somebody judges them, both count.
    """

    matter: str
    announced: bool
    donors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    what: str
    lines: tuple[Line, ...]
    fate: Fate
    made: date | None
    due: date | None
    due_words: str | None
    words: Words
    last: Words
    claims: tuple[str, ...]
    deliveries: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()

    def days_open(self, today: date) -> int | None:
        """Give how many days ago the promise was made; None where no day is told."""
        return (today - self.made).days if self.made else None

    def days_overdue(self, today: date) -> int | None:
        """Give how many days ago it fell due, below zero for days to come; None where no deadline is told."""
        return (today - self.due).days if self.due else None


def promises(ledger: Ledger, scope: Scope, leaving: Leaving) -> list[Promise]:
    """Give every promise that counts, the newest told first; what does not count is noted."""
    return promises_among(ledger.gather(KINDS, as_of=scope.as_of), scope, leaving)


def promises_among(gathered: Gathered, scope: Scope, leaving: Leaving) -> list[Promise]:
    """Give every promise among claims that were gathered already."""
    hints = _Hints(gathered)
    for matter in gathered.matters:
        leaving.counting((claim for claim in matter.claims if stage_of(claim) is not None), scope)
    with collector_resting():
        return [promise_of(standing, scope, hints) for standing in Standings(gathered, scope).all()]


def promise_of(standing: Standing, scope: Scope, hints: "_Hints") -> Promise:
    """Put together what an answer shows of one promise."""
    own = [claim for claim in standing.claims if standing.announced or stage_of(claim) in PROMISING]
    came = [claim for one in standing.deliveries for claim in one.claims if scope.counts(claim)]
    came += [claim for claim in standing.claims if is_delivered(claim)]
    by_day = sorted(own, key=told_on) if len(own) > 1 else own
    due, due_words = _deadline(by_day)
    lines = tuple(line_of(line) for line in standing.balance.lines)
    words, last = words_of(by_day[0]), max([*own, *came], key=told_on) if came or len(own) > 1 else own[0]
    return Promise(
        matter=standing.matter.id,
        announced=standing.announced,
        donors=parties(own, Role.DONOR),
        recipients=parties(own, Role.RECIPIENT) or parties(came, Role.RECIPIENT),
        what=what_of(own),
        lines=lines,
        fate=_fate(standing, lines, came),
        made=_made(by_day),
        due=due,
        due_words=due_words,
        words=words,
        last=words if last is by_day[0] else words_of(last),
        claims=tuple(claim.id for claim in own),
        deliveries=tuple(dict.fromkeys(claim.id for claim in came if is_delivered(claim))),
        conditions=standing.balance.conditions,
        hints=hints.deliveries(standing.matter),
        twins=hints.twins(standing.matter),
    )


def _fate(standing: Standing, lines: Sequence[Line], came: Sequence[KeptClaim]) -> Fate:
    if standing.balance.withdrawn:
        return Fate.WITHDRAWN
    given = any(is_delivered(claim) for claim in came)
    promised = [line for line in lines if line.promised_by]
    if any(line.open is None for line in promised):
        return Fate.UNSETTLED
    if promised and all(line.open is not None and line.open <= 0 for line in promised):
        return Fate.WHOLLY
    if not given:
        return Fate.NOTHING
    return Fate.PARTLY if any(line.delivered for line in promised) else Fate.UNCOUNTED


def _deadline(by_day: Sequence[KeptClaim]) -> tuple[date | None, str | None]:
    """Give the deadline that was told last: a `by`, or a time of the promise that lies after the day of telling."""
    for claim in reversed(by_day):
        told = claim.claim
        if told.by and (day := last_day(told.by)):
            return day, told.by_words
        after = last_day(told.when)
        if after is not None and (published := day_of(claim.published)) is not None and after > published:
            return after, told.when_words
    return None, None


def _made(by_day: Sequence[KeptClaim]) -> date | None:
    """Give the first day on which the promise was made, as far as it is told."""
    days = [day_of(claim.published) for claim in by_day]
    told = [first_day(claim.claim.when) for claim in by_day if claim.claim.kind is Kind.PLEDGE]
    published = [day for day in days if day is not None]
    earlier = [day for day in told if day is not None and (not published or day <= min(published))]
    return min([*earlier, *published], default=None)


class _Hints:
    """Suggested links that nobody has judged, by the claims of promises."""

    def __init__(self, gathered: Gathered) -> None:
        self._deliveries: dict[str, list[str]] = defaultdict(list)
        self._twins: dict[str, list[str]] = defaultdict(list)
        for hint in gathered.hints:
            if hint.kind is LinkKind.DELIVERS:
                self._deliveries[hint.to_claim].append(hint.from_claim)
            elif hint.kind in (LinkKind.SAME, LinkKind.UPDATES):
                self._twins[hint.to_claim].append(hint.from_claim)
                self._twins[hint.from_claim].append(hint.to_claim)

    def deliveries(self, matter: Matter) -> tuple[str, ...]:
        """Give the claims that look like deliveries of a promise."""
        return _of(self._deliveries, matter)

    def twins(self, matter: Matter) -> tuple[str, ...]:
        """Give the claims outside a promise's matter that look like the same promise."""
        return _of(self._twins, matter)


def _of(found: Mapping[str, list[str]], matter: Matter) -> tuple[str, ...]:
    if not found:
        return ()
    own = {claim.id for claim in matter.claims}
    others = (other for claim in matter.claims for other in found.get(claim.id, ()))
    return tuple(dict.fromkeys(other for other in others if other not in own))
