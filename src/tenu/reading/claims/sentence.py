"""A sentence with all that was found in it."""

from dataclasses import dataclass
from datetime import date

from tenu.reading import amounts, sentences, times
from tenu.reading.amounts import Amount
from tenu.reading.analysis import Analysis
from tenu.reading.language import COVERED, Language, language
from tenu.reading.times import Time
from tenu.record import Block, BlockKind, Document

_UNREAD = frozenset({BlockKind.DATE, BlockKind.LINK})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its times and amounts; `order` is its place in the document."""

    analysis: Analysis
    order: int
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    title: bool = False


def dress(document: Document, own: Language, country: str | None) -> list[Sentence]:
    """Give a document's sentences in order, each block in its own language where tenu reads it.

    Times are worked out from the document's day, amounts over the whole block, since a sum may take its currency from
    the sentence before; `country` is the publisher's (ISO 3166-1 alpha-3).
    """
    blocks = [block for block in document.blocks if block.kind not in _UNREAD]
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    sums = [amount for block in blocks for amount in _amounts(document, block, own, country)]
    anchor = date.fromisoformat(document.published) if document.published else None
    return [
        Sentence(
            analysis=analysis,
            order=order,
            times=tuple(times.ranges(times.find(analysis.text, analysis.language, anchor, analysis.start))),
            amounts=tuple(a for a in sums if analysis.start <= a.start < analysis.end),
            title=any(block.start <= analysis.start < block.end for block in titles),
        )
        for order, analysis in enumerate(_analyses(document, blocks, own))
    ]


def _analyses(document: Document, blocks: list[Block], own: Language) -> list[Analysis]:
    cut: dict[str, list[tuple[str, int]]] = {}
    for block in blocks:
        code = _code(block, own)
        for span in sentences.split(document.text[block.start : block.end], code, block.start):
            cut.setdefault(code, []).append((document.text[span.start : span.end], span.start))
    parsed = [analysis for code, pieces in cut.items() for analysis in language(code).parser.parse(pieces)]
    return sorted(parsed, key=lambda analysis: analysis.start)


def _amounts(document: Document, block: Block, own: Language, country: str | None) -> list[Amount]:
    return amounts.find(document.text[block.start : block.end], _code(block, own), block.start, country=country)


def _code(block: Block, own: Language) -> str:
    return block.language if block.language in COVERED else own.code
