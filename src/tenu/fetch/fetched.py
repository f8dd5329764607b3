"""What was brought, with where and when; and what could not be brought."""

import datetime
from dataclasses import dataclass

from tenu.errors import UnreadableSourceError


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes with where they come from and when they were brought (UTC).

    `source` is the name to show: a path, an address, `-` for standard input. `media_type` and `charset` are what an
    HTTP header said, None for files. `etag` and `last_modified` serve to ask again only for what has changed.
    """

    content: bytes
    source: str
    fetched_at: datetime.datetime
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class NotBrought:
    """A source that could not be brought, and why; the rest goes on. `gone`: the site says that it is not there."""

    source: str
    error: UnreadableSourceError
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address that holds what it held when it was last brought."""

    source: str
    asked_at: datetime.datetime


def now() -> datetime.datetime:
    """Give the present moment in UTC."""
    return datetime.datetime.now(datetime.UTC)
