"""What an importer makes of a row: a claim without its place yet, and the words it did not understand."""

from dataclasses import dataclass, field

from tenu.ledger import State
from tenu.record import Kind, Manner, Number, Place, Role, Status, Terms


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the file has it: its number (from 1) and its words by column, empty cells left out."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Who:
    """An actor, and the column that names it."""

    role: Role
    name: str
    column: str
    id: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class What:
    """An item, and the column that tells it; `row` counts the claim's rows from 0."""

    name: str
    column: str
    quantity: Number | None = None
    unit: str | None = None
    amount: Number | None = None
    currency: str | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words of a cell (column empty: of the whole row) that were not understood, with the reason."""

    row: int
    column: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, without its place in a text."""

    kind: Kind
    status: Status | None = None
    when: str | None = None
    when_words: str | None = None
    by: str | None = None
    by_words: str | None = None
    recurs: str | None = None
    where: tuple[Place, ...] = ()
    actors: tuple[Who, ...] = ()
    items: tuple[What, ...] = ()
    quote: str | None = None
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One or several rows that tell one claim, or none (`said` is None); `state` is what its keeper had made of it.

    `id` is the claim's own, where the file has it. `known` tells that a ledger's export says it: where the ledger
    still says the same, nothing is added.
    """

    rows: tuple[Row, ...]
    said: Said | None
    rule: str
    terms: Terms | None = None
    state: State = State.ACCEPTED
    id: str | None = None
    known: bool = False
    unread: tuple[NotUnderstood, ...] = field(default=())
