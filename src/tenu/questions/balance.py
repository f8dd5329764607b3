"""What was promised, what came and what is open: by donor, recipient, item or month of the promise."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tenu.ledger import Ledger
from tenu.questions.entries import Entry, entries_of, in_one_currency
from tenu.questions.gift import gifts_among
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.money import Conversion, Rate
from tenu.questions.party import Party, joint_name
from tenu.questions.promise import KINDS, promises_among
from tenu.questions.scope import Scope
from tenu.record import Basis, Number
from tenu.resting import collector_resting


class By(StrEnum):
    """What a balance is drawn up by."""

    DONOR = "donor"
    RECIPIENT = "recipient"
    ITEM = "item"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Row:
    """One group's figures of one item or currency: promised, delivered of it, open, and given beyond any promise.

    Promised, delivered and open add up over promises whose claims agree; `beyond` was given and is linked to no
    promise of it. Each figure has the ids of its claims. Currencies and bases are never added to one another. `group`
    is empty where no claim tells it.
    """

    group: str
    parties: tuple[Party, ...]
    item: str
    unit: str | None
    currency: str | None
    basis: Basis
    promised: Number
    delivered: Number
    open: Number
    beyond: Number
    promised_by: tuple[str, ...]
    delivered_by: tuple[str, ...]
    beyond_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """The rows, those of one group together; with the rates by which money was converted, where that was asked for."""

    by: By
    today: date
    as_of: datetime | None
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    into: str | None = None
    rates: tuple[Rate, ...] = ()


@collector_resting()
def balance(ledger: Ledger, scope: Scope, by: By = By.DONOR, *, conversion: Conversion | None = None) -> Balance:
    """Draw up the balance of all promises; money stands in its own currency unless a conversion is given."""
    leaving = Leaving()
    gathered = ledger.gather(KINDS, as_of=scope.as_of)
    promises = promises_among(gathered, scope, leaving)
    promised = {claim for promise in promises for claim in (*promise.claims, *promise.deliveries)}
    gifts = gifts_among(gathered, scope, leaving, promised)
    leaving.leave(Reason.TWICE, (claim for promise in promises if promise.twins for claim in promise.claims))
    leaving.leave(Reason.NOT_LINKED, (hint for promise in promises for hint in promise.hints))
    entries = list(entries_of(promises, gifts, leaving))
    if conversion is not None:
        entries = list(in_one_currency(entries, conversion, leaving))
    rates = dict.fromkeys(entry.rate for entry in entries if entry.rate is not None)
    return Balance(
        by=by,
        today=scope.today,
        as_of=scope.as_of,
        rows=tuple(added_up(entries, by)),
        left_out=leaving.told(),
        into=conversion.into if conversion else None,
        rates=tuple(sorted(rates, key=lambda rate: (rate.currency, rate.day))),
    )


def added_up(entries: Iterable[Entry], by: By) -> list[Row]:
    """Add entries up by group and measure."""
    sums: dict[_Key, _Sums] = {}
    for entry in entries:
        line = entry.line
        group, name, parties = _group(entry, by)
        key = (group, line.currency or "", line.key, line.unit or "", line.basis)
        sums.setdefault(key, _Sums(name, parties, line.item, line.unit, line.currency, line.basis)).add(entry)
    heaviest: dict[str, int] = {}
    for (group, *_), found in sums.items():
        heaviest[group] = heaviest.get(group, 0) + len(found.claims)
    in_order = sorted(sums.items(), key=lambda one: _order(one[0], one[1], by, heaviest))
    return [found.row() for _, found in in_order]


_Key = tuple[str, str, str, str, Basis]


@dataclass(slots=True)
class _Sums:
    """A row while its figures grow."""

    group: str
    parties: tuple[Party, ...]
    item: str
    unit: str | None
    currency: str | None
    basis: Basis
    promised: Number = 0
    delivered: Number = 0
    open: Number = 0
    beyond: Number = 0
    promised_by: dict[str, None] = field(default_factory=dict)
    delivered_by: dict[str, None] = field(default_factory=dict)
    beyond_by: dict[str, None] = field(default_factory=dict)

    @property
    def claims(self) -> set[str]:
        """Give the ids of all claims in the row."""
        return {*self.promised_by, *self.delivered_by, *self.beyond_by}

    def add(self, entry: Entry) -> None:
        """Add an entry's figures: to `beyond` what was given of something that nobody promised."""
        line = entry.line
        if line.promised is None:
            self.beyond += line.delivered or 0
            self.beyond_by |= dict.fromkeys(line.delivered_by)
            return
        self.promised += line.promised
        self.delivered += line.delivered or 0
        self.open += line.open or 0
        self.promised_by |= dict.fromkeys(line.promised_by)
        self.delivered_by |= dict.fromkeys(line.delivered_by)

    def row(self) -> Row:
        """Give the finished row."""
        return Row(
            self.group, self.parties, self.item, self.unit, self.currency, self.basis,
            self.promised, self.delivered, self.open, self.beyond,
            tuple(self.promised_by), tuple(self.delivered_by), tuple(self.beyond_by),
        )  # fmt: skip


def _group(entry: Entry, by: By) -> tuple[str, str, tuple[Party, ...]]:
    """Give the key, the name and the parties of an entry's group: joint donors are one group, never counted twice."""
    if by is By.MONTH:
        month = entry.day.strftime("%Y-%m") if entry.day else ""
        return month, month, ()
    if by is By.ITEM:
        line = entry.line
        return line.currency or line.key, line.item, ()
    parties = entry.donors if by is By.DONOR else entry.recipients
    return "+".join(sorted(party.key for party in parties)), joint_name(parties), parties


def _order(key: _Key, sums: _Sums, by: By, heaviest: dict[str, int]) -> tuple[object, ...]:
    """Order groups by month, else those told of most first and the untold last; within one, money first."""
    group, currency, item, *_ = key
    first: tuple[object, ...] = (not group, group) if by is By.MONTH else (not group, -heaviest[group], group)
    return (*first, not currency, currency, -(sums.promised + sums.beyond), item)
