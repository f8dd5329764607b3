"""Rows of a plain table, as a mapping file describes it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.header import Expected, cut, find_header
from tenu.publishing.imports.mapping import ActorColumn, Choice, ItemColumns, MappingFile, Time
from tenu.publishing.imports.reading import Cells
from tenu.publishing.imports.told import Said, Told, What, Who
from tenu.publishing.imports.values import country_of
from tenu.record import Kind, Number, Stage, Status, Terms, Value, edtf

RULE = "a row, by a mapping file"


def told_by_mapping(rows: Iterable[RawRow], mapping: MappingFile, source: str, say: list[str]) -> Iterator[Told]:
    """Give what each row says; a table without a column that the mapping names is refused."""
    expected = tuple(Expected(column, needed=True) for column in mapping.columns)
    header, below = find_header(rows, expected, source)
    say.extend(header.told)
    for row, unread in cut(below, header):
        yield _told(Cells(row, unread), mapping)


def _told(cells: Cells, mapping: MappingFile) -> Told:
    kind = _chosen(cells, mapping.kind)
    if kind is None:
        return Told((cells.row,), None, RULE, unread=cells.unread)
    status = _chosen(cells, mapping.status)
    stage = _chosen(cells, mapping.stage) if mapping.stage else None
    items, values = _items(cells, mapping)
    said = Said(
        kind=Kind(kind),
        status=Status(status) if status else None,
        when=_time(cells, mapping.when, mapping),
        by=_time(cells, mapping.by, mapping),
        actors=tuple(who for column in mapping.actor for who in _actors(cells, column)),
        items=items,
    )
    terms = Terms(Stage(stage) if stage else None, values) if stage or values else None
    return Told((cells.row,), said, RULE, terms, unread=cells.unread)


def _chosen(cells: Cells, choice: Choice) -> str | None:
    if choice.column is None:
        return choice.value
    words = (cells.words(choice.column) or "").strip()
    by_words = {told.casefold(): word for told, word in choice.words.items()}
    word = by_words.get(words.casefold(), choice.value)
    if word is None:
        cells.not_understood(choice.column, "stands for nothing in the mapping")
    return word


def _time(cells: Cells, time: Time | None, mapping: MappingFile) -> str | None:
    if time is None:
        return None
    if time.column is not None:
        return cells.day(time.column, mapping.days)
    parts = [(column, cells.words(column)) for column in (time.year, time.month, time.day) if column is not None]
    told = [words.strip() for _, words in parts if words]
    if not told:
        return None
    written = "-".join([told[0], *(part.zfill(2) for part in told[1:])])
    if edtf.valid(written) and written.replace("-", "").isdigit():
        return written
    cells.not_understood(parts[0][0], f"makes no day with its month and day ({written})")
    return None


def _actors(cells: Cells, column: ActorColumn) -> Iterator[Who]:
    if column.column is None:
        if column.name is not None:
            iso = country_of(column.name)
            yield Who(column.role, column.name, "", f"country/{iso}" if iso else None, iso)
        return
    told = cells.name(column.column)
    names = told.split(column.separator) if told and column.separator else [told] if told else []
    code = (cells.words(column.iso) or "").strip().upper() if column.iso else ""
    for name in (name.strip() for name in names):
        iso = code if len(code) == 3 and len(names) == 1 else country_of(name)
        if name:
            yield Who(column.role, name, column.column, f"country/{iso}" if iso else None, iso)


def _items(cells: Cells, mapping: MappingFile) -> tuple[tuple[What, ...], tuple[Value, ...]]:
    """Give the items that tell something: one whose amount and quantity are nothing or zero is none."""
    items, values = [], []
    for columns in mapping.item:
        item = _item(cells, columns, mapping)
        if not item.amount and not item.quantity and (columns.amount or columns.quantity):
            continue
        items.append(item)
        if columns.basis is not None and item.amount is not None and item.currency is not None:
            values.append(Value(item.amount, item.currency, columns.basis, item.name))
    return tuple(items), tuple(values)


def _item(cells: Cells, columns: ItemColumns, mapping: MappingFile) -> What:
    named = cells.name(columns.name_column) if columns.name_column else None
    amount = cells.amount(columns.amount, mapping.point) if columns.amount else None
    quantity = cells.amount(columns.quantity, mapping.point) if columns.quantity else None
    currency = cells.currency(columns.currency_column) if columns.currency_column else columns.currency
    told = columns.currency_column is not None and cells.words(columns.currency_column) is not None
    if amount is not None and currency is None and columns.amount and not told:
        cells.not_understood(columns.amount, "has no currency")
    return What(
        name=named or columns.name or columns.amount or columns.quantity or "item",
        column=columns.amount or columns.quantity or columns.name_column or "",
        quantity=quantity,
        unit=columns.unit,
        amount=_scaled(amount, columns.scale) if amount is not None and currency is not None else None,
        currency=currency if amount is not None else None,
    )


def _scaled(amount: Number, scale: int) -> Number:
    scaled = Decimal(amount) * scale
    return int(scaled) if scaled == scaled.to_integral_value() else scaled
