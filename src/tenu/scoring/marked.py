"""Documents that people have marked: what stands in their files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from tenu.errors import TenuError
from tenu.record import Kind, Number, Role, Status


class UnreadableMarksError(TenuError):
    """A file of marks that cannot be read, or is not written as the manual says."""


@dataclass(frozen=True, slots=True)
class MarkedActor:
    """Who plays a part, by the fullest name in the document; `iso` (ISO 3166-1 alpha-3) for countries."""

    role: Role
    name: str
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """Where something takes place; `iso` (ISO 3166-1 alpha-3) for countries."""

    name: str
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """What is needed, promised, given, decided or agreed; `amount` is money in `currency` (ISO 4217)."""

    name: str = ""
    quantity: Number | None = None
    amount: Number | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedEntry:
    """Something that the document tells of; an optional one costs nobody anything."""

    kind: Kind
    evidence: str
    also: tuple[str, ...] = ()
    status: Status | None = None
    when: str | int | None = None
    by: str | int | None = None
    recurs: str | None = None
    where: tuple[MarkedPlace, ...] = ()
    actors: tuple[MarkedActor, ...] = ()
    items: tuple[MarkedItem, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """Somebody's words or views; an optional one costs nobody anything."""

    text: str
    speaker: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked document: its text's file name, and its marks; None where it is not marked for such."""

    file: str
    statements: tuple[MarkedStatement, ...] | None
    entries: tuple[MarkedEntry, ...] | None


@dataclass(frozen=True, slots=True)
class _Head:
    file: str


@dataclass(frozen=True, slots=True)
class _Whole:
    document: _Head
    statements: tuple[MarkedStatement, ...] | None = None
    entries: tuple[MarkedEntry, ...] | None = None


def open_marked(path: Path) -> Marked:
    """Read one YAML file of marks; `UnreadableMarksError` says which one does not fit, and where."""
    try:
        import yaml
    except ImportError:
        raise UnreadableMarksError(
            "Marked documents are written in YAML, and tenu reads them with PyYAML; install it: pip install pyyaml."
        ) from None
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        told = " ".join(str(error).split())
        raise UnreadableMarksError(f"{path} cannot be read as YAML: {told}") from None
    return take_marks(loaded, str(path))


def take_marks(loaded: object, source: str) -> Marked:
    """Take marks from what a YAML file holds; `source` names the file in the error's sentence."""
    try:
        whole = msgspec.convert(_told(loaded), _Whole)
    except msgspec.ValidationError as error:
        raise UnreadableMarksError(f"{source} is not marked as the manual says: {error}") from None
    return Marked(whole.document.file, whole.statements, whole.entries)


def _told(loaded: object) -> object:
    """Give what is told: fields left empty away, days as words, and marks named but empty as an empty list."""
    if not isinstance(loaded, dict):
        return _plain(loaded)
    marks: dict[str, object] = {key: [] for key in ("statements", "entries") if key in loaded}
    return marks | _fields(loaded)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return _fields(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _fields(record: dict[object, object]) -> dict[str, object]:
    return {str(key): _plain(value) for key, value in record.items() if value is not None}
