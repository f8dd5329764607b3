"""What a list is narrowed to, as it stands in its address: such an address can be kept and sent to others."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from tenu.errors import UsageError
from tenu.ledger import Filters, State
from tenu.record import Kind, Role, Status, edtf

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the search form, as they were typed; what is empty narrows nothing."""

    q: str = ""
    kind: str = ""
    status: str = ""
    state: str = ""
    actor: str = ""
    role: str = ""
    source: str = ""
    document: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    during: str = ""
    as_of: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        """Take the fields from an address; what no list knows is passed over."""
        return cls(**{field.name: query.get(field.name, "").strip() for field in fields(cls)})

    @property
    def query(self) -> str:
        """Give the part of the address that says all this."""
        return urlencode({field.name: getattr(self, field.name) for field in fields(self) if getattr(self, field.name)})

    @property
    def narrowed(self) -> list[str]:
        """Name the fields that narrow the list."""
        return [field.name for field in fields(self) if getattr(self, field.name)]

    def without(self, name: str) -> str:
        """Give the query with one field emptied."""
        return replace(self, **{name: ""}).query

    def filters(self) -> Filters:
        """Give the filters of the ledger; `UsageError` says which field does not fit."""
        return Filters(
            kind=_one_of(Kind, self.kind),
            status=_one_of(Status, self.status),
            state=_one_of(State, self.state),
            actor=self.actor or None,
            role=_one_of(Role, self.role),
            source=self.source or None,
            document=self.document or None,
            language=self.language or None,
            since=day(self.since),
            until=day(self.until),
            during=_days(self.during),
            as_of=_moment(self.as_of),
        )


def day(typed: str) -> date | None:
    """Read a day; nothing typed is no day."""
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UsageError(f"“{typed}” is no day; write it as 2026-10-12.") from None


def _one_of(words: type[E], typed: str) -> E | None:
    if not typed:
        return None
    try:
        return words(typed)
    except ValueError:
        raise UsageError(f"“{typed}” is none of {', '.join(words)}.") from None


def _days(typed: str) -> tuple[date, date] | None:
    if not typed:
        return None
    time = edtf.read(typed)
    return time.earliest or date.min, time.latest or date.max


def _moment(typed: str) -> datetime | None:
    """Read a moment, or a day as its end: what was known when it was over."""
    if not typed:
        return None
    try:
        found = datetime.fromisoformat(typed if "T" in typed else f"{typed}T23:59:59")
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f"“{typed}” is no day or moment; write it as 2026-10-12.") from None
