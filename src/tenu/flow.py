"""Read me first: one document's journey, from its address to the reviewers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenu.document import open_document
from tenu.errors import TenuError
from tenu.fetch import Fetched, bring
from tenu.reading import read
from tenu.record import Document, Reading

if TYPE_CHECKING:  # a reading that is only printed does not wait for the database's library
    from tenu.fetch.transport import Web
    from tenu.ledger import Kept, Ledger


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person at the screen knows better than the page: its language (ISO 639-1) and its day (ISO 8601)."""

    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: its reading and what the ledger made of it, or the reason why it could not be read."""

    source: str
    reading: Reading | None = None
    kept: "Kept | None" = None
    refused: TenuError | None = None


def take_in(
    sources: list[str], ledger: "Ledger | None", who: str, hints: Hints, web: "Web | None" = None
) -> Iterator[Outcome]:
    """Bring each source, read it and keep what it says; what cannot be read is told and does not stop the rest.

    `web` is how addresses are reached, where not in the usual way.
    """
    for found in bring(sources, web=web):
        if isinstance(found, Fetched):
            yield take_in_one(found, ledger, who, hints)
        else:
            yield Outcome(found.source, refused=found.error)


def take_in_one(found: Fetched, ledger: "Ledger | None", who: str, hints: Hints) -> Outcome:
    """Read one source that has been brought, and keep it where there is a ledger."""
    try:
        reading, kept = keep_document(open_fetched(found, hints), found, ledger, who)
    except TenuError as refused:
        return Outcome(found.source, refused=refused)
    return Outcome(found.source, reading=reading, kept=kept)


def open_fetched(found: Fetched, hints: Hints) -> Document:
    """Turn what was brought into a document with its text."""
    return open_document(
        found.content,
        found.source,
        url=found.url,
        language=hints.language,
        published=hints.published,
        media_type=found.media_type,
        charset=found.charset,
    )


def keep_document(
    document: Document, found: Fetched, ledger: "Ledger | None", who: str
) -> tuple[Reading, "Kept | None"]:
    """Read a document, and keep its bytes and claims where there is a ledger."""
    reading = Reading(document, tuple(read(document)))
    return reading, ledger.keep(found.content, reading, who=who, when=found.fetched_at) if ledger else None
