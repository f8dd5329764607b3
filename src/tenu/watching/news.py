"""What a round of watching tells."""

from dataclasses import dataclass
from enum import StrEnum

from tenu.document.changes import Change


class NewsKind(StrEnum):
    """What became of an address or a publisher.

    `dated`: only its date line changed. `emptied`: most of its text went, or all of it. `unread`: brought, and not
    readable (in a language without a reader, say). `unanswered`: named by a list, and without an answer.
    `failing` and `silent` tell of a list: no answer or another layout, and less than its publisher puts out in a month.
    """

    NEW = "new"
    CHANGED = "changed"
    DATED = "dated"
    EMPTIED = "emptied"
    GONE = "gone"
    UNREAD = "unread"
    UNANSWERED = "unanswered"
    FAILING = "failing"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a round tells: which source and address, in a sentence what, and the document kept."""

    kind: NewsKind
    source: str
    publisher: str
    url: str
    told: str
    title: str | None = None
    document: str | None = None
    version: int | None = None
    claims: int = 0
    changes: tuple[Change, ...] = ()

    @property
    def is_alarm(self) -> bool:
        """Tell whether a person has to look: a list fails, has another layout or fell silent, a page lost its text."""
        return self.kind in (NewsKind.FAILING, NewsKind.SILENT, NewsKind.EMPTIED)
