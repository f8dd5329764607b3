"""A mapping file (TOML): which columns of a plain table tell what."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.publishing.imports.values import DayOrder, Point
from tenu.record import Basis, Kind, Role, Stage, Status


@dataclass(frozen=True, slots=True)
class Choice:
    """A word for all rows (`value`), or a column whose words stand for words of the record (`words`)."""

    value: str | None = None
    column: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Time:
    """The column of a day, or the columns of its year, month and day."""

    column: str | None = None
    year: str | None = None
    month: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class ActorColumn:
    """A column that names actors in one role, with the column of their codes; `name` names one for all rows."""

    role: Role
    column: str | None = None
    iso: str | None = None
    separator: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ItemColumns:
    """The columns of an item; what has the same name or currency in all rows is given as it is."""

    name: str | None = None
    name_column: str | None = None
    amount: str | None = None
    currency: str | None = None
    currency_column: str | None = None
    quantity: str | None = None
    unit: str | None = None
    scale: int = 1
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class MappingFile:
    """What a mapping file says; a claim's id is the row's words under `id` where the table has such a column."""

    kind: Choice = field(default_factory=lambda: Choice(Kind.PLEDGE))
    status: Choice = field(default_factory=lambda: Choice(Status.DONE))
    stage: Choice | None = None
    when: Time | None = None
    by: Time | None = None
    actor: tuple[ActorColumn, ...] = ()
    item: tuple[ItemColumns, ...] = ()
    days: DayOrder = DayOrder.ISO
    point: Point | None = None
    language: str = "und"
    sheet: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Give the columns that the table must have."""
        times = [time for time in (self.when, self.by) if time is not None]
        named = [choice.column for choice in (self.kind, self.status, self.stage) if choice is not None]
        named += [column for time in times for column in (time.column, time.year, time.month, time.day)]
        named += [column for one in self.actor for column in (one.column, one.iso)]
        for one in self.item:
            named += [one.name_column, one.amount, one.currency_column, one.quantity]
        return tuple(dict.fromkeys(column for column in named if column is not None))


def read_mapping(path: Path) -> MappingFile:
    """Read a mapping file; what it says wrongly is refused with its place."""
    try:
        mapping = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), MappingFile)
    except OSError as error:
        raise ImportRefusedError(f"the mapping {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise ImportRefusedError(f"the mapping {path} does not fit: {error}") from error
    _check_words(mapping, path)
    return mapping


def _check_words(mapping: MappingFile, path: Path) -> None:
    closed = {"kind": (mapping.kind, Kind), "status": (mapping.status, Status), "stage": (mapping.stage, Stage)}
    for name, (choice, words) in closed.items():
        if choice is None:
            continue
        given = {choice.value, *choice.words.values()} - {None}
        if unknown := given - set(words):
            raise ImportRefusedError(
                f"the mapping {path}: {name} takes {', '.join(words)}; not {sorted(map(str, unknown))}."
            )
    if not mapping.columns:
        raise ImportRefusedError(f"the mapping {path} names no column; say which column tells what.")
