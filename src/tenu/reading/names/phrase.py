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
    inside = analysis.within(start, end)
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


def phrase_before(analysis: Analysis, end: int) -> int | None:
    """Give where the noun phrase that ends at a place begins, without its article; None where none does."""
    last = next((t for t in analysis.tokens if t.end == end), None)
    if last is None:
        return None
    top = None
    token = last
    while True:
        if token.upos in ("NOUN", "PROPN"):
            top = token
        above = analysis.tokens[token.head]
        if above.i >= token.i or above.upos not in ("NOUN", "PROPN", "ADJ", "ADP"):
            break
        token = above
    if top is None or top.i == last.i:
        return None
    below = [analysis.tokens[i] for i in analysis.children(top.i) if i < top.i]
    return min([top.start, *(t.start for t in below if t.relation == "amod")])
