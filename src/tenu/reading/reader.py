"""From a document to its claims: the steps in order, each in its own room."""

from collections.abc import Iterable
from datetime import date

from tenu.reading import amounts, names, quotations, sentences, times
from tenu.reading.analysis import Analysis
from tenu.reading.claims.draft import Draft
from tenu.reading.claims.finishing import claim_of, statement_of
from tenu.reading.claims.merging import merge
from tenu.reading.claims.proposing import Sentence, propose
from tenu.reading.claims.speakers import Speakers
from tenu.reading.claims.who import Who
from tenu.reading.language import COVERED, Language, language
from tenu.record import BlockKind, Claim, Document

_READ = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.LEAD,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.CAPTION,
        BlockKind.TABLE,
    }
)


def read(document: Document) -> list[Claim]:
    """Give the claims that a document makes, in the order of its text.

    Each claim's evidence stands in the text to the letter; offsets are code points of `document.text`. A document in a
    language that tenu does not read is refused with `UncoveredLanguageError`.
    """
    own = language(document.language)
    analyses = analyse(document, own)
    known = names.resolve(names.find(analyses, own.code), analyses, own.code)
    dressed = dress(document, analyses)
    drafts: list[Draft] = []
    who = judge(known, dressed)
    for sentence in dressed:
        drafts.extend(propose(sentence, language(sentence.analysis.language), who, document.published))
    statements = quotations.find(document.text, analyses, Speakers(known))
    claims = [claim_of(draft, document) for draft in merge(drafts)]
    claims += [statement_of(statement, document) for statement in statements]
    return sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.kind))


def analyse(document: Document, own: Language) -> list[Analysis]:
    """Give the analyses of a document's sentences in order, each block in its own language where tenu reads it."""
    cut: dict[str, list[tuple[str, int]]] = {}
    for block in document.blocks:
        if block.kind in _READ:
            code = block.language if block.language in COVERED else own.code
            for span in sentences.split(document.text[block.start : block.end], code, block.start):
                cut.setdefault(code, []).append((document.text[span.start : span.end], span.start))
    parsed = [analysis for code, pieces in cut.items() for analysis in language(code).parser.parse(pieces)]
    return sorted(parsed, key=lambda analysis: analysis.start)


def judge(known: names.Names, dressed: Iterable[Sentence]) -> Who:
    """Give whoever tells the frames what a noun phrase of the document stands for."""
    people = {code: language(code).lexicon.nouns["people"] for code in {a.language for a in known.analyses}}
    money = [amount for sentence in dressed for amount in sentence.amounts if amount.kind is amounts.Measure.MONEY]
    return Who(known, people, money)


def dress(document: Document, analyses: Iterable[Analysis]) -> list[Sentence]:
    """Give each sentence with its times and amounts, worked out from the document's day."""
    anchor = date.fromisoformat(document.published) if document.published else None
    titles = [block for block in document.blocks if block.kind is BlockKind.TITLE]
    return [
        Sentence(
            analysis=analysis,
            order=order,
            times=tuple(times.ranges(times.find(analysis.text, analysis.language, anchor, analysis.start))),
            amounts=tuple(amounts.find(analysis.text, analysis.language, analysis.start)),
            title=any(block.start <= analysis.start < block.end for block in titles),
        )
        for order, analysis in enumerate(analyses)
    ]
