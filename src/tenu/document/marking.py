"""What each piece of a draft is: title, date, lead, heading, caption, link, paragraph."""

import re
from dataclasses import dataclass, replace
from functools import cache

from tenu.document.dates import HeadDate, head_dates, is_byline, is_kicker
from tenu.document.draft import Draft, Piece
from tenu.document.language import UNTOLD, tell_block_language
from tenu.document.related import pointer_in
from tenu.document.words import LANGUAGES, page_words, plain
from tenu.record.document import Block, BlockKind

HEAD = 10
"""How many pieces from the top may belong to the head: kind of release, title, dates, address."""
TAIL = 8
"""How many pieces from the end may hold the date, as under a letter."""

_ENDED = re.compile(r"[.!?…;,:][»”\"’')\]\s]*$")
_SENTENCES = re.compile(r"[.!?…][»”\"’')\]]*\s+[«“\"(]?\s*[A-ZÀ-ÖØ-Þ0-9]")
_CONTACT = re.compile(r"@|https?://|www\.|\+?\d[\d .()/-]{7,}\d")


@dataclass(frozen=True, slots=True)
class Marked:
    """The blocks of a text and the dates that its date blocks tell, in order."""

    blocks: tuple[Block, ...]
    dates: tuple[HeadDate, ...]
    title: str | None


