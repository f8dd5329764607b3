"""Turn bytes into a document whose every sentence can be pointed at."""

import hashlib
from urllib.parse import urljoin

from tenu.document.dates import DateKind, HeadDate, dateline_day
from tenu.document.draft import Draft
from tenu.document.formats import Format, tell_format, xml_root
from tenu.document.language import tell_language
from tenu.document.limits import MEGABYTE, Limits
from tenu.document.marking import mark
from tenu.document.readers import reader_of
from tenu.document.related import pointer_of
from tenu.document.words import plain
from tenu.errors import UnreadableSourceError
from tenu.record.document import Block, BlockKind, Document, Related

LARGE_PAGE = MEGABYTE // 2
"""Pages (HTML) of more bytes than this are read in the child process, under its limits."""


def open_document(
    content: bytes,
    source: str,
    *,
    url: str | None = None,
    language: str | None = None,
    published: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """Turn the bytes of a text or page into a document with its text, blocks, language and dates.

    `language` (ISO 639-1) and `published` (ISO 8601) are what the caller knows better than the page; `media_type` and
    `charset` are the HTTP header's. Where nothing tells a language it is `und`, a day that is not told is None.
    Refused with `UnreadableSourceError`: nothing in it, no text, an encoding that cannot be told, beyond the limits.
    """
    limits = limits or Limits()
    _refuse_by_size(content, source, limits)
    draft = _draft(content, source, media_type, charset, limits)
    limits.refuse_by_text(draft.text, source)
    limits.refuse_by_pieces(len(draft.pieces), source)
    if not draft.pieces:
        raise UnreadableSourceError(f"{source} holds no words; check that it is the file or page you meant.")
    told = language or _language_of(draft)
    marked = mark(draft, told)
    return Document(
        source=source,
        title=_title(marked.title, draft.title),
        language=told,
        published=published or draft.published or _published(draft.text, marked.blocks, marked.dates, told),
        updated=draft.updated or _updated(marked.dates),
        url=url or draft.url,
        sha256=hashlib.sha256(content).hexdigest(),
        text=draft.text,
        blocks=marked.blocks,
        related=(*draft.related, *_related(draft, marked.blocks, url or draft.url)),
        encoding=draft.encoding,
        encoding_told_by=draft.encoding_told_by,
    )


def _title(words: str | None, told: str | None) -> str | None:
    """Give the title as it stands in the text; where that holds more than the file's own, the file's."""
    if words and told and plain(told) in plain(words).replace("\u00ad", ""):
        return told
    return words or told


def _refuse_by_size(content: bytes, source: str, limits: Limits) -> None:
    if not content.strip():
        raise UnreadableSourceError(f"{source} is empty; there is nothing to read in it.")
    if len(content) > limits.content:
        raise UnreadableSourceError(
            f"{source} has {len(content) / MEGABYTE:.1f} MB, more than the limit of {limits.content / MEGABYTE:g} MB; "
            "cut it into parts or raise the limit."
        )


def _draft(content: bytes, source: str, media_type: str | None, charset: str | None, limits: Limits) -> Draft:
    """Read the bytes by their format: plain text and pages of ordinary size here, all else in the child process."""
    form = tell_format(content, source, media_type)
    root = xml_root(content)
    if form is Format.PLAIN and root is not None:
        raise UnreadableSourceError(
            f"{source} is XML of a kind that tenu has no reader for ({root}); give the page or its text instead."
        )
    if form is Format.PLAIN or (form is Format.HTML and len(content) <= LARGE_PAGE):
        return reader_of(form)(content, source, charset, limits)
    from tenu.document.child import Request, read_in_child

    return read_in_child(Request(form, content, source, charset, limits))


def _language_of(draft: Draft) -> str:
    """Give the language that the words tell, else the one the file says it is in."""
    told = tell_language("\n".join(draft.text[piece.start : piece.end] for piece in draft.pieces))
    return draft.language if told == "und" and draft.language else told


def _published(text: str, blocks: tuple[Block, ...], dates: tuple[HeadDate, ...], language: str) -> str | None:
    """Give the day of publication by the date lines, else by the dateline (“Geneva, 4 March 2024 – The Council …”)."""
    for date in dates:
        if date.kind is DateKind.PUBLISHED:
            return date.when[:10]
    for block in blocks:
        if block.kind in (BlockKind.LEAD, BlockKind.PARAGRAPH):
            return dateline_day(text[block.start : block.end], language)
    return None


def _updated(dates: tuple[HeadDate, ...]) -> str | None:
    return next((date.when for date in dates if date.kind is DateKind.UPDATED), None)


def _related(draft: Draft, blocks: tuple[Block, ...], url: str | None) -> tuple[Related, ...]:
    """Give what the lines that are links, or read like one, point to."""
    related = []
    for piece, block in zip(draft.pieces, blocks, strict=True):
        if block.kind is BlockKind.LINK or piece.url is not None:
            pointer = pointer_of(draft.text[block.start : block.end], piece.url)
            if pointer:
                address = urljoin(url or "", piece.url) if piece.url else None
                related.append(Related(pointer.relation, pointer.language, block.start, block.end, address))
    return tuple(related)
