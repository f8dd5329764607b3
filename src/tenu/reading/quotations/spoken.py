"""A statement while it is being found: its words, its cue and its speaker before names are asked."""

from dataclasses import dataclass

from tenu.reading.quotations.cues import Cue
from tenu.reading.quotations.page import Sentence
from tenu.reading.quotations.speakers import Mention
from tenu.record import Manner, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with the sentences it stands in; `carried` where its speaker is that of the statement before."""

    content: Span
    quotes: tuple[Span, ...]
    manner: Manner
    cue: Span | None
    speaker: Mention | None
    evidence: Span
    rule: str
    carried: bool = False


def cue_span(sentence: Sentence, cue: Cue) -> Span:
    """Where the words of a cue stand."""
    return Span(sentence.tokens[cue.first].start, sentence.tokens[cue.last].end)


def words_span(sentence: Sentence, first: int, last: int) -> Span:
    """Where the words from `first` up to and with `last` stand."""
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)
