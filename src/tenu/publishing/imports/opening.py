"""Tell what a file is and read it as what it was said to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path

from tenu.publishing.imports import fts, kiel
from tenu.publishing.imports.csvtable import RawRow, rows_of_csv
from tenu.publishing.imports.limits import check_size
from tenu.publishing.imports.mapping import read_mapping
from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.publishing.imports.told import Told
from tenu.publishing.imports.workbook import Workbook, is_workbook


class From(StrEnum):
    """What `tenu import --from` takes."""

    KIEL = "kiel"
    FTS = "fts"
    IATI = "iati"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"
    ICS = "ics"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file's rows say, one after the other, and in which language; `say` fills with sentences on its columns."""

    told: Iterator[Told]
    language: str
    say: list[str]


def open_table(
    path: Path, form: From, mapping: Path | None = None, encoding: str | None = None, sheet: str | None = None
) -> Opened:
    """Open a file; refused is what cannot be read as what it was said to be. Rows are read as they are asked for."""
    check_size(path)
    say: list[str] = []
    if form is From.JSONL:
        from tenu.publishing.imports.lines import told_by_lines

        return Opened(told_by_lines(path), "und", say)
    if form is From.IATI:
        from tenu.publishing.iati.reading import told_by_iati

        return Opened(told_by_iati(path), "en", say)
    if form is From.ICS:
        from tenu.publishing.imports.calendar import told_by_calendar

        return Opened(told_by_calendar(path), "und", say)
    return _of_rows(path, form, mapping, encoding, sheet, say)


def _of_rows(
    path: Path, form: From, mapping: Path | None, encoding: str | None, sheet: str | None, say: list[str]
) -> Opened:
    described = read_mapping(mapping) if mapping is not None else None
    wanted = kiel.SHEETS if form is From.KIEL else ()
    rows = _rows(path, encoding, sheet or (described.sheet if described else None), wanted, say)
    name = path.name
    if form is From.KIEL:
        return Opened(kiel.told_by_kiel(rows, name, say), kiel.LANGUAGE, say)
    if form is From.FTS:
        return Opened(fts.told_by_fts(rows, name, say), fts.LANGUAGE, say)
    if described is not None:
        from tenu.publishing.imports.plain import told_by_mapping

        return Opened(told_by_mapping(rows, described, name, say), described.language, say)
    return Opened(_own(rows, name, say), "und", say)


def _own(rows: Iterator[RawRow], name: str, say: list[str]) -> Iterator[Told]:
    from tenu.publishing.imports.own import is_own, told_by_own

    first = list(islice(rows, 1))
    if not first or not is_own(first[0][1]):
        raise ImportRefusedError(
            f"{name} is no table that tenu wrote; say with --mapping what its columns tell, or --from kiel or fts."
        )
    yield from told_by_own(chain(first, rows), name, say)


def _rows(
    path: Path, encoding: str | None, sheet: str | None, wanted: tuple[str, ...], say: list[str]
) -> Iterator[RawRow]:
    from tenu.publishing.imports.parquetrows import is_parquet, rows_of_parquet

    if is_workbook(path):
        book = Workbook(path)
        chosen = sheet or next((name for name in wanted if name in book.sheets), book.sheets[0] if book.sheets else "")
        if chosen not in book.sheets:
            raise ImportRefusedError(f"{path.name} has no sheet {chosen!r}; it has {', '.join(book.sheets)}.")
        if len(book.sheets) > 1:
            say.append(f"of the sheets {', '.join(book.sheets)} this is {chosen}")
        return chain(book.rows(chosen), _further(book, chosen))
    return rows_of_parquet(path) if is_parquet(path) else rows_of_csv(path, encoding)


def _further(book: Workbook, sheet: str) -> Iterator[RawRow]:
    """Give the rows of the sheets on which a long export of ours goes on, without their heads."""
    number = 2
    while f"{sheet} {number}" in book.sheets:
        yield from islice(book.rows(f"{sheet} {number}"), 1, None)
        number += 1
