"""The figures that one claim gives: so many of an item, so much money, each with its basis."""

from dataclasses import dataclass
from functools import lru_cache

from tenu.ledger.kept import KeptClaim
from tenu.ledger.words.fold import stems
from tenu.record import Basis, Kind, Number, Stage

PIECES = "pieces"
_BY_KIND = {Kind.PLEDGE: Stage.PLEDGE, Kind.DELIVERY: Stage.DELIVERY}


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """What a figure counts: an item in pieces or another unit, or money in a currency; and where the figure is from.

    `item` is folded for comparison, empty for money.
    """

    item: str
    unit: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a measure, with the item's name as the claim has it, and the claim that gives it (its id)."""

    measure: Measure
    number: Number
    name: str
    claim: str


def figures_of(kept: KeptClaim) -> list[Figure]:
    """Give a claim's figures; values that a person noted as stated take the place of the claim's own amounts.

    Amounts of one currency in one claim are added up: it tells them as parts of one promise.
    """
    language = kept.language
    counted = [
        Figure(_counted(item.name, language, item.unit or PIECES), item.quantity, item.name, kept.id)
        for item in kept.claim.items
        if item.quantity is not None
    ]
    values = kept.terms.values if kept.terms else ()
    stated = [value for value in values if value.basis is Basis.STATED]
    own = [(item.amount, item.currency) for item in kept.claim.items if item.amount is not None]
    amounts = [(value.amount, value.currency, Basis.STATED) for value in stated] or [
        (amount, currency or "", Basis.STATED) for amount, currency in own
    ]
    amounts += [(value.amount, value.currency, value.basis) for value in values if value.basis is not Basis.STATED]
    sums: dict[Measure, Number] = {}
    for amount, currency, basis in amounts:
        money = Measure("", currency, basis)
        sums[money] = sums.get(money, 0) + amount
    return counted + [Figure(money, amount, money.unit, kept.id) for money, amount in sums.items()]


def stage_of(kept: KeptClaim) -> Stage | None:
    """Give the stage that a person noted, else the one that the kind says; None where neither tells."""
    if kept.terms is not None and kept.terms.stage is not None:
        return kept.terms.stage
    return _BY_KIND.get(kept.claim.kind)


@lru_cache(20_000)
def _counted(name: str, language: str, unit: str) -> Measure:
    return Measure(item_key(name, language), unit, Basis.STATED)


def item_key(name: str, language: str) -> str:
    """Give what an item is told by in claims of one language."""
    return " ".join(sorted(stems(name, language)))
