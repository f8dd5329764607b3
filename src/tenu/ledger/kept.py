"""What the ledger gives back: documents and claims with what became of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from tenu.record import Claim, Document, Terms

T = TypeVar("T")


class State(StrEnum):
    """What people made of a claim, as its verdicts stand."""

    OPEN = "open"
    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What keeping a reading added."""

    NEW_DOCUMENT = "new document"
    NEW_VERSION = "new version"
    NEW_READING = "new reading"
    NOTHING_NEW = "nothing new"


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping one reading: the document's id, its version's number, and the ids of the claims added."""

    outcome: Outcome
    document: str
    source: str
    version: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """The bytes found at a document's address at one time."""

    number: int
    sha256: str
    kept_at: datetime
    kept_by: str


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document in its current version; `text` and `blocks` come with `Ledger.document`, not with lists."""

    id: str
    source: str
    title: str | None
    language: str
    published: str | None
    version: int
    claims: int
    kept_at: datetime
    kept_by: str
    document: Document | None = None
    versions: tuple[KeptVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim with what people made of it.

    `claim` is how it stands (amended where it was), `terms` what was noted of a promise, `proposed` what the reader
    first said. `seen` is the number to hand back with a verdict. `known_until` is set once a later reading took its
    place; `gone_from` once the page no longer says what a person had accepted.
    """

    id: str
    document: str
    source: str
    title: str | None
    language: str
    published: str | None
    version: int
    claim: Claim
    proposed: Claim
    state: State
    seen: int
    known_from: datetime
    known_until: datetime | None
    gone_from: datetime | None
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """One version of a document as it was last read: its bytes' row, its text, and the claims in reading order."""

    id: str
    version: KeptVersion
    document: Document
    claims: tuple[KeptClaim, ...]


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list; `after` is the cursor of the next page, None at the end."""

    entries: tuple[T, ...]
    after: str | None
