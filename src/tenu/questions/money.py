"""Money in another currency: never added across currencies, converted only where it was asked for and a rate is there.

A value is converted at the day of its promise, and says with which rate of which day.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from tenu.questions.line import Line
from tenu.record import Basis, Number

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of one currency a unit of another was worth, on which day, and after whom (`ECB reference rate`)."""

    currency: str
    into: str
    number: Decimal
    day: date
    source: str


Rates = Callable[[str, str, date], Rate | None]
"""Gives the rate from a currency into another on a day, of that day or the last before it; None where there is none."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A currency to convert money into, and where the rates come from."""

    into: str
    rates: Rates

    def rate(self, line: Line, day: date | None) -> Rate | None:
        """Give the rate for a line of money of a day; None where there is no day or no rate."""
        if line.currency is None or day is None:
            return None
        return self.rates(line.currency, self.into, day)


def converted(line: Line, rate: Rate) -> Line:
    """Give a line of money in another currency, marked as converted."""
    return replace(
        line,
        item=rate.into,
        currency=rate.into,
        basis=Basis.CONVERTED,
        promised=_worth(line.promised, rate.number),
        delivered=_worth(line.delivered, rate.number),
        open=_worth(line.open, rate.number),
    )


def _worth(number: Number | None, rate: Decimal) -> Number | None:
    """Give an amount in the other currency to its hundredth, half to even."""
    return None if number is None else (Decimal(number) * rate).quantize(CENT, ROUND_HALF_EVEN)
