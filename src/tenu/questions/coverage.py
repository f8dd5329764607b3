"""How far needs are covered: needed against pledged against delivered, item by item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tenu.ledger import Gathered, KeptClaim, Ledger, LinkKind, Matter
from tenu.ledger.promises.balance import Told, balance
from tenu.questions.gift import Gift, gifts_among
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.line import Line, line_of
from tenu.questions.party import Asked, Party, parties
from tenu.questions.promise import Promise, promises_among
from tenu.questions.scope import Scope
from tenu.questions.words import Words, words_of
from tenu.record import Basis, Kind, Number, Role

KINDS = (Kind.NEED, Kind.PLEDGE, Kind.DELIVERY)


@dataclass(frozen=True, slots=True)
class Need:
    """One need: who needs, who asks, its lines (`promised` holds what is needed), how often, and the words."""

    matter: str
    recipients: tuple[Party, ...]
    lines: tuple[Line, ...]
    recurs: str | None
    words: Words
    claims: tuple[str, ...]
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """One item or currency: needed, pledged, delivered, and what of the need nobody has pledged or delivered.

    `recurs` says that the need comes back (so much a week); it is then never set against what was given once, and
    `unpledged` and `undelivered` are None.
    """

    item: str
    unit: str | None
    currency: str | None
    recurs: str | None
    needed: Number
    pledged: Number
    delivered: Number
    unpledged: Number | None
    undelivered: Number | None
    needed_by: tuple[str, ...]
    pledged_by: tuple[str, ...]
    delivered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a recipient (or everybody) needs, item by item; `uncounted` are needs that tell no number."""

    recipient: str | None
    today: date
    as_of: datetime | None
    rows: tuple[Covered, ...]
    uncounted: tuple[Need, ...]
    left_out: tuple[LeftOut, ...]


def coverage(ledger: Ledger, scope: Scope, recipient: str | None = None) -> Coverage:
    """Lay needs, pledges and deliveries of a recipient side by side; everybody's where none is named."""
    leaving = Leaving()
    gathered = ledger.gather(KINDS, as_of=scope.as_of)
    asked = Asked(recipient) if recipient else None
    needs = [need for need in needs_among(gathered, scope, leaving) if _concerns(need.recipients, asked)]
    answering = {matter for need in needs for matter in need.answered_by}
    promises = promises_among(gathered, scope, leaving)
    promised = {claim for promise in promises for claim in (*promise.claims, *promise.deliveries)}
    gifts = gifts_among(gathered, scope, leaving, promised)
    mine = [one for one in promises if one.matter in answering or _concerns(one.recipients, asked)]
    given = [gift for gift in gifts if _concerns(gift.recipients, asked)]
    leaving.leave(Reason.NOT_LINKED, (hint for promise in mine for hint in promise.hints))
    return Coverage(
        recipient=recipient,
        today=scope.today,
        as_of=scope.as_of,
        rows=tuple(_rows(needs, mine, given, leaving)),
        uncounted=tuple(need for need in needs if not need.lines),
        left_out=leaving.told(),
    )


def needs_among(gathered: Gathered, scope: Scope, leaving: Leaving) -> list[Need]:
    """Give the needs that count among gathered claims."""
    found = []
    for matter in gathered.matters:
        told = leaving.counting((claim for claim in matter.claims if claim.claim.kind is Kind.NEED), scope)
        if told:
            found.append(_need(matter, told, gathered))
    return found


def _need(matter: Matter, told: Sequence[KeptClaim], gathered: Gathered) -> Need:
    as_promised = [replace(claim, claim=replace(claim.claim, kind=Kind.PLEDGE)) for claim in told]
    lines = tuple(line_of(line) for line in balance(Told(as_promised, matter.links), []).lines)
    answers = [link.from_claim for link in matter.related if link.kind is LinkKind.ANSWERS]
    return Need(
        matter=matter.id,
        recipients=parties(told, Role.RECIPIENT) or parties(told, Role.ASKER),
        lines=lines,
        recurs=next((claim.claim.recurs for claim in told if claim.claim.recurs), None),
        words=words_of(told[0]),
        claims=tuple(claim.id for claim in told),
        answered_by=tuple(gathered.home[claim].id for claim in answers if claim in gathered.home),
    )


def _concerns(found: Iterable[Party], asked: Asked | None) -> bool:
    return asked is None or any(asked.means(party) for party in found)


_Key = tuple[str, str, str, str]


@dataclass(slots=True)
class _Sums:
    line: Line
    recurs: str | None
    needed: Number = 0
    pledged: Number = 0
    delivered: Number = 0
    needed_by: dict[str, None] = field(default_factory=dict)
    pledged_by: dict[str, None] = field(default_factory=dict)
    delivered_by: dict[str, None] = field(default_factory=dict)


def _rows(needs: Iterable[Need], promises: Iterable[Promise], gifts: Iterable[Gift], leaving: Leaving) -> list[Covered]:
    sums: dict[_Key, _Sums] = {}
    for need in needs:
        for line in _settled(need.lines, leaving):
            found = sums.setdefault(_key(line, need.recurs), _Sums(line, need.recurs))
            found.needed += line.promised or 0
            found.needed_by |= dict.fromkeys(line.promised_by)
    given = [line for promise in promises for line in promise.lines] + [line for gift in gifts for line in gift.lines]
    for line in _settled(given, leaving):
        told = (*line.promised_by, *line.delivered_by)
        if (key := _key(line, None)) not in sums:
            leaving.leave(Reason.NO_NEED, told)
            continue
        found = sums[key]
        found.pledged += line.promised or 0
        found.delivered += line.delivered or 0
        found.pledged_by |= dict.fromkeys(line.promised_by)
        found.delivered_by |= dict.fromkeys(line.delivered_by)
    return [_covered(found) for found in sorted(sums.values(), key=lambda one: (-len(one.needed_by), one.line.item))]


def _settled(lines: Iterable[Line], leaving: Leaving) -> Iterable[Line]:
    for line in lines:
        if line.unsettled is not None:
            leaving.leave(Reason.UNSETTLED, (*line.promised_by, *line.delivered_by))
        elif line.basis is Basis.STATED:
            yield line


def _key(line: Line, recurs: str | None) -> _Key:
    return (line.currency or "", line.key, line.unit or "", recurs or "")


def _covered(found: _Sums) -> Covered:
    once = found.recurs is None
    return Covered(
        item=found.line.item,
        unit=found.line.unit,
        currency=found.line.currency,
        recurs=found.recurs,
        needed=found.needed,
        pledged=found.pledged,
        delivered=found.delivered,
        unpledged=max(found.needed - max(found.pledged, found.delivered), 0) if once else None,
        undelivered=max(found.needed - found.delivered, 0) if once else None,
        needed_by=tuple(found.needed_by),
        pledged_by=tuple(found.pledged_by),
        delivered_by=tuple(found.delivered_by),
    )
