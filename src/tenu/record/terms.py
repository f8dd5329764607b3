"""What a person notes of a promise beyond what its passage says, after the aid trackers' rules.

A pledge (indicative) is not a commitment (firm, written), nor an allocation (set aside for a named purpose), nor a
delivery; a value that the source states is kept apart from one that was converted or estimated. Unknown stays unknown.
"""

from dataclasses import dataclass
from enum import StrEnum

from tenu.record.claim import Number


class Stage(StrEnum):
    """How far a promise has come; the stages tell of the same thing on its way and do not add up."""

    PLEDGE = "pledge"
    COMMITMENT = "commitment"
    ALLOCATION = "allocation"
    DELIVERY = "delivery"


class Basis(StrEnum):
    """Where a value comes from: the source's words, another currency, or somebody's estimate."""

    STATED = "stated"
    CONVERTED = "converted"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class Value:
    """An amount of money (ISO 4217 currency) for the promise or for one of its items, with where it comes from."""

    amount: Number
    currency: str
    basis: Basis
    item: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one of several joint donors bears: an amount, or a part between 0 and 1; neither where it is not known."""

    donor: str
    amount: Number | None = None
    currency: str | None = None
    part: Number | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """A promise's stage, values, parent (a claim's id), joint donors' shares, conditions; whether it was withdrawn."""

    stage: Stage | None = None
    values: tuple[Value, ...] = ()
    tranche_of: str | None = None
    shares: tuple[Share, ...] = ()
    conditions: tuple[str, ...] = ()
    withdrawn: bool = False
