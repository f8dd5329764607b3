"""One item or currency of a promise: what was promised of it, what came, and what is open."""

from dataclasses import dataclass

from tenu.ledger.promises.balance import Line as Balanced
from tenu.ledger.promises.figures import PIECES
from tenu.record import Basis, Number


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: promised, delivered and open, each with the ids of its claims.

    `currency` is ISO 4217 for money (`?` where none is told), None for goods, which `item` and `unit` tell (None for
    pieces); `key` is the item folded for comparison. A number is None where nothing tells it, or where the claims
    differ; `unsettled` then says how.
    """

    item: str
    unit: str | None
    currency: str | None
    basis: Basis
    promised: Number | None
    delivered: Number | None
    open: Number | None
    promised_by: tuple[str, ...] = ()
    delivered_by: tuple[str, ...] = ()
    unsettled: str | None = None
    key: str = ""


def line_of(line: Balanced) -> Line:
    """Give a line of the ledger's balance as answers show it."""
    money = not line.measure.item
    promised, delivered = line.promised, line.delivered
    return Line(
        item=line.name,
        unit=None if money or line.measure.unit == PIECES else line.measure.unit,
        currency=(line.measure.unit or "?") if money else None,
        basis=line.measure.basis,
        promised=promised.number if promised else None,
        delivered=delivered.number,
        open=line.open,
        promised_by=promised.claims if promised else (),
        delivered_by=delivered.claims,
        unsettled=(promised.unsettled if promised else None) or delivered.unsettled,
        key=line.measure.item,
    )
