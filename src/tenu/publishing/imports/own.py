"""Our own tables back: CSV, guarded CSV, XLSX and Parquet as `tenu export` writes them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import TypeVar

import msgspec

from tenu.ledger import State
from tenu.publishing.columns import NAMES
from tenu.publishing.csvfile import GUARD, GUARDED
from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.header import Expected, cut, find_header
from tenu.publishing.imports.told import NotUnderstood, Row, Said, Told, What, Who
from tenu.publishing.listcells import parted
from tenu.publishing.xlsx import CONTINUED
from tenu.record import Kind, Manner, Number, Place, Role, Share, Stage, Status, Terms, Value, edtf

T = TypeVar("T")

RULE = "a row of a table that tenu wrote"
_NEEDED = ("id", "kind", "state", "evidence", "item", "amount", "currency")
COLUMNS = (
    *(Expected(name, needed=name in _NEEDED) for name in NAMES),
    Expected(GUARDED),
    Expected(CONTINUED),
    Expected("amount_text"),
    Expected("quantity_text"),
)


class _UnfitError(ValueError):
    """Words that do not fit their column, with the reason."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


def is_own(names: Iterable[str]) -> bool:
    """Tell whether a table has the columns of our exports."""
    return {*_NEEDED, "matter", "item_number"} <= set(names)


def told_by_own(rows: Iterable[RawRow], source: str, say: list[str]) -> Iterator[Told]:
    """Give what the rows of each claim say; rows of one claim stand together."""
    header, below = find_header(rows, COLUMNS, source)
    say.extend(sentence for sentence in header.told if "not there" not in sentence)
    whole = _continued(_without_guards(row) for row, _ in cut(below, header))
    for _, together in groupby(whole, key=lambda row: row.cells.get("id", f"row {row.number}")):
        yield told_of(tuple(together))


def told_of(rows: tuple[Row, ...]) -> Told:
    """Give what the rows of one claim say; where words do not fit their column the rows make no claim."""
    first = rows[0].cells
    try:
        said = _said(rows)
        terms = _terms(first)
        state = _word(first, "state", State) or State.OPEN
    except _UnfitError as unfit:
        words = next((row.cells[unfit.column] for row in rows if unfit.column in row.cells), "")
        unread = NotUnderstood(rows[0].number, unfit.column, words, unfit.reason)
        return Told(rows, None, RULE, unread=(unread,))
    return Told(rows, said, RULE, terms, state, first.get("id"), known=True)


def _said(rows: tuple[Row, ...]) -> Said:
    first = rows[0].cells
    kind = _word(first, "kind", Kind)
    if kind is None:
        raise _UnfitError("kind", "is no kind of claim")
    return Said(
        kind=kind,
        status=_word(first, "status", Status),
        when=_time(first, "when"),
        when_words=first.get("when_words"),
        by=_time(first, "by"),
        by_words=first.get("by_words"),
        recurs=first.get("recurs"),
        where=_where(first),
        actors=tuple(who for role in Role for who in _actors(first, role)),
        items=tuple(_item(row, at) for at, row in enumerate(rows) if "item" in row.cells or "item_number" in row.cells),
        quote=first.get("quote"),
        manner=_word(first, "manner", Manner),
    )


def _actors(cells: dict[str, str], role: Role) -> Iterator[Who]:
    try:
        for one in parted(cells.get(role.value, "")):
            yield Who(role, one.name, role.value, one.id, one.iso)
    except ValueError as error:
        raise _UnfitError(role.value, str(error)) from error


def _where(cells: dict[str, str]) -> tuple[Place, ...]:
    try:
        return tuple(Place(one.name, one.iso) for one in parted(cells.get("where", "")))
    except ValueError as error:
        raise _UnfitError("where", str(error)) from error


def _item(row: Row, at: int) -> What:
    cells = row.cells
    return What(
        name=cells.get("item", ""),
        column="item",
        quantity=_number(cells, "quantity"),
        unit=cells.get("unit"),
        amount=_number(cells, "amount"),
        currency=cells.get("currency"),
        row=at,
    )


def _terms(cells: dict[str, str]) -> Terms | None:
    if "withdrawn" not in cells:
        return None
    return Terms(
        stage=_word(cells, "stage", Stage),
        values=_listed(cells, "values", tuple[Value, ...]),
        tranche_of=cells.get("tranche_of"),
        shares=_listed(cells, "shares", tuple[Share, ...]),
        conditions=_listed(cells, "conditions", tuple[str, ...]),
        withdrawn=cells["withdrawn"] == "yes",
    )


def _listed(cells: dict[str, str], column: str, kind: type[tuple[T, ...]]) -> tuple[T, ...]:
    try:
        return msgspec.json.decode(cells.get(column, "[]"), type=kind)
    except msgspec.DecodeError as error:
        raise _UnfitError(column, f"is no list ({error})") from error


def _word(cells: dict[str, str], column: str, closed: type[T]) -> T | None:
    word = cells.get(column)
    if word is None:
        return None
    try:
        return closed(word)  # type: ignore[call-arg]
    except ValueError:
        raise _UnfitError(column, "is no word of this column") from None


def _time(cells: dict[str, str], column: str) -> str | None:
    told = cells.get(column)
    if told is not None and not edtf.valid(told):
        raise _UnfitError(column, "is no time (EDTF)")
    return told


def _number(cells: dict[str, str], column: str) -> Number | None:
    told = cells.get(f"{column}_text", cells.get(column))
    if told is None:
        return None
    try:
        number = Decimal(told)
    except InvalidOperation:
        raise _UnfitError(column, "is no number") from None
    if not number.is_finite():
        raise _UnfitError(column, "is no number")
    return int(number) if number == number.to_integral_value() and "." not in told else number


def _without_guards(row: Row) -> Row:
    """Take away the apostrophes that the guarded flavour put before cells, and only those."""
    guarded = set(row.cells.get(GUARDED, "").split())
    if not guarded:
        return row
    cells = {
        name: words.removeprefix(GUARD) if name in guarded else words
        for name, words in row.cells.items()
        if name != GUARDED
    }
    return Row(row.number, cells)


def _continued(rows: Iterable[Row]) -> Iterator[Row]:
    """Join to each row the texts that go on in the rows below it."""
    waiting: Row | None = None
    for row in rows:
        if row.cells.get(CONTINUED) == "yes" and waiting is not None:
            more = {name: words for name, words in row.cells.items() if name != CONTINUED}
            cells = {name: words + more.pop(name, "") for name, words in waiting.cells.items()}
            waiting = Row(waiting.number, cells | more)
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting
