"""Noun phrases: their head, and their words without article and relative clauses."""

import re

from tenu.reading.analysis import Analysis, Token
from tenu.reading.names.atoms import fold

CLAUSES = frozenset({"acl:relcl", "parataxis", "appos"})
DETERMINERS = re.compile(
    r"^(?:the|a|an|all|both|le|la|les|l['’]|un|une|des|du|de la|de l['’]|d['’]|de|au|aux|à la|à l['’])"
    r"(?:\s+|(?<=['’]))",
    re.IGNORECASE,
)


def head_of(analysis: Analysis, start: int, end: int) -> Token | None:
    """Give the word of a stretch that hangs on a word outside it; None for a sentence without words there."""
    inside = [t for t in analysis.tokens if t.start < end and t.end > start]
    for token in inside:
        above = analysis.tokens[token.head]
        if token.upos != "PUNCT" and (token.head == token.i or not (above.start < end and above.end > start)):
            return token
    return inside[-1] if inside else None


def bare_phrase(analysis: Analysis, start: int, end: int) -> str:
    """Give a phrase's words up to its first relative clause, without the article in front."""
    head = head_of(analysis, start, end)
    stop = end
    if head is not None:
        for index in analysis.children(head.i):
            child = analysis.tokens[index]
            first = analysis.tokens[min(analysis.subtree(index))]
            if child.deprel in CLAUSES and head.start < first.start < stop:
                stop = first.start
    text = analysis.text[start - analysis.start : stop - analysis.start].strip(" ,;:\u00a0–—-(")
    bare = DETERMINERS.sub("", text)
    return bare if fold(bare) else text
