"""A matter's transactions: each amount of money once a stage, on the day on which it was promised or paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tenu.ledger.promises.figures import stage_of
from tenu.publishing.entry import Entry
from tenu.publishing.iati.codes import INCOMING, OUTGOING, Transaction
from tenu.publishing.notes import Notes
from tenu.record import Actor, Basis, Claim, Number, Role, Stage, Status, edtf

_OTHER_KINDS = "claims that are neither promises nor deliveries are no transactions"
_ALLOCATION = "allocations are neither pledges nor commitments to IATI and were left out"
_GOODS = "goods without a value in money were left out"
_NO_DAY = "promises and payments without a day were left out"
_NO_CURRENCY = "amounts without a currency were left out"
_NOT_YET = "deliveries that are not done were left out"
_DENIED = "denied claims were left out"
_ESTIMATED = "converted and estimated values were left out; only what the source states is there"
_OVERTAKEN = "amounts that another claim of the same matter tells otherwise were left out; the latest stands"
_AGAIN = "amounts told again by another claim of the same matter stand once"


@dataclass(frozen=True, slots=True)
class Told:
    """One transaction, as a claim tells it."""

    kind: Transaction
    day: date
    amount: Number
    currency: str
    words: str
    providers: tuple[Actor, ...]
    receivers: tuple[Actor, ...]
    claim: str


def transactions_of(group: tuple[Entry, ...], notes: Notes) -> list[Told]:
    """Give the transactions of a matter; of claims that tell one stage, those of the latest document stand."""
    latest: dict[Transaction, list[Told]] = {}
    for entry in sorted(group, key=lambda one: (one.kept.published or "", one.kept.known_from), reverse=True):
        for told in _of_claim(entry, notes):
            there = latest.setdefault(told.kind, [])
            if not there or there[0].claim == told.claim:
                there.append(told)
            else:
                same = any((one.amount, one.currency) == (told.amount, told.currency) for one in there)
                notes.add(_AGAIN if same else _OVERTAKEN, told.claim)
    return [told for same_kind in latest.values() for told in same_kind]


def _of_claim(entry: Entry, notes: Notes) -> Iterator[Told]:
    claim, stage = entry.kept.claim, stage_of(entry.kept)
    reason = _why_not(claim, stage)
    if stage is None or reason is not None:
        if reason is not None:
            notes.add(reason, entry.kept.id)
        return
    day = day_of(claim.when, entry.kept.published)
    providers = tuple(actor for actor in claim.actors if actor.role is Role.DONOR)
    receivers = tuple(actor for actor in claim.actors if actor.role is Role.RECIPIENT)
    kind = (INCOMING if receivers and not providers else OUTGOING)[stage]
    for amount, currency, words in _amounts(entry, notes):
        if currency is None:
            notes.add(_NO_CURRENCY, entry.kept.id)
        elif day is None:
            notes.add(_NO_DAY, entry.kept.id)
        else:
            yield Told(kind, day, amount, currency, words, providers, receivers, entry.kept.id)


def _why_not(claim: Claim, stage: Stage | None) -> str | None:
    """Give why a claim is no transaction; None where it is one."""
    if stage is Stage.ALLOCATION:
        return _ALLOCATION
    if stage is None:
        return _OTHER_KINDS
    if claim.status is Status.DENIED:
        return _DENIED
    if stage is Stage.DELIVERY and claim.status not in (Status.DONE, None):
        return _NOT_YET
    return None


def _amounts(entry: Entry, notes: Notes) -> Iterator[tuple[Number, str | None, str]]:
    """Give amounts with currency and words: values that a person noted as stated come before the claim's own."""
    kept = entry.kept
    values = kept.terms.values if kept.terms else ()
    stated = [value for value in values if value.basis is Basis.STATED]
    if len(stated) < len(values):
        notes.add(_ESTIMATED, kept.id)
    for value in stated:
        yield value.amount, value.currency, value.item or kept.claim.evidence.text
    for item in kept.claim.items:
        if item.amount is not None and not stated:
            yield item.amount, item.currency, item.name
        if item.amount is None and not stated:
            notes.add(_GOODS, kept.id)


def day_of(when: str | None, published: str | None) -> date | None:
    """Give the day told; else, where the time told does not speak against it, the day of the document; else None."""
    try:
        time = edtf.read(when) if when else None
    except edtf.UnreadableTimeError:
        return None
    if time is not None and time.earliest is not None and time.earliest == time.latest:
        return time.earliest
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    if time is None:
        return day
    within = (time.earliest is None or time.earliest <= day) and (time.latest is None or day <= time.latest)
    return day if within else None
