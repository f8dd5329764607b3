"""A row as one line of a document's text: each cell behind its column's name, `donor: Norway · amount: 5000000`."""

from tenu.publishing.imports.told import Row
from tenu.record import Passage

_BETWEEN = " · "


class Line:
    """A row's line; `start` is where it begins in the document's text, in code points, once it has its place there."""

    __slots__ = ("_columns", "_written", "number", "start", "text")

    def __init__(self, row: Row) -> None:
        self.number = row.number
        self.start = 0
        self._columns = list(row.cells)
        self._written = [f"{column}: {words}" for column, words in row.cells.items()]
        self.text = _BETWEEN.join(self._written) or f"row {row.number}"
        if "\n" in self.text or "\r" in self.text:
            self._written = [" ".join(written.splitlines()) for written in self._written]
            self.text = _BETWEEN.join(self._written)

    @property
    def end(self) -> int:
        """Give where the line ends."""
        return self.start + len(self.text)

    def cell(self, column: str) -> Passage:
        """Give the place of a cell's words; a cell that is not there stands for the whole line."""
        if column not in self._columns:
            return Passage(self.text, self.start, self.end)
        place = self._columns.index(column)
        before = sum(map(len, self._written[:place])) + place * len(_BETWEEN)
        first, last = before + len(column) + len(": "), before + len(self._written[place])
        return Passage(self.text[first:last], self.start + first, self.start + last)
