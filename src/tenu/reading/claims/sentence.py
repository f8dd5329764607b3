"""A sentence with all that was found in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tenu.reading import amounts, sentences, times
from tenu.reading.amounts import Amount
from tenu.reading.analysis import Analysis
from tenu.reading.claims.asides import read_without_asides
from tenu.reading.claims.attaching import attached
from tenu.reading.language import COVERED, Language, language
from tenu.reading.times import Time
from tenu.record import Block, BlockKind, Document

F = TypeVar("F", Time, Amount)
_LINE = 160  # code points of the longest heading
_UNREAD = frozenset({BlockKind.DATE, BlockKind.LINK})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its times and amounts; `order` is its place in the document.

    A `heading` is a title within the text: a line of its own that ends without a mark.
    """

    analysis: Analysis
    order: int
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    title: bool = False
    heading: bool = False


def dress(document: Document, own: Language, country: str | None) -> list[Sentence]:
    """Give a document's sentences in order, each block in its own language where tenu reads it.

    Times are worked out from the document's day; they and the amounts are looked for over whole blocks, since “the day
    before” and “103 million” lean on the sentence before. `country` is the publisher's (ISO 3166-1 alpha-3).
    """
    blocks = [block for block in document.blocks if _is_read(block, own)]
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    headings = {(block.start, block.end) for block in blocks[:-1] if _is_heading(block, document.text)}
    anchor = date.fromisoformat(document.published) if document.published else None
    sums: list[Amount] = []
    moments: list[Time] = []
    for block in blocks:
        text, code = document.text[block.start : block.end], _code(block, own)
        sums += amounts.find(text, code, block.start, country=country)
        moments += times.ranges(times.find(text, code, anchor, block.start))
    time_starts, sum_starts = [t.start for t in moments], [a.start for a in sums]
    read: list[Analysis] = []
    for code, analyses in _analyses(document, blocks, own).items():
        own_times = [within(moments, time_starts, one) for one in analyses]
        whole = read_without_asides(analyses, own_times, language(code).parser, language(code).grammar)
        read += [attached(one, language(code).lexicon) for one in whole]
    return [
        Sentence(
            analysis=analysis,
            order=order,
            times=within(moments, time_starts, analysis),
            amounts=within(sums, sum_starts, analysis),
            title=any(block.start <= analysis.start < block.end for block in titles),
            heading=(analysis.start, analysis.end) in headings,
        )
        for order, analysis in enumerate(sorted(read, key=lambda analysis: analysis.start))
    ]


def within(found: Sequence[F], starts: Sequence[int], analysis: Analysis) -> tuple[F, ...]:
    """Give what begins within a sentence, of what was found in order and begins at `starts`."""
    return tuple(found[bisect_left(starts, analysis.start) : bisect_left(starts, analysis.end)])


def _is_read(block: Block, own: Language) -> bool:
    """Leave out dates, links, and captions in another language, which repeat what the page tells in its own."""
    foreign = block.kind is BlockKind.CAPTION and block.language != own.code
    return block.kind not in _UNREAD and not foreign


def _is_heading(block: Block, text: str) -> bool:
    """Tell whether a block is a heading: marked as one, or a short line that ends in a word."""
    short = block.kind is BlockKind.PARAGRAPH and block.end - block.start <= _LINE and text[block.end - 1].isalnum()
    return block.kind is BlockKind.HEADING or short


def _analyses(document: Document, blocks: list[Block], own: Language) -> dict[str, list[Analysis]]:
    """Give each language's sentences, analysed."""
    cut: dict[str, list[tuple[str, int]]] = {}
    for block in blocks:
        code = _code(block, own)
        for span in sentences.split(document.text[block.start : block.end], code, block.start):
            cut.setdefault(code, []).append((document.text[span.start : span.end], span.start))
    return {code: language(code).parser.parse(pieces) for code, pieces in cut.items()}


def _code(block: Block, own: Language) -> str:
    return block.language if block.language in COVERED else own.code
