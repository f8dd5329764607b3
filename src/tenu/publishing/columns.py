"""The table that CSV, XLSX and Parquet share: one row an item of a claim, one row for a claim without items.

So a column of amounts can be added up as it stands. Rows of one claim stand together and repeat its other cells.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import msgspec

from tenu.ledger import State
from tenu.publishing.entry import Entry
from tenu.publishing.listcells import Named, joined
from tenu.record import Claim, Item, Kind, Number, Place, Role, Terms

Cell = str | int | Decimal | None


class Shape(StrEnum):
    """What a column's cells are."""

    TEXT = "text"
    COUNT = "whole number"
    NUMBER = "exact number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells are, and one sentence on what it holds."""

    name: str
    shape: Shape
    holds: str
    cell: Callable[[Entry, Item | None, int], Cell]


def rows_of(entry: Entry) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of one claim."""
    items: tuple[Item | None, ...] = entry.kept.claim.items or (None,)
    for number, item in enumerate(items, start=1):
        yield tuple(column.cell(entry, item, number) for column in COLUMNS)


def plain(cell: Cell) -> str:
    """Write a cell as text: numbers in full and exact, nothing for nothing."""
    if cell is None:
        return ""
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def digits(number: Number) -> tuple[str, str]:
    """Give a number's digits before and behind the point, without zeros that say nothing."""
    before, _, behind = plain(number).lstrip("-").partition(".")
    return before.lstrip("0"), behind.rstrip("0")


def _actors(role: Role) -> Column:
    def cell(entry: Entry, _item: Item | None, _number: int) -> Cell:
        return joined(Named(one.name, one.id, one.iso) for one in entry.kept.claim.actors if one.role is role) or None

    return Column(role.value, Shape.TEXT, f"who is {role.value}: names, each with its code or id", cell)


def _of_claim(name: str, holds: str, of: Callable[[Claim], Cell], shape: Shape = Shape.TEXT) -> Column:
    return Column(name, shape, holds, lambda entry, _item, _number: of(entry.kept.claim))


def _of_entry(name: str, holds: str, of: Callable[[Entry], Cell], shape: Shape = Shape.TEXT) -> Column:
    return Column(name, shape, holds, lambda entry, _item, _number: of(entry))


def _of_item(name: str, holds: str, of: Callable[[Item], str | Number | None], shape: Shape = Shape.TEXT) -> Column:
    return Column(name, shape, holds, lambda _entry, item, _number: of(item) if item is not None else None)


def _of_terms(name: str, holds: str, of: Callable[[Terms], Cell]) -> Column:
    def cell(entry: Entry, _item: Item | None, _number: int) -> Cell:
        return of(entry.kept.terms) if entry.kept.terms is not None else None

    return Column(name, Shape.TEXT, holds, cell)


def _places(places: tuple[Place, ...]) -> str | None:
    return joined(Named(one.name, f"country/{one.iso}" if one.iso else None, one.iso) for one in places) or None


def _json(told: tuple[object, ...]) -> str | None:
    return msgspec.json.encode(told).decode() if told else None


COLUMNS: tuple[Column, ...] = (
    _of_entry("id", "the claim’s id", lambda entry: entry.kept.id),
    _of_entry("matter", "the id of the thing that the claim tells of", lambda entry: entry.matter),
    Column(
        "item_number",
        Shape.COUNT,
        "which of the claim’s items the row tells; empty for a claim without items",
        lambda _entry, item, number: number if item is not None else None,
    ),
    _of_claim("kind", f"what it is: {', '.join(Kind)}", lambda c: c.kind.value),
    _of_entry("state", f"what people made of it: {', '.join(State)}", lambda entry: entry.kept.state.value),
    _of_claim("status", "planned, ongoing, done, expected, denied", lambda c: c.status.value if c.status else None),
    _of_claim("when", "the time it tells of (EDTF)", lambda c: c.when),
    _of_claim("when_words", "the words of that time", lambda c: c.when_words),
    _of_claim("by", "the deadline (EDTF)", lambda c: c.by),
    _of_claim("by_words", "the words of the deadline", lambda c: c.by_words),
    _of_claim("recurs", "how often", lambda c: c.recurs),
    _of_claim("where", "places, countries with their codes", lambda c: _places(c.where)),
    *(_actors(role) for role in Role),
    _of_item("item", "what is needed, promised, given, decided or agreed", lambda i: i.name),
    _of_item("quantity", "how many pieces or units", lambda i: i.quantity, Shape.NUMBER),
    _of_item("unit", "what is counted, where not pieces", lambda i: i.unit),
    _of_item("amount", "money, exact", lambda i: i.amount, Shape.NUMBER),
    _of_item("currency", "its currency (ISO 4217)", lambda i: i.currency),
    _of_claim("quote", "what was said (statements)", lambda c: c.quote),
    _of_claim("manner", "direct, mixed, indirect (statements)", lambda c: c.manner.value if c.manner else None),
    _of_terms("stage", "pledge, commitment, allocation, delivery, as a person noted it", lambda t: t.stage),
    _of_terms("values", "values a person noted, with their basis (JSON)", lambda t: _json(t.values)),
    _of_terms("shares", "what joint donors bear (JSON)", lambda t: _json(t.shares)),
    _of_terms("conditions", "conditions (JSON)", lambda t: _json(t.conditions)),
    _of_terms("tranche_of", "the claim of which this is a part", lambda t: t.tranche_of),
    _of_terms("withdrawn", "yes, where the promise was withdrawn", lambda t: "yes" if t.withdrawn else "no"),
    _of_claim("unread", "words that could not be read, with the reason (JSON)", lambda c: _json(c.unread)),
    _of_claim("evidence", "the words that say so", lambda c: c.evidence.text),
    _of_claim("start", "where they begin in the text, in code points", lambda c: c.evidence.start, Shape.COUNT),
    _of_claim("end", "where they end", lambda c: c.evidence.end, Shape.COUNT),
    _of_entry("source", "the document’s address", lambda entry: entry.kept.source),
    _of_entry("title", "its title", lambda entry: entry.kept.title),
    _of_entry("published", "its day", lambda entry: entry.kept.published),
    _of_entry("language", "its language", lambda entry: entry.kept.language),
    _of_entry("version", "which version of it", lambda entry: entry.kept.version, Shape.COUNT),
    _of_claim("reader", "which reader proposed the claim", lambda c: c.read_by.reader),
    _of_claim("reader_version", "in which version", lambda c: c.read_by.version),
    _of_claim("rule", "by which rule", lambda c: c.read_by.rule),
    _of_entry("known_from", "since when the ledger holds it (UTC)", lambda entry: entry.kept.known_from.isoformat()),
)  # fmt: skip

NAMES = tuple(column.name for column in COLUMNS)
