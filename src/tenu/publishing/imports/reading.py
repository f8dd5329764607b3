"""Read a row's cells and gather on the way what was not understood."""

from collections.abc import Callable

from tenu.publishing.imports.told import NotUnderstood, Row, Who
from tenu.publishing.imports.values import DayOrder, Point, Unclear, amount_of, country_of, currency_of, day_of, name_of
from tenu.record import Number, Role


class Cells:
    """A row's cells, read one by one; `unread` holds the words that were not understood."""

    def __init__(self, row: Row, unread: tuple[NotUnderstood, ...] = ()) -> None:
        self.row = row
        self._unread = list(unread)

    @property
    def unread(self) -> tuple[NotUnderstood, ...]:
        """Give what was not understood so far."""
        return tuple(self._unread)

    def words(self, column: str) -> str | None:
        """Give a cell's words as they are; None where it is empty."""
        return self.row.cells.get(column)

    def name(self, column: str) -> str | None:
        """Read a name."""
        return self._read(column, name_of)

    def amount(self, column: str, point: Point | None = None) -> Number | None:
        """Read an amount or a count."""
        words = self.row.cells.get(column)
        read = amount_of(words, point) if words is not None else None
        if isinstance(read, Unclear):
            self.not_understood(column, read.reason)
            return None
        return read

    def currency(self, column: str) -> str | None:
        """Read a currency's code."""
        return self._read(column, currency_of)

    def day(self, column: str, order: DayOrder = DayOrder.ISO) -> str | None:
        """Read a day as EDTF."""
        return self._read(column, lambda words: day_of(words, order))

    def party(self, role: Role, column: str) -> tuple[Who, ...]:
        """Read the one who plays a part; a country by its name has its code."""
        name = self.name(column)
        if name is None:
            return ()
        iso = country_of(name)
        return (Who(role, name, column, f"country/{iso}" if iso else None, iso),)

    def not_understood(self, column: str, reason: str) -> None:
        """Say that a cell's words were not understood."""
        self._unread.append(NotUnderstood(self.row.number, column, self.row.cells.get(column, ""), reason))

    def _read(self, column: str, how: Callable[[str], str | Unclear | None]) -> str | None:
        words = self.row.cells.get(column)
        read = how(words) if words is not None else None
        if isinstance(read, Unclear):
            self.not_understood(column, read.reason)
            return None
        return read
