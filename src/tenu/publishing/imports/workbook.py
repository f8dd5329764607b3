"""Rows of an XLSX workbook by calamine; formulas give the values that were saved with them and never run."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.limits import LARGEST_BOOK, check_archive, check_size
from tenu.publishing.imports.refusals import ImportRefusedError


def is_workbook(path: Path) -> bool:
    """Tell whether a file begins as a zip does, which every XLSX is."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


class Workbook:
    """A workbook that was checked and opened."""

    def __init__(self, path: Path) -> None:
        check_size(path, LARGEST_BOOK)
        check_archive(path)
        try:
            self._book = CalamineWorkbook.from_path(path)
        except (CalamineError, OSError) as error:
            raise ImportRefusedError(f"{path} is no workbook that can be read ({error}).") from error
        self._path = path

    @property
    def sheets(self) -> list[str]:
        """Give the names of the sheets."""
        return self._book.sheet_names

    def rows(self, sheet: str) -> Iterator[RawRow]:
        """Give a sheet's rows with the numbers that a spreadsheet shows."""
        try:
            found = self._book.get_sheet_by_name(sheet)
        except CalamineError as error:
            raise ImportRefusedError(f"the sheet {sheet!r} of {self._path} cannot be read ({error}).") from error
        first = found.start[0] + 1 if found.start else 1
        for number, cells in enumerate(found.to_python(), start=first):
            yield number, [words(cell) for cell in cells]


def words(cell: object) -> str:
    """Write a cell as its words: numbers in full as a spreadsheet shows them, days as ISO 8601."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time | timedelta):
        return cell.isoformat() if isinstance(cell, date | time) else str(cell)
    return str(cell)
