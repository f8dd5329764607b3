"""What a count gives: sums with their claims, and what was left out and why."""

from dataclasses import dataclass
from enum import StrEnum

from tenu.questions.counting.rule import Rule
from tenu.questions.money import Rate
from tenu.record import Number

UNDATED = "undated"
NOT_TOLD = "not told"


class By(StrEnum):
    """What a count is told apart by."""

    DONOR = "donor"
    RECIPIENT = "recipient"
    MONTH = "month"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum: of whom or of when, how much of it was converted or estimated, and the claims (ids) that make it.

    `group` tells the institutions of the European Union from its members and from others, where donors are told apart.
    """

    key: str
    currency: str
    amount: Number
    claims: tuple[str, ...]
    converted: Number = 0
    estimated: Number = 0
    group: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim (its id) that does not count, or counts only in part, with the reason."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count by a rule: its sums, the largest first, what was left out, and the rates that were used."""

    rule: Rule
    by: By | None
    sums: tuple[Sum, ...]
    totals: tuple[Sum, ...]
    left_out: tuple[LeftOut, ...]
    rates: tuple[Rate, ...] = ()
