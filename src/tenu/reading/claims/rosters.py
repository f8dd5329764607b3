"""Who was there, as a list: “Participants in today's meeting included: – Ms Roy, Secretary of Energy – Mr Lind …”."""

import re
from collections.abc import Iterator, Sequence

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sentence import Sentence
from tenu.reading.language import language
from tenu.record import Actor, Block, BlockKind, Document, Kind, Passage, Role

_ENTRY = re.compile(r"(?:^|\n|;|(?<=\s))\s*[-–—•*]\s+|\n+|;\s*")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+(?:[\w.’'-]+)){0,6}")
_LONGEST = 7  # words: more is a sentence, not a name
_FEWEST = 2  # entries: one alone is no list


def rosters(document: Document, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """Give for each announced list of participants a draft that adds them to the meeting it stands with."""
    for sentence in sentences:
        if sentence.analysis.text.rstrip().endswith(":") and _announces(sentence):
            actors = _listed(document, sentence.analysis.end)
            if len(actors) >= _FEWEST:
                yield Draft(
                    kind=Kind.MEETING,
                    rule=f"{sentence.analysis.language}: list of <participant>",
                    evidence=Passage(sentence.analysis.text, sentence.analysis.start, sentence.analysis.end),
                    order=sentence.order,
                    weak=True,
                    adds=True,
                    actors=actors,
                )


def _announces(sentence: Sentence) -> bool:
    words = language(sentence.analysis.language).lexicon.nouns["roster"]
    return any(token.lemma.lower() in words for token in sentence.analysis.tokens)


def _listed(document: Document, after: int) -> list[Actor]:
    """Read the names at the head of each entry of the block that follows, or of the list items that follow."""
    actors: list[Actor] = []
    for place, block in enumerate(b for b in document.blocks if b.start >= after):
        if place and block.kind is not BlockKind.LIST_ITEM:
            break
        actors.extend(_names_in(document, block))
    return actors


def _names_in(document: Document, block: Block) -> Iterator[Actor]:
    start = block.start
    text = document.text[block.start : block.end]
    cuts = [0, *(m.end() for m in _ENTRY.finditer(text))]
    for cut in cuts:
        name = _NAME.match(text, cut)
        if name is None or not name[0][0].isupper() or len(name[0].split()) > _LONGEST:
            continue
        words = name[0].rstrip(" -–—").rstrip()
        first = start + cut
        yield Actor(Role.PARTICIPANT, words, words, first, first + len(words))
