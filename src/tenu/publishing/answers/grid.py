"""A plain table: columns by their names, rows of plain cells; each row ends with the ids of its claims."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tenu.questions.party import Party

Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows; an answer of several parts has `part` as its first column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def names(parties: Iterable[Party]) -> str:
    """Name parties in one cell."""
    return "; ".join(party.name for party in parties)


def ids(*claims: Iterable[str]) -> str:
    """Give the ids of claims in one cell, each once."""
    return " ".join(dict.fromkeys(claim for some in claims for claim in some))


def text(cell: Cell) -> str:
    """Write a cell in full and exact; nothing for nothing."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
