"""A document laid out for finding statements: its sentences with their words, and what stands between marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tenu.reading.analysis import Analysis, Token
from tenu.reading.quotations.marks import Quoted, marks
from tenu.reading.quotations.speech import Speech, plain, speech_of

_MOST_WORDS = 600


class Sentence:
    """A sentence, its words, and which of them stand in quotation marks."""

    def __init__(self, index: int, analysis: Analysis, quoted: Sequence[Quoted]) -> None:
        self.index = index
        self.analysis = analysis
        self.tokens: tuple[Token, ...] = analysis.tokens
        self.forms = [plain(token.text) for token in analysis.tokens]
        self.speech: Speech = speech_of(analysis.language)
        self.quoted = _flags(analysis.tokens, quoted)
        self._ends = [token.end for token in analysis.tokens]

    @property
    def start(self) -> int:
        """Where the sentence starts, in code points of the document."""
        return self.analysis.start

    @property
    def end(self) -> int:
        """Where the sentence ends, in code points of the document."""
        return self.analysis.end

    @cached_property
    def last(self) -> int:
        """The index of the last word before the punctuation that ends the sentence; -1 where there is no word."""
        i = len(self.tokens) - 1
        while i >= 0 and self.tokens[i].upos == "PUNCT":
            i -= 1
        return i

    def index_at(self, place: int) -> int:
        """The index of the first word that starts at or after a place."""
        return bisect_right(self._ends, place)

    @property
    def is_readable(self) -> bool:
        """Tell whether this may be a sentence: what runs over many hundred words is a list or rubbish."""
        return len(self.tokens) <= _MOST_WORDS


def _flags(tokens: Sequence[Token], quoted: Sequence[Quoted]) -> list[bool]:
    """Tell for each word whether it stands in quotation marks; both in order."""
    flags, i = [False] * len(tokens), 0
    for quote in quoted:
        while i < len(tokens) and tokens[i].end <= quote.outer.start:
            i += 1
        while i < len(tokens) and tokens[i].start < quote.outer.end:
            flags[i] = True
            i += 1
    return flags


@dataclass(frozen=True, slots=True)
class Page:
    """A document's text, its sentences in order, and its outermost quotations in order."""

    text: str
    sentences: Sequence[Sentence]
    starts: Sequence[int]
    quotes: Sequence[Quoted]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place, or the last one before it."""
        i = bisect_right(self.starts, place) - 1
        return self.sentences[i] if i >= 0 else None


def lay_out(text: str, analyses: Sequence[Analysis]) -> Page:
    """Bring a document's sentences and quotations together; only closed, outermost quotations count."""
    quotes = [quote for quote in marks(text) if quote.depth == 0]
    starts = [quote.outer.start for quote in quotes]
    sentences = []
    for index, analysis in enumerate(sorted(analyses, key=lambda analysis: analysis.start)):
        first = max(0, bisect_right(starts, analysis.start) - 1)
        here = quotes[first : bisect_right(starts, analysis.end)]
        sentences.append(Sentence(index, analysis, here))
    return Page(text, sentences, [sentence.start for sentence in sentences], quotes)
