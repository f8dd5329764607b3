"""The amounts of a claim: what a person noted as stated comes before the claim's own words."""

from tenu.ledger import KeptClaim
from tenu.questions.counting.rule import Money
from tenu.record import Basis, Value


def amounts_of(kept: KeptClaim, currency: str | None) -> list[Money]:
    """Give a claim's amounts: noted in the rule's own currency, else as stated, else as its items tell them.

    Amounts of several items are parts of one promise and add up. A value for the whole takes the place of its parts.
    """
    values = kept.terms.values if kept.terms is not None else ()
    for wanted in (_of_basis(values, Basis.STATED, currency), _of_basis(values, Basis.CONVERTED, currency)):
        if wanted and currency is not None:
            return wanted
    stated = _of_basis(values, Basis.STATED, None)
    if stated:
        return stated
    told = [
        Money(item.amount, item.currency, Basis.STATED, item.name)
        for item in kept.claim.items
        if item.amount is not None and item.currency is not None
    ]
    return told or _of_basis(values, Basis.ESTIMATED, currency)


def noted_under(kept: KeptClaim, *notes: str) -> list[Money]:
    """Give the amount that was noted under the first of these notes that there is."""
    values = kept.terms.values if kept.terms is not None else ()
    for note in notes:
        found = [_money(value) for value in values if value.note == note]
        if found:
            return found
    return []


def has_note(kept: KeptClaim, *notes: str) -> bool:
    """Tell whether any value was noted under one of these notes."""
    return kept.terms is not None and any(value.note in notes for value in kept.terms.values)


def _of_basis(values: tuple[Value, ...], basis: Basis, currency: str | None) -> list[Money]:
    """Give the values of one basis (and currency): those for the whole where there are any, else those for items."""
    found = [value for value in values if value.basis is basis and currency in (None, value.currency)]
    whole = [value for value in found if value.item is None]
    return [_money(value) for value in whole or found]


def _money(value: Value) -> Money:
    return Money(value.amount, value.currency, value.basis, value.item)
