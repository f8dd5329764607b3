"""A document as HTML: its blocks with their evidence marked, always as text, whatever it holds.

Written without templates: two million letters are ready before a template has begun.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from tenu.ledger import KeptClaim
from tenu.ledger.kept import State
from tenu.record import BlockKind, Document
from tenu.web.review.segments import Segment, segments, stands, within
from tenu.web.telling import shown

PORTION = 6_000
"""Code points after which a new portion begins: what a browser lays out at once."""

_TAGS = {BlockKind.TITLE: "h2", BlockKind.HEADING: "h3", BlockKind.QUOTE: "blockquote"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or words between blocks."""

    kind: BlockKind
    language: str
    start: int
    end: int


def pieces(document: Document) -> Iterator[Piece]:
    """Give every block of a document in order, and what stands between blocks where it is more than spaces."""
    place = 0
    for block in sorted(document.blocks, key=lambda block: block.start):
        start = max(block.start, place)
        yield from _between(document, place, start)
        if start < block.end:
            yield Piece(block.kind, block.language, start, block.end)
            place = block.end
    yield from _between(document, place, len(document.text))


def _between(document: Document, start: int, end: int) -> Iterator[Piece]:
    words = document.text[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        yield Piece(BlockKind.PARAGRAPH, document.language, first, start + len(words.rstrip()))


def sheet(document: Document, claims: Sequence[KeptClaim], states: Mapping[str, State]) -> Markup:
    """Write a whole document in portions, with the claims' evidence marked by how each stands."""
    cut = segments(claim for claim in claims if stands(claim, document))
    starts = [segment.start for segment in cut]
    parts, size = ['<section class="portion">'], 0
    for piece in pieces(document):
        if size > PORTION:
            parts.append('</section><section class="portion">')
            size = 0
        size += piece.end - piece.start
        meeting = cut[max(bisect_right(starts, piece.start) - 1, 0) : bisect_left(starts, piece.end)]
        parts.append(_block(document, piece, meeting, states))
    parts.append("</section>")
    return Markup("".join(parts))  # noqa: S704 - every part is escaped where it is made


def blocks_meeting(
    document: Document,
    claims: Sequence[KeptClaim],
    states: Mapping[str, State],
    touched: Iterable[tuple[int, int]],
) -> dict[str, str]:
    """Write anew the blocks that spans touch, by the place at which each begins."""
    spans = list(touched)
    cut = segments(claim for claim in claims if stands(claim, document))
    return {
        str(piece.start): _block(document, piece, cut, states)
        for piece in pieces(document)
        if any(start < piece.end and piece.start < end for start, end in spans)
    }


def _block(document: Document, piece: Piece, cut: Sequence[Segment], states: Mapping[str, State]) -> str:
    tag = _TAGS.get(piece.kind, "p")
    language = f' lang="{escape(piece.language)}"' if piece.language not in ("und", document.language) else ""
    words = "".join(_marked(document.text, segment, states) for segment in within(cut, piece.start, piece.end))
    return f'<{tag} class="block {piece.kind}" data-start="{piece.start}"{language}>{words}</{tag}>'


def _marked(text: str, segment: Segment, states: Mapping[str, State]) -> str:
    words = _text(text[segment.start : segment.end])
    if not segment.claims:
        return words
    state = _standing(states[claim] for claim in segment.claims)
    several = " several" if len(segment.claims) > 1 else ""
    return f'<mark class="{state}{several}" data-c="{" ".join(segment.claims)}">{words}</mark>'


def _standing(states: Iterable[State]) -> State:
    """Give the state by which a segment is shown: what is still to judge before what is decided."""
    there = set(states)
    return next(state for state in (State.OPEN, State.AMENDED, State.ACCEPTED, State.REJECTED) if state in there)


def _text(words: str) -> str:
    """Escape words so that a page holds each code point: a bare carriage return would be taken for a line's end."""
    return str(escape(shown(words))).replace("\r", "&#13;")
