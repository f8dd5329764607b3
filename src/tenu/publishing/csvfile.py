"""CSV (RFC 4180), UTF-8: raw, and a flavour in which no cell starts a formula.

The guarded flavour begins with a byte order mark, so that spreadsheets read it as UTF-8, and puts an apostrophe before
cells that a spreadsheet would take for a formula. The last column, `guarded`, names the cells of its row that got one,
so that the import takes exactly those away again.
"""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from tenu.publishing.columns import NAMES, plain, rows_of
from tenu.publishing.entry import About, Entry
from tenu.publishing.notes import Notes

GUARDED = "guarded"
GUARD = "'"
BEGINS = tuple("=+-@\t\r\n|%＝＋－＠")
"""What spreadsheets take for the beginning of a formula, of a command (`|`, `%`), or of either in full width."""

_CHANGED = "cells that a spreadsheet would run were guarded with an apostrophe"


def write_csv(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:  # noqa: ARG001 — all formats take the same
    """Write claims as they are."""
    notes = Notes()
    text = io.TextIOWrapper(to, encoding="utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(NAMES)
    for entry in entries:
        rows = [[plain(cell) for cell in row] for row in rows_of(entry)]
        writer.writerows(rows)
        notes.wrote("rows", len(rows))
    text.flush()
    text.detach()
    return notes


def write_guarded_csv(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:  # noqa: ARG001
    """Write claims so that no cell starts a formula; the notes say how many cells were guarded."""
    notes = Notes()
    text = io.TextIOWrapper(to, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow((*NAMES, GUARDED))
    for entry in entries:
        for row in rows_of(entry):
            cells, changed = guarded([plain(cell) for cell in row])
            for _ in changed:
                notes.add(_CHANGED, entry.kept.id)
            writer.writerow((*cells, " ".join(changed)))
            notes.wrote("rows")
    text.flush()
    text.detach()
    return notes


def guarded(cells: list[str]) -> tuple[list[str], list[str]]:
    """Guard the cells of a row; give them with the names of the columns that were changed."""
    changed = [name for name, cell in zip(NAMES, cells, strict=True) if runs(cell)]
    return [GUARD + cell if runs(cell) else cell for cell in cells], changed


def runs(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula, also after spaces that it strips."""
    return cell.lstrip(" \u00a0\ufeff\u200b\u2060").startswith(BEGINS) or cell.startswith(BEGINS)
