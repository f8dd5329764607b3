"""Find the row of a table that names its columns, and say what moved, was renamed or is missing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice, pairwise

from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.publishing.imports.told import NotUnderstood, Row

LOOKED_AT = 40
"""Rows in which the columns' names are looked for."""

_MARKS = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Expected:
    """A column that an importer knows: its name, other names it has had, and whether a table must have it."""

    name: str
    also: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where the names stand (row number), what each column is called, and sentences on what is otherwise than known."""

    row: int
    names: tuple[str, ...]
    told: tuple[str, ...]


def find_header(rows: Iterable[RawRow], expected: tuple[Expected, ...], source: str) -> tuple[Header, Iterator[RawRow]]:
    """Give the header with the rows below it; a table without a needed column is refused, and the nearest are named."""
    left = iter(rows)
    looked_at = list(islice(left, LOOKED_AT))
    known = {_plain(name): one.name for one in expected for name in (one.name, *one.also)}
    fitting = [sum(_plain(cell) in known for cell in cells) for _, cells in looked_at]
    best = fitting.index(max(fitting)) if fitting else None
    if best is None:
        raise ImportRefusedError(f"{source} has no rows.")
    number, cells = looked_at[best]
    names = _names(cells, known)
    _refuse_missing(names, cells, expected, source)
    told = (*_moved(number, names, cells, expected),)
    return Header(number, names, told), chain(looked_at[best + 1 :], left)


def cut(rows: Iterable[RawRow], header: Header) -> Iterator[tuple[Row, tuple[NotUnderstood, ...]]]:
    """Give rows by column; empty rows are passed over, cells beyond the last name are kept and said."""
    width = len(header.names)
    for number, cells in rows:
        told = {name: cell for name, cell in zip(header.names, cells, strict=False) if cell.strip()}
        beyond = [cell for cell in cells[width:] if cell.strip()]
        told |= {f"column {width + at}": cell for at, cell in enumerate(beyond, start=1)}
        if told:
            unread = [NotUnderstood(number, "", cell, "stands beyond the last named column") for cell in beyond]
            yield Row(number, told), tuple(unread)


def _names(cells: list[str], known: dict[str, str]) -> tuple[str, ...]:
    """Name the columns: known ones by their own names, others as they are; no name twice, none empty."""
    names: list[str] = []
    for at, cell in enumerate(cells, start=1):
        name = known.get(_plain(cell)) or " ".join(cell.split()) or f"column {at}"
        names.append(name if name not in names else f"{name} ({at})")
    return tuple(names)


def _refuse_missing(names: tuple[str, ...], cells: list[str], expected: tuple[Expected, ...], source: str) -> None:
    missing = [one.name for one in expected if one.needed and one.name not in names]
    if not missing:
        return
    there = [cell for cell in cells if cell.strip()]
    nearest = {name: get_close_matches(name, there, 1, 0.5) for name in missing}
    told = "; ".join(f"{name}{f' (perhaps “{near[0]}”)' if near else ''}" for name, near in nearest.items())
    raise ImportRefusedError(
        f"{source} lacks columns that this import needs: {told}. Rename them, or describe the table in a mapping file "
        "(--from csv --mapping)."
    )


def _moved(number: int, names: tuple[str, ...], cells: list[str], expected: tuple[Expected, ...]) -> Iterator[str]:
    if number > 1:
        yield f"the columns are named in row {number}"
    for one in expected:
        at = names.index(one.name) if one.name in names else None
        if at is None:
            yield f"the column {one.name} is not there"
        elif _plain(cells[at]) != _plain(one.name):
            yield f"the column {one.name} is called “{cells[at].strip()}”"
    order = [one.name for one in expected if one.name in names]
    for before, name in pairwise(order):
        if names.index(name) < names.index(before):
            yield f"the column {name} stands before {before}"
    known = {one.name for one in expected}
    if new := [name for name in names if name not in known]:
        yield f"columns that are kept as words only: {', '.join(new)}"


def _plain(name: str) -> str:
    return _MARKS.sub(" ", name.casefold()).strip()
