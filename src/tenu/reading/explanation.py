"""How a document was read: for each sentence what was found in it, which frames fired and which nearly did."""

from collections.abc import Iterator
from dataclasses import dataclass

from tenu.reading import names
from tenu.reading.amounts import Amount
from tenu.reading.analysis import Analysis
from tenu.reading.claims.draft import Draft
from tenu.reading.claims.proposing import draft_of
from tenu.reading.frames.matching import Candidate, NearMiss
from tenu.reading.language import language
from tenu.reading.reader import judge, prepare
from tenu.reading.times import Time
from tenu.record import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence with all that was found in it, before claims of one thing are brought together."""

    analysis: Analysis
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    names: tuple[tuple[names.Mention, names.Entity | None], ...]
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]
    misses: tuple[NearMiss, ...]


def explain(document: Document) -> Iterator[Explained]:
    """Give each sentence of a document with what was found in it; languages that tenu does not read are refused."""
    sentences, known = prepare(document)
    who = judge(sentences, known)
    for sentence in sentences:
        analysis, tongue = sentence.analysis, language(sentence.analysis.language)
        misses: list[NearMiss] = []
        candidates = tongue.frames.candidates(analysis, who, misses)
        yield Explained(
            analysis,
            sentence.times,
            sentence.amounts,
            tuple((m, known.of(m.start, m.end)) for m in known.within(analysis.start, analysis.end)),
            tuple(candidates),
            tuple(draft_of(candidate, sentence, tongue, who, document.published) for candidate in candidates),
            tuple(misses),
        )


def candidates_of(text: str, code: str) -> list[Candidate]:
    """Give the candidates that the frames of a language find in one sentence that stands alone."""
    block = Block(BlockKind.PARAGRAPH, code, 0, len(text))
    document = Document("", None, code, None, None, None, "", text, (block,))
    return [c for explained in explain(document) for c in explained.candidates]
