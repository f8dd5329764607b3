"""What an amount is."""

from dataclasses import dataclass
from enum import StrEnum

from tenu.record import Number


class Measure(StrEnum):
    """What a number in a text measures."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    ORDINAL = "ordinal-no"


class Bound(StrEnum):
    """How the words narrow the number: “environ” is about, “plus de” at least, “up to” at most."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a text gives it; `start`, `end` and `noun_start` in code points, `words` what stands there.

    `value` is exact; `high` is the upper end of a range (“entre 5 et 7 tonnes”), else None. Where the words tell a
    number that cannot be read (“several million”, “1.000,5”), `value` is None; where only the currency is open
    (“dollars” without a country), `currency` is None; `reason` says why, in a sentence. `unit` is the word of measure
    (“tonnes”), and `noun_start` where what is counted begins, if it follows. `plain` is False where the number may be
    an article (“un”, “une”) or a pronoun (“one”). `inherited`: the currency stands elsewhere in the text.
    """

    start: int
    end: int
    words: str
    kind: Measure
    value: Number | None
    high: Number | None = None
    currency: str | None = None
    unit: str | None = None
    bound: Bound = Bound.EXACTLY
    noun_start: int | None = None
    plain: bool = True
    inherited: bool = False
    reason: str | None = None