def mark(draft: Draft, language: str) -> Marked:
    """Tell what every piece of a draft is; `language` is that of the whole text."""
    pieces = list(draft.pieces)
    dates = _mark_dates(draft.text, pieces, language)
    title = _mark_title(draft, pieces)
    body = _body(draft.text, pieces, title)
    languages = [_language(draft.text, piece, language) for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece.kind is BlockKind.LEAD and _is_credit(_words(draft.text, piece)):
            pieces[at] = replace(piece, kind=BlockKind.CAPTION)
        if piece.kind is BlockKind.LIST_ITEM and _is_attribution(draft.text, pieces, at):
            pieces[at] = replace(piece, kind=BlockKind.PARAGRAPH)
        if piece.kind is None:
            kind = _kind(draft.text, pieces, at, body, languages[at] != language)
            pieces[at] = replace(piece, kind=kind)
    blocks = tuple(
        Block(piece.kind or BlockKind.PARAGRAPH, told, piece.start, piece.end, piece.page)
        for piece, told in zip(pieces, languages, strict=True)
    )
    words = None if title is None else " ".join(_words(draft.text, pieces[title]).split())
    return Marked(blocks, dates, words)


def _words(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end]


def _language(text: str, piece: Piece, language: str) -> str:
    if language == UNTOLD:
        return UNTOLD
    return tell_block_language(_words(text, piece), language)


def _mark_dates(text: str, pieces: list[Piece], language: str) -> tuple[HeadDate, ...]:
    """Mark the date lines of the head and of the end, and give what they say, those of the head first."""
    dates: list[HeadDate] = []
    head = range(min(HEAD, len(pieces)))
    tail = range(max(HEAD, len(pieces) - TAIL), len(pieces))
    for at in (*head, *tail):
        piece = pieces[at]
        if piece.kind in (None, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.DATE, BlockKind.LINK):
            said = head_dates(_words(text, piece), language)
            if said:
                dates.extend(said)
                pieces[at] = replace(piece, kind=BlockKind.DATE)
    return tuple(dates)


def _mark_title(draft: Draft, pieces: list[Piece]) -> int | None:
    """Mark the title and give its place: the first piece that is no date or kind of release, if it reads like one."""
    for at, piece in enumerate(pieces):
        if piece.kind is BlockKind.TITLE:
            return at
    for at, piece in enumerate(pieces[:HEAD]):
        words = _words(draft.text, piece)
        if piece.kind is BlockKind.DATE or is_kicker(words) or is_byline(words) or pointer_in(words):
            continue
        if piece.kind not in (None, BlockKind.HEADING) or at + 1 == len(pieces):
            return None
        if not _reads_like_a_title(words, pieces, at):
            return None
        pieces[at] = replace(piece, kind=BlockKind.TITLE)
        return at
    return None


def _reads_like_a_title(words: str, pieces: list[Piece], at: int) -> bool:
    """Tell a title from a first paragraph: short, and without a full stop or with the date right under it.

    The Élysée ends its titles with a full stop, below the date: one that is short above a longer paragraph is a title.
    """
    dated = any(piece.kind is BlockKind.DATE for piece in pieces[at + 1 : at + 3])
    if len(words) > (400 if dated else 300):
        return False
    if dated or not words.rstrip().endswith((".", ",", ";", ":")):
        return True
    below_date = any(piece.kind is BlockKind.DATE for piece in pieces[max(0, at - 2) : at])
    is_short = len(words) <= 120 and len(words) < pieces[at + 1].end - pieces[at + 1].start
    return below_date and is_short and words.rstrip().endswith(".")


def _body(text: str, pieces: list[Piece], title: int | None) -> int:
    """Give the place of the first piece after title and dates."""
    at = 0 if title is None else title + 1
    while at < len(pieces) and (pieces[at].kind is BlockKind.DATE or is_kicker(_words(text, pieces[at]))):
        at += 1
    return at


def _kind(text: str, pieces: list[Piece], at: int, body: int, foreign: bool) -> BlockKind:
    words = _words(text, pieces[at])
    if pieces[at].url is not None or pointer_in(words):
        return BlockKind.LINK
    if _is_caption(words, at - body, foreign):
        return BlockKind.CAPTION
    if _is_heading(text, pieces, at):
        return BlockKind.HEADING
    if at == body and _is_lead(text, pieces, at):
        return BlockKind.LEAD
    return BlockKind.PARAGRAPH


def _is_caption(words: str, place: int, foreign: bool) -> bool:
    """Tell a caption: one that says so, or a line without a full stop in another language or that names a scene.

    Seen on pages of NATO: an English caption, without a full stop, between the lead and the body.
    """
    if len(words) > 400 or ("\n" in words and len(words) > 300):
        return False
    opening = plain(words)
    if _is_credit(words):
        return True
    if _ENDED.search(words) or _SENTENCES.search(words) or _CONTACT.search(words):
        return False
    return place > 0 and (foreign or (place <= 2 and len(words) >= 60 and opening.startswith(_caption_scenes())))


def _is_credit(words: str) -> bool:
    """Tell whether a line begins as a caption or credit does: “Photo: …”, “© …”, “From left to right …”."""
    opening = plain(words)
    for start in _caption_starts():
        rest = opening.removeprefix(start)
        if rest != opening and (rest[:1] in (":", " ") and (":" in rest[:3] or " " in start or "by " in rest[:4])):
            return True
    return ("©" in opening and len(opening) < 300) or opening.startswith(("(c) 20", "(c) 19"))


@cache
def _caption_starts() -> tuple[str, ...]:
    return tuple(start for language in LANGUAGES for start in page_words(language).caption_starts)


@cache
def _caption_scenes() -> tuple[str, ...]:
    return tuple(scene for language in LANGUAGES for scene in page_words(language).caption_scenes)


def _is_heading(text: str, pieces: list[Piece], at: int) -> bool:
    """Tell a heading: one short line without a full stop, above a paragraph or a list."""
    words = _words(text, pieces[at])
    if len(words) > 160 or "\n" in words or not any(map(str.isalpha, words)) or _CONTACT.search(words):
        return False
    if words[0].islower() or words.startswith("#") or is_kicker(words):
        return False
    if words.isupper() and len(words.split()) > 1:
        return at + 1 < len(pieces)
    if words.endswith(":"):
        return len(words.split()) <= 4 and not _is_quoted_next(text, pieces, at)
    if words.endswith("?") and (len(words) > 80 or words.startswith("Q ")):
        return False
    if (_ENDED.search(words) and not words.endswith("?")) or words.endswith(("—", "–", "-")):
        return False
    after = next((piece for piece in pieces[at + 1 : at + 2]), None)
    if after is None:
        return False
    below = _words(text, after)
    return after.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE) or (
        len(below) > len(words) and bool(_ENDED.search(below))
    )


def _is_quoted_next(text: str, pieces: list[Piece], at: int) -> bool:
    """Tell whether a quotation follows, so that “The minister said:” introduces it and heads nothing."""
    after = next(iter(pieces[at + 1 : at + 2]), None)
    return after is not None and (after.kind is BlockKind.QUOTE or text[after.start] in "«“\"„‘'")


def _is_attribution(text: str, pieces: list[Piece], at: int) -> bool:
    """Tell the name under a quotation (“– The Honourable A. B.”) from an item of a list."""
    marks = text[max(0, pieces[at].start - 8) : pieces[at].start].rstrip(" \u00a0")[-1:]
    before = _words(text, pieces[at - 1]) if at else ""
    return marks in ("–", "—", "-") and before.rstrip().endswith(("»", "”", '"'))


def _is_lead(text: str, pieces: list[Piece], at: int) -> bool:
    """Tell a lead: the first paragraph of the body, where another follows and it has a sentence."""
    words = _words(text, pieces[at])
    return at + 1 < len(pieces) and len(words) < 1500 and bool(_ENDED.search(words)) and not words.endswith(":")
