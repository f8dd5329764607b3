"""A document's text and what is known about it and its parts."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    DATE = "date"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    LINK = "link"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document's text, in code points, with the language it is written in (ISO 639-1, `und` if untold).

    `page` counts a PDF's pages from 1; None where a format has no pages.
    """

    kind: BlockKind
    language: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A document that this one points to (`transcript`, `translation`, `attachment`), and the words that point.

    `start` and `end` are both 0 where no words point but the page's head or the file itself does.
    """

    relation: str
    language: str | None
    start: int
    end: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a document: its text, its blocks in order, and what its page says about itself.

    `published` is a day (ISO 8601) and `updated` a day or a minute, as the page gives them; both are None where it
    gives none. `sha256` is that of the bytes the text was made from, in hexadecimal. `encoding` is what they were read
    in, `encoding_told_by` who said so: `mark`, `header`, `page`, `bytes` (valid UTF-8) or `guess`.
    """

    source: str
    title: str | None
    language: str
    published: str | None
    updated: str | None
    url: str | None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()
    related: tuple[Related, ...] = ()
    encoding: str | None = None
    encoding_told_by: str | None = None
