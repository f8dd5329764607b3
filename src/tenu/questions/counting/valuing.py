"""Amounts in the rule's currency: as they are, or converted at the day of the promise, and said."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tenu.ledger import KeptClaim
from tenu.questions.counting.count import LeftOut
from tenu.questions.counting.rule import Money, Rule
from tenu.questions.money import Rate
from tenu.questions.rates.table import NotConverted, RateTable
from tenu.record import Basis, edtf


class Valuing:
    """Values amounts by a rule, and remembers the rates that it used."""

    def __init__(self, rule: Rule, rates: RateTable | None, left_out: list[LeftOut]) -> None:
        self._rule = rule
        self._rates = rates
        self._left_out = left_out
        self._used: dict[Rate, None] = {}

    @property
    def used(self) -> tuple[Rate, ...]:
        """Give the rates that were used."""
        return tuple(self._used)

    def valued(self, kept: KeptClaim, money: Sequence[Money]) -> Iterator[Money]:
        """Give the amounts in the rule's currency; what has no value in it is left out."""
        for one in money:
            if self._rule.currency in (None, one.currency):
                yield one
            elif (worth := self._converted(kept, one, self._rule.currency or "")) is not None:
                yield worth

    def _converted(self, kept: KeptClaim, money: Money, into: str) -> Money | None:
        day = day_of(kept)
        if self._rates is None or day is None:
            why = "no rates were imported (tenu rates)" if self._rates is None else "it has no day to convert at"
            self._left_out.append(LeftOut(kept.id, f"{money.currency} {money.amount} has no value in {into}: {why}"))
            return None
        found = self._rates.convert(money.amount, money.currency, into, day)
        if isinstance(found, NotConverted):
            self._left_out.append(
                LeftOut(kept.id, f"{money.currency} {money.amount} was not converted: {found.reason}")
            )
            return None
        self._used[found.rate] = None
        return Money(found.value, into, Basis.CONVERTED, money.item)


def day_of(kept: KeptClaim) -> date | None:
    """Give the day of a promise: its own where it is one day, else its document's where that is not against it."""
    first, last = _bounds(kept.claim.when)
    if first is not None and first == last:
        return first
    try:
        published = date.fromisoformat((kept.published or "")[:10])
    except ValueError:
        return None
    after, before = first is None or first <= published, last is None or published <= last
    return published if after and before else None


def month_of(kept: KeptClaim) -> str | None:
    """Give the month in which a promise was made; None where its time does not tell one."""
    first, last = _bounds(kept.claim.when)
    if first is None or last is None:
        day = day_of(kept) if kept.claim.when is None else None
        return day.isoformat()[:7] if day else None
    return first.isoformat()[:7] if first.isoformat()[:7] == last.isoformat()[:7] else None


def _bounds(when: str | None) -> tuple[date | None, date | None]:
    if when is None:
        return None, None
    try:
        time = edtf.read(when)
    except edtf.UnreadableTimeError:
        return None, None
    return time.earliest, time.latest


def part_of(amount: Decimal | int, part: Decimal | int) -> Decimal:
    """Give a part (0 to 1) of an amount, exact."""
    return Decimal(amount) * Decimal(part)
