"""Rows of a CSV file, one after the other, in whatever of the common separators its first line uses."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from tenu.publishing.imports.limits import check_size
from tenu.publishing.imports.refusals import ImportRefusedError

RawRow = tuple[int, list[str]]
"""A row's number, counted in lines of the file as an editor shows them, and its cells."""

SEPARATORS = ",;\t|"
_LONGEST_CELL = 10_000_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def rows_of_csv(path: Path, encoding: str | None = None) -> Iterator[RawRow]:
    """Give the rows; refused are files that are too large, of another encoding, or broken within a cell."""
    check_size(path)
    named = encoding or _encoding_of(path)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=named, newline="") as file:
            separator = _separator(file.readline())
            file.seek(0)
            yield from _rows(file, separator, path)
    except LookupError as error:
        raise ImportRefusedError(f"{named} is no encoding that is known; utf-8 and cp1252 are.") from error
    except UnicodeError as error:
        raise ImportRefusedError(
            f"{path} is not written in {named} ({error}); save it as UTF-8, or say --encoding cp1252."
        ) from error


def _rows(file: Iterator[str], separator: str, path: Path) -> Iterator[RawRow]:
    reader = csv.reader(file, delimiter=separator)
    number = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportRefusedError(f"{path} breaks off at line {reader.line_num}: {error}.") from error
        yield number, cells
        number = reader.line_num + 1


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(4)
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def _separator(line: str) -> str:
    """Take the separator that cuts the first line into most cells; a comma where none does."""
    cells = {mark: len(next(csv.reader([line], delimiter=mark), [])) for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: cells[mark])
