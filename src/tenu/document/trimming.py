"""What a page's main part holds beside its text: menus above the title, links and share buttons below the end."""

import re
from functools import cache

from tenu.document.dates import DateKind, head_dates, is_kicker
from tenu.document.draft import Piece
from tenu.document.related import pointer_in, pointer_of
from tenu.document.words import LANGUAGES, page_words, plain
from tenu.record.document import BlockKind

_ENDED = re.compile(r"[.!?…:;][»”\"’')\]\s]*$")


def trim(text: str, pieces: list[Piece]) -> list[Piece]:
    """Give the pieces of a page that are its own text.

    Left out: what stands above the title save dates, the words of buttons, runs of links, whatever follows a heading
    such as “À lire aussi” near the end, and links, headings, captions and scraps after the last sentence.
    """
    pieces = [piece for piece in _from_title(text, pieces) if not _is_chrome(text, piece)]
    pieces = _without_runs_of_links(text, pieces)
    pieces = _until_beside(text, _without_echoes(text, pieces))
    while pieces and not _ends_a_page(text, pieces[-1]):
        pieces.pop()
    return pieces


def _words(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end]


def points(text: str, piece: Piece) -> bool:
    """Tell whether a piece that is a link points to a transcript, a translation or a file."""
    return piece.url is not None and pointer_of(_words(text, piece), piece.url) is not None


def _from_title(text: str, pieces: list[Piece]) -> list[Piece]:
    title = next((at for at, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), 0)
    above = [piece for piece in pieces[:title] if head_dates(_words(text, piece)) or is_kicker(_words(text, piece))]
    return [*above[-3:], *pieces[title:]]


def _without_echoes(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out the title said again, as breadcrumbs and players do."""
    title = next((_words(text, piece) for piece in pieces if piece.kind is BlockKind.TITLE), None)
    return [piece for piece in pieces if piece.kind is BlockKind.TITLE or _words(text, piece) != title]


def _is_chrome(text: str, piece: Piece) -> bool:
    words = _words(text, piece)
    return len(words) <= 60 and plain(words).replace("\u00ad", "").strip(" :.…>»›") in _chrome()


def _without_runs_of_links(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out three and more links in a row that point to no document of their own."""
    kept: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if (
            piece is not None
            and piece.url is not None
            and piece.kind is not BlockKind.TITLE
            and not points(text, piece)
        ):
            run.append(piece)
            continue
        kept.extend(run if len(run) < 3 else [])
        run = []
        if piece is not None:
            kept.append(piece)
    return kept


def _until_beside(text: str, pieces: list[Piece]) -> list[Piece]:
    """Cut at a heading that announces other pages, and below the day of the last change, where nothing much follows."""
    for at, piece in enumerate(pieces):
        words = plain(_words(text, piece))
        if len(words) <= 60 and at > 1 and words.startswith(_beside_headings()) and _is_end(pieces, at):
            return pieces[:at]
        if at > 1 and any(date.kind is DateKind.UPDATED for date in head_dates(words)) and _is_end(pieces, at):
            return pieces[: at + 1]
    return pieces


def _is_end(pieces: list[Piece], at: int) -> bool:
    """Tell whether little running text follows, against what went before."""
    rest = sum(piece.end - piece.start for piece in pieces[at:] if piece.url is None)
    return rest < 0.3 * sum(piece.end - piece.start for piece in pieces[:at])


def _ends_a_page(text: str, piece: Piece) -> bool:
    """Tell whether a page can end with this piece: a sentence, a list item of words, a table, a date, a pointer."""
    words = _words(text, piece)
    if points(text, piece) or pointer_in(words) or head_dates(words) or piece.kind is BlockKind.TITLE:
        return True
    if piece.url is not None or piece.kind in (BlockKind.HEADING, BlockKind.CAPTION) or words.startswith("©"):
        return False
    return (
        piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE)
        or bool(_ENDED.search(words))
        or len(words) >= 80
        or words == "###"
    )


@cache
def _chrome() -> frozenset[str]:
    return frozenset(words for language in LANGUAGES for words in page_words(language).chrome)


@cache
def _beside_headings() -> tuple[str, ...]:
    return tuple(words for language in LANGUAGES for words in page_words(language).beside_headings)
