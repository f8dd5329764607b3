"""Parquet by pyarrow: the same table, typed, written in groups of rows.

`amount` and `quantity` are decimals of 38 digits, 9 of them behind the point, where the number fits them exactly;
`amount_text` and `quantity_text` hold every number to the last digit. The schema carries what each column holds.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from tenu.publishing.columns import COLUMNS, Cell, Column, Shape, digits, plain, rows_of
from tenu.publishing.entry import About, Entry
from tenu.publishing.notes import Notes

GROUP = 20_000
"""Rows that are in memory at one time."""

_DIGITS, _BEHIND = 38, 9
_NO_DECIMAL = "numbers with more digits than 29 before or 9 behind the point stand in the text column alone"


def write_parquet(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write claims; the notes name those with numbers that only the text columns hold."""
    notes = Notes()
    described = schema_of(about)
    with pq.ParquetWriter(to, described, compression="zstd") as writer:
        waiting: list[tuple[Cell, ...]] = []
        for entry in entries:
            rows = [_typed(row, entry.kept.id, notes) for row in rows_of(entry)]
            notes.wrote("rows", len(rows))
            waiting += rows
            if len(waiting) >= GROUP:
                writer.write_table(_table(waiting, described))
                waiting = []
        if waiting:
            writer.write_table(_table(waiting, described))
    return notes


def schema_of(about: About) -> pa.Schema:
    """Give the schema: the columns' names, types and what they hold."""
    fields = []
    for column in COLUMNS:
        fields.append(pa.field(column.name, _type(column), metadata={"holds": column.holds}))
        if column.shape is Shape.NUMBER:
            holds = f"the same as {column.name}, with every digit"
            fields.append(pa.field(f"{column.name}_text", pa.string(), metadata={"holds": holds}))
    return pa.schema(fields, metadata={"title": about.title, "made_at": about.made_at.isoformat(), "made_by": "tenu"})


def _type(column: Column) -> pa.DataType:
    if column.shape is Shape.NUMBER:
        return pa.decimal128(_DIGITS, _BEHIND)
    return pa.int64() if column.shape is Shape.COUNT else pa.string()


def _typed(row: tuple[Cell, ...], claim: str, notes: Notes) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for column, cell in zip(COLUMNS, row, strict=True):
        if column.shape is not Shape.NUMBER:
            cells.append(cell)
            continue
        number = Decimal(cell) if cell is not None else None
        if number is not None and not fits(number):
            notes.add(_NO_DECIMAL, claim)
            number = None
        cells += [number, plain(cell) or None]
    return tuple(cells)


def fits(number: Decimal) -> bool:
    """Tell whether the decimal column holds a number to the last digit."""
    before, behind = digits(number)
    return len(before) <= _DIGITS - _BEHIND and len(behind) <= _BEHIND


def _table(rows: list[tuple[Cell, ...]], described: pa.Schema) -> pa.Table:
    columns = zip(*rows, strict=True)
    arrays = [pa.array(cells, type=field.type) for cells, field in zip(columns, described, strict=True)]
    return pa.Table.from_arrays(arrays, schema=described)
