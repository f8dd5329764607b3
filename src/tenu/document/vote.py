"""Ask trafilatura which pieces of a page are its own, where the page does not say so itself."""

import logging
import re

from tenu.document.dates import head_dates
from tenu.document.draft import Piece
from tenu.document.trimming import points
from tenu.record.document import BlockKind

_LETTERS = re.compile(r"\W+")


LARGEST = 500_000
"""How many bytes a page may have to be asked about; asking costs ten times what reading does."""


def vote(page: bytes, text: str, pieces: list[Piece]) -> list[Piece]:
    """Give the title and the pieces from the first to the last that trafilatura takes for the page's own.

    Its text is only a vote: it drops lists and headings and rewrites characters, so that all that stands between two
    pieces it has chosen stays, links aside, and the days and the lead between the title and the first. Where it finds
    nothing, or the page is larger than `LARGEST`, all stays.
    """
    if len(page) > LARGEST:
        return pieces
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    chosen = _bare(extract(page, include_comments=False, include_tables=True) or "")
    own = [at for at, piece in enumerate(pieces) if _is_in(text[piece.start : piece.end], chosen)]
    if not own:
        return pieces
    title = next((at for at, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), 0)
    return [
        piece
        for at, piece in enumerate(pieces)
        if piece.kind is BlockKind.TITLE
        or at in own
        or points(text, piece)
        or (own[0] < at < own[-1] and piece.url is None)
        or (title < at < own[0] and _is_of_the_head(text, piece))
    ]


def _is_of_the_head(text: str, piece: Piece) -> bool:
    return piece.kind is BlockKind.LEAD or bool(head_dates(text[piece.start : piece.end]))


def _is_in(words: str, chosen: str) -> bool:
    bare = _bare(words)
    return len(bare) >= 20 and bare in chosen


def _bare(words: str) -> str:
    return _LETTERS.sub("", words).lower()
