"""XLSX by XlsxWriter, row after row; nothing in it is a formula or a live link.

A number stands as one where a spreadsheet's floating point holds it exactly, else as text with every digit. A text that
is longer than a cell may be goes on in the row below, which says `yes` under `continued` and tells nothing else.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from tenu.publishing.columns import COLUMNS, NAMES, Cell, digits, plain, rows_of
from tenu.publishing.entry import About, Entry
from tenu.publishing.notes import Notes

CONTINUED = "continued"
CELL = 16_000
"""Code points put into one cell: at most 32,000 of the 32,767 UTF-16 units that Excel takes."""

ROWS = 1_048_576
"""Rows of a sheet; what is more goes on in another."""

_FLOAT_DIGITS = 15
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS = {"evidence": 60, "quote": 40, "title": 40, "item": 24, "donor": 24, "recipient": 24, "participant": 24}
_TOO_LONG = "texts longer than a cell go on in the row below"
_NO_CHARACTER = "characters that XML cannot hold were replaced by �"


def write_xlsx(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write claims into the sheet `claims`, and what the columns hold into the sheet `columns`."""
    notes = Notes()
    book = xlsxwriter.Workbook(to, _OPTIONS)
    book.set_properties({"title": about.title, "created": about.made_at.replace(tzinfo=None)})
    sheets = _Sheets(book)
    for entry in entries:
        for row in rows_of(entry):
            for portion in _portions(row, entry.kept.id, notes):
                sheets.add(portion)
                notes.wrote("rows")
    _explain(book, about)
    book.close()
    return notes


class _Sheets:
    """The sheets of claims, one after the other."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._number = 0
        self._begin()

    def add(self, cells: list[Cell]) -> None:
        """Write one more row."""
        if self._row == ROWS:
            self._begin()
        for column, cell in enumerate(cells):
            _put(self._sheet, self._row, column, cell)
        self._row += 1

    def _begin(self) -> None:
        self._number += 1
        name = "claims" if self._number == 1 else f"claims {self._number}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 1)
        for column, heading in enumerate((*NAMES, CONTINUED)):
            self._sheet.set_column(column, column, _WIDTHS.get(heading, 12))
            self._sheet.write_string(0, column, heading, self._bold)
        self._row = 1


def _put(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif exact_as_float(cell):
        sheet.write_number(row, column, float(cell))
    else:
        sheet.write_string(row, column, plain(cell))


def exact_as_float(number: int | Decimal) -> bool:
    """Tell whether a spreadsheet, which keeps 15 digits, shows a number to the last one."""
    before, behind = digits(number)
    return len((before + behind).lstrip("0")) <= _FLOAT_DIGITS


def _portions(row: tuple[Cell, ...], claim: str, notes: Notes) -> Iterator[list[Cell]]:
    cells = [_without_nothings(cell, claim, notes) for cell in row]
    longest = max(len(cell) for cell in cells if isinstance(cell, str))
    if longest > CELL:
        notes.add(_TOO_LONG, claim)
    yield [cell[:CELL] if isinstance(cell, str) else cell for cell in cells]
    for at in range(CELL, longest, CELL):
        yield [*(cell[at : at + CELL] if isinstance(cell, str) else None for cell in cells), "yes"]


def _without_nothings(cell: Cell, claim: str, notes: Notes) -> Cell:
    """Replace U+FFFE and U+FFFF, which no XML document may hold."""
    if isinstance(cell, str) and ("\ufffe" in cell or "\uffff" in cell):
        notes.add(_NO_CHARACTER, claim)
        return cell.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    return cell


def _explain(book: Any, about: About) -> None:
    sheet = book.add_worksheet("columns")
    sheet.set_column(0, 0, 16)
    sheet.set_column(2, 2, 80)
    told = [
        (about.title, "", f"written {about.made_at:%Y-%m-%d %H:%M} UTC by tenu"),
        ("column", "cells", "what it holds"),
    ]
    told += [(column.name, column.shape.value, column.holds) for column in COLUMNS]
    told.append((CONTINUED, "text", "yes, where the row only continues long texts of the row above"))
    for row, cells in enumerate(told):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell)
