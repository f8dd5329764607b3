"""What somebody is reported to have said, and what finding it asks of the names."""

from dataclasses import dataclass
from typing import Protocol

from tenu.record import Manner, Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: where its words, its cue, its speaker and its evidence stand, in code points of the document.

    `content` is what the record keeps as the quote: what stands between the marks, or the clause of content. `quotes`
    are the stretches in quotation marks that belong to it, without their marks. `speaker` is the mention of the speaker
    as the text has it, which may stand in an earlier sentence, and `name` the fullest name that the document gives for
    it; both are None where the text names nobody. `evidence` is the whole sentence, or all of them. `goes_on` tells
    that it is a further piece of the quotation before it, which its cue or a paragraph's end breaks. `rule` says how it
    was found.
    """

    content: Span
    quotes: tuple[Span, ...]
    manner: Manner
    cue: Span | None
    speaker: Span | None
    name: str | None
    evidence: Span
    goes_on: bool
    rule: str


class Names(Protocol):
    """Whatever knows how a document calls its persons and bodies; offsets in code points of the document."""

    def fullest(self, start: int, end: int) -> str | None:
        """The fullest name the document gives for who is mentioned from `start` to `end`; None where it gives none."""
        ...

    def meant_by(self, start: int, end: int) -> str | None:
        """The fullest name of whom the pronoun from `start` to `end` stands for; None where that is open."""
        ...
