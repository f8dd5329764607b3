"""A table of rates, so much of each currency to one euro a day, and what an amount was worth by it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal

from tenu.questions.money import CENT, Rate
from tenu.record import Basis, Number, Value

EURO = "EUR"
WITHIN = 7
"""Days before the day in question in which a rate is still taken: holidays are bridged, gaps are not."""

_DIGITS = Decimal("1e-10")
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Converted:
    """What an amount was worth: the value to its hundredth, and the rate with its day."""

    amount: Number
    value: Decimal
    rate: Rate

    @property
    def noted(self) -> Value:
        """Give it as a value of a promise's terms, marked as converted."""
        told = f"{self.rate.currency} {self.amount} at {self.rate.number:f} on {self.rate.day} ({self.rate.source})"
        return Value(self.value, self.rate.into, Basis.CONVERTED, note=told)


@dataclass(frozen=True, slots=True)
class NotConverted:
    """An amount that has no value in the other currency, and why."""

    amount: Number
    currency: str
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """A currency's days in order, and how much of it one euro was on each."""

    days: tuple[date, ...]
    rates: tuple[Decimal, ...]

    def on(self, day: date, within: int) -> tuple[date, Decimal] | None:
        """Give the last rate on or before a day, not older than so many days."""
        place = bisect_right(self.days, day) - 1
        if place < 0 or self.days[place] < day - timedelta(days=within):
            return None
        return self.days[place], self.rates[place]


@dataclass(frozen=True, slots=True)
class RateTable:
    """All rates of a file, and where they come from."""

    source: str
    series: Mapping[str, Series]

    @property
    def days(self) -> tuple[date, date]:
        """Give the first and the last day on which any currency has a rate."""
        return min(one.days[0] for one in self.series.values()), max(one.days[-1] for one in self.series.values())

    def rate(self, currency: str, into: str, day: date, within: int = WITHIN) -> Rate | None:
        """Give how much of one currency a unit of another was: of that day or the last one on which both have a rate.

        The rate is given to ten digits behind the point; None where there is none within so many days.
        """
        used = day
        while used >= day - timedelta(days=within):
            left = within - (day - used).days
            bought, sold = self._on(currency, used, left), self._on(into, used, left)
            if bought is None or sold is None:
                return None
            earlier = min(bought[0], sold[0])
            if bought[0] == sold[0] or EURO in (currency, into):
                number = _EXACT.divide(sold[1], bought[1]).quantize(_DIGITS, context=_EXACT)
                return Rate(currency, into, number, earlier, self.source)
            used = earlier
        return None

    def convert(
        self, amount: Number, currency: str, into: str, day: date, within: int = WITHIN
    ) -> Converted | NotConverted:
        """Give what an amount was worth on a day, by the last rate before it; else why it has no value."""
        rate = self.rate(currency, into, day, within)
        if rate is None:
            return NotConverted(amount, currency, self._why_not(currency, into, day, within))
        value = _EXACT.multiply(Decimal(amount), rate.number).quantize(CENT, context=_EXACT)
        return Converted(amount, value, rate)

    def _on(self, code: str, day: date, within: int) -> tuple[date, Decimal] | None:
        if code == EURO:
            return day, Decimal(1)
        return self.series[code].on(day, within) if code in self.series else None

    def _why_not(self, currency: str, into: str, day: date, within: int) -> str:
        unknown = [code for code in (currency, into) if code != EURO and code not in self.series]
        if unknown:
            return f"there are no rates of {' and '.join(unknown)}"
        return f"there is no rate of {currency} in {into} on {day.isoformat()} or the {within} days before it"
