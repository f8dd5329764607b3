"""How a document was read: for each sentence what was found in it, which frames fired and which nearly did."""

from collections.abc import Iterator
from dataclasses import dataclass

from tenu.reading import names
from tenu.reading.amounts import Amount
from tenu.reading.analysis import Analysis
from tenu.reading.claims.draft import Draft
from tenu.reading.claims.weighing import LIKELY, Weighed, Weighing
from tenu.reading.frames.matching import Candidate, NearMiss
from tenu.reading.language import language
from tenu.reading.reader import judge, prepare
from tenu.reading.telling import Weights
from tenu.reading.times import Time
from tenu.record import Block, BlockKind, Document, Kind

_SIGNS = 4  # signs that are told of a kind: those that say most


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely (0 to 1) a sentence's words make a claim of a kind, and the signs that say most, with log-odds."""

    kind: Kind
    likelihood: float
    signs: tuple[tuple[str, float], ...]


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
    likely: tuple[Likely, ...]


def explain(document: Document) -> Iterator[Explained]:
    """Give each sentence of a document with what was found in it; languages that tenu does not read are refused."""
    sentences, known = prepare(document)
    who = judge(sentences, known)
    weighing = Weighing(who, len(sentences), document.published)
    for sentence in sentences:
        analysis, tongue = sentence.analysis, language(sentence.analysis.language)
        weighed = weighing.weigh(sentence, tongue)
        yield Explained(
            analysis,
            sentence.times,
            sentence.amounts,
            tuple((m, known.of(m.start, m.end)) for m in known.within(analysis.start, analysis.end)),
            tuple(tongue.frames.candidates(analysis, who)),
            weighed.drafts,
            weighed.misses,
            tuple(_likely(weighed, tongue.weights)),
        )


def _likely(weighed: Weighed, weights: Weights) -> Iterator[Likely]:
    """Give the kinds that a sentence's words make likely enough to matter, and those that its frames found."""
    for kind, likelihood in weighed.likelihoods.items():
        if likelihood >= LIKELY or any(draft.kind is kind for draft in weighed.drafts):
            worth = {sign: weights.worth(kind, (sign,)) for sign in sorted(weighed.signs)}
            telling = sorted(worth, key=lambda sign: -abs(worth[sign]))[:_SIGNS]
            yield Likely(kind, likelihood, tuple((sign, worth[sign]) for sign in telling if worth[sign]))


def candidates_of(text: str, code: str) -> list[Candidate]:
    """Give the candidates that the frames of a language find in one sentence that stands alone."""
    block = Block(BlockKind.PARAGRAPH, code, 0, len(text))
    document = Document("", None, code, None, None, None, "", text, (block,))
    return [c for explained in explain(document) for c in explained.candidates]
