"""The words that say so: the clause that tells a claim, with all who act in it, else its whole sentence."""

from collections.abc import Collection, Iterable

from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL, members
from tenu.reading.times import Time
from tenu.record import Passage

_CLAUSES = ("conj", "parataxis", "advcl", "acl:relcl")
_SHORTEST = 5  # words: less is no passage that a reader could judge
_NEARLY_ALL = 0.8  # of the sentence's words: then the sentence itself is easier to read


def evidence_of(candidate: Candidate, analysis: Analysis, times: Iterable[Time]) -> Passage:
    """Cut out of a sentence the clause that tells a candidate; it holds its actors, items and times."""
    top = analysis.tokens[_top(analysis, candidate.clause)]
    told = _clause(analysis, top.i, candidate.items) if candidate.carried else _phrase(analysis, candidate.trigger)
    inside = {candidate.trigger, *told}
    if candidate.carried and top.deprel.startswith("acl"):  # “… which he chaired” says little without what it describes
        inside.update(members(analysis, top.head))
    for head in (*(head for _, head in candidate.actors), *candidate.items, *candidate.places):
        inside.update(members(analysis, head))
    for time in times:
        for token in analysis.within(time.start, time.end):
            inside.update(c for c in analysis.children(token.i) if analysis.tokens[c].deprel in {"det", "case"})
            inside.add(token.i)
    first, last = min(inside), max(inside)
    count = last - first + 1
    if count < _SHORTEST or count >= _NEARLY_ALL * len(analysis.tokens):
        return Passage(analysis.text, analysis.start, analysis.end)
    start, end = analysis.tokens[first].start, analysis.tokens[last].end
    return Passage(analysis.text[start - analysis.start : end - analysis.start], start, end)


def _top(analysis: Analysis, clause: int) -> int:
    """Climb from an infinitive to the verb that governs it: *has agreed to* provide."""
    token = analysis.tokens[clause]
    while token.deprel.startswith("xcomp") and token.head != token.i:
        token = analysis.tokens[token.head]
    return token.i


def _phrase(analysis: Analysis, noun: int) -> list[int]:
    """Give the words of a noun that tells an event by itself: *the agency's efforts to restore power*."""
    leads_in = {c for c in analysis.children(noun) if c < noun and analysis.tokens[c].deprel in {"case", "cc", "mark"}}
    return [i for i in analysis.subtree(noun) if analysis.tokens[i].upos != "PUNCT" and i not in leads_in]


def _clause(analysis: Analysis, verb: int, items: Collection[int]) -> list[int]:
    """Give the words of a clause without the clauses that only stand beside it and hold none of the items."""
    found = [verb]
    for child in analysis.children(verb):
        token = analysis.tokens[child]
        below = analysis.subtree(child)
        beside = token.deprel.startswith(_CLAUSES) and token.upos in VERBAL and _stands_apart(analysis, child, verb)
        if token.upos != "PUNCT" and (not beside or any(item in below for item in items)):
            found.extend(below)
    return found


def _stands_apart(analysis: Analysis, clause: int, verb: int) -> bool:
    """Tell whether a clause follows the verb, or opens the sentence with a subject of its own: *As we approach …*."""
    return clause > verb or any(analysis.tokens[c].deprel.startswith("nsubj") for c in analysis.children(clause))
