"""The formats that the record is written in, and the one way to a file: whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from tenu.ledger import Filters, Ledger, State
from tenu.publishing.entry import About, Entry, Wanted, walk
from tenu.publishing.notes import Notes
from tenu.publishing.whole import whole

Write = Callable[[Iterable[Entry], BinaryIO, About], Notes]
"""Write entries to a file opened for writing and reading; give what was changed or could not be held."""


class Format(StrEnum):
    """What `tenu export --to` takes."""

    CSV = "csv"
    CSV_SAFE = "csv-safe"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSONL = "jsonl"
    ICS = "ics"
    IATI = "iati"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"


NOTHING_MORE = Wanted()


@dataclass(frozen=True, slots=True)
class Shape:
    """How a format is written: the function and its module, the file's ending, and what it needs of the ledger.

    `judged_out` tells that claims which people rejected have no place in it.
    """

    module: str
    function: str
    ending: str
    media_type: str
    wanted: Wanted = NOTHING_MORE
    judged_out: bool = False

    @property
    def write(self) -> Write:
        """Bring the function; its libraries are loaded with it."""
        function: Write = getattr(import_module(f"tenu.publishing.{self.module}"), self.function)
        return function


SHAPES = {
    Format.CSV: Shape("csvfile", "write_csv", ".csv", "text/csv; charset=utf-8"),
    Format.CSV_SAFE: Shape("csvfile", "write_guarded_csv", ".csv", "text/csv; charset=utf-8"),
    Format.XLSX: Shape(
        "xlsx", "write_xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    Format.PARQUET: Shape("parquet", "write_parquet", ".parquet", "application/vnd.apache.parquet"),
    Format.JSONL: Shape("jsonl", "write_jsonl", ".jsonl", "application/jsonl", Wanted(verdicts=True)),
    Format.ICS: Shape("ics", "write_ics", ".ics", "text/calendar; charset=utf-8", judged_out=True),
    Format.IATI: Shape("iati.writing", "write_iati", ".xml", "application/xml", judged_out=True),
    Format.JSONLD: Shape("jsonld", "write_jsonld", ".jsonld", "application/ld+json", judged_out=True),
    Format.ANNOTATIONS: Shape(
        "annotations", "write_annotations", ".jsonld", "application/ld+json", Wanted(texts=True), judged_out=True
    ),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """How many claims were written, and what was changed or could not be held."""

    claims: int
    notes: Notes


def export(ledger: Ledger, form: Format, to: BinaryIO, about: About, filters: Filters | None = None) -> Exported:
    """Write the claims that meet the filters to a file that is open for writing and reading."""
    shape = SHAPES[form]
    counted = _Counted(walk(ledger, filters or Filters(), shape.wanted), shape.judged_out)
    notes = shape.write(counted, to, about)
    return Exported(counted.number, notes)


def export_to(ledger: Ledger, form: Format, path: Path, about: About, filters: Filters | None = None) -> Exported:
    """Write the claims to a path: the file is there whole, or not at all."""
    with whole(path) as file:
        return export(ledger, form, file, about, filters)


class _Counted:
    """Entries that are counted as they pass; rejected ones are left out where a format has no place for them."""

    def __init__(self, entries: Iterable[Entry], judged_out: bool) -> None:
        self._entries = entries
        self._judged_out = judged_out
        self.number = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            if self._judged_out and entry.kept.state is State.REJECTED:
                continue
            self.number += 1
            yield entry
