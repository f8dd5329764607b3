"""Readings on standard output, in the form that was asked for."""

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from tenu.cli.options import Format
from tenu.record import Claim, Reading

COLUMNS = (
    *("source", "published", "id", "kind", "status", "when", "by", "recurs"),
    *("where", "actors", "items", "quote", "evidence", "start", "end"),
)


class Printer(Protocol):
    """Whatever prints readings one after the other."""

    def add(self, reading: Reading) -> None:
        """Print one more."""
        ...


class TablePrinter:
    """Prints tables for a person."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(width=None if sys.stdout.isatty() else 120)

    def add(self, reading: Reading) -> None:
        """Print one more document with its claims."""
        from tenu.cli.table import show_reading

        show_reading(self._console, reading)


class LinePrinter:
    """Prints JSON Lines: one object a document."""

    def add(self, reading: Reading) -> None:
        """Print one more line."""
        sys.stdout.buffer.write(reading.to_json() + b"\n")


class ListPrinter:
    """Prints one JSON list, opened at once and closed at the end."""

    def __init__(self) -> None:
        self._first = True
        sys.stdout.write("[")

    def add(self, reading: Reading) -> None:
        """Print one more object of the list, indented."""
        sys.stdout.write("\n" if self._first else ",\n")
        sys.stdout.write(json.dumps(json.loads(reading.to_json()), ensure_ascii=False, indent=1))
        self._first = False

    def close(self) -> None:
        """End the list."""
        sys.stdout.write("]\n" if self._first else "\n]\n")


class RowPrinter:
    """Prints CSV (RFC 4180): one row a claim; several values of a cell are separated by `; `."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(COLUMNS)

    def add(self, reading: Reading) -> None:
        """Print the rows of one more document."""
        document = reading.document
        self._writer.writerows((document.source, document.published or "", *row(claim)) for claim in reading.claims)


def row(claim: Claim) -> tuple[object, ...]:
    """Give a claim's cells from `id` on."""
    from tenu.cli.table import amount

    return (
        claim.id,
        claim.kind.value,
        claim.status.value if claim.status else "",
        claim.when or "",
        claim.by or "",
        claim.recurs or "",
        "; ".join(place.name for place in claim.where),
        "; ".join(f"{actor.role.value}: {actor.name}" for actor in claim.actors),
        "; ".join(amount(item) for item in claim.items),
        claim.quote or "",
        claim.evidence.text,
        claim.evidence.start,
        claim.evidence.end,
    )


@contextmanager
def printer_of(form: Format) -> Iterator[Printer]:
    """Give the printer of a form; what it has opened is closed at the end."""
    if form is Format.JSON:
        printer = ListPrinter()
        yield printer
        printer.close()
    elif form is Format.JSONL:
        yield LinePrinter()
        sys.stdout.buffer.flush()
    elif form is Format.CSV:
        yield RowPrinter(sys.stdout)
    else:
        yield TablePrinter()
