"""A row as one line of a document's text: each cell behind its column's name, `donor: Norway · amount: 5000000`."""

from tenu.publishing.imports.told import Row
from tenu.record import Passage

_BETWEEN = " · "


class Line:
    """A row's line; `start` is where it begins in the document's text, in code points, once it has its place there."""

    __slots__ = ("_cells", "number", "start", "text")

    def __init__(self, row: Row) -> None:
        self.number = row.number
        self.start = 0
        self._cells: dict[str, tuple[int, int]] = {}
        written: list[str] = []
        at = 0
        for column, words in row.cells.items():
            shown = f"{column}: {_on_one_line(words)}"
            self._cells[column] = (at + len(column) + 2, at + len(shown))
            at += len(shown) + len(_BETWEEN)
            written.append(shown)
        self.text = _BETWEEN.join(written) or f"row {row.number}"

    @property
    def end(self) -> int:
        """Give where the line ends."""
        return self.start + len(self.text)

    def cell(self, column: str) -> Passage:
        """Give the place of a cell's words; a cell that is not there stands for the whole line."""
        first, last = self._cells.get(column, (0, len(self.text)))
        return Passage(self.text[first:last], self.start + first, self.start + last)


def _on_one_line(words: str) -> str:
    if "\n" in words or "\r" in words:
        return words.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return words
