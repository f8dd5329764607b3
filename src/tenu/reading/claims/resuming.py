"""Meetings taken up again: *this conference*, *the session*, *her meeting with the minister*."""

from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_TELLS_APART = ("nmod", "amod", "acl", "appos", "nummod", "flat", "compound", "conj")


def is_resumed(candidate: Candidate, analysis: Analysis) -> bool:
    """Tell whether a meeting's noun says no more than that it was told before: *this* forum, *the* session."""
    return any(_points_back(analysis, noun) for noun in _nouns(candidate, analysis))


def is_known(candidate: Candidate, analysis: Analysis) -> bool:
    """Tell whether a meeting's noun is led in as a known one: *the* meeting with the king."""
    return any(_is_definite(analysis, noun) for noun in _nouns(candidate, analysis))


def _nouns(candidate: Candidate, analysis: Analysis) -> list[int]:
    if candidate.kind is not Kind.MEETING:
        return []
    tokens = (analysis.tokens[i] for i in (candidate.trigger, *candidate.occasions))
    return [token.i for token in tokens if token.upos == "NOUN" and token.text.islower()][
        -1:
    ]  # the holding of *a forum*


def _points_back(analysis: Analysis, noun: int) -> bool:
    below = [analysis.tokens[c] for c in analysis.children(noun)]
    if any(token.feats.get("PronType") == "Dem" for token in below if token.deprel == "det"):
        return not any(token.upos in {"ADJ", "NUM"} for token in below)  # “this fourth edition” is one of its own
    bare = not any(token.deprel.startswith(_TELLS_APART) for token in below)
    return bare and _is_definite(analysis, noun) and analysis.tokens[noun].feats.get("Number") != "Plur"


def _is_definite(analysis: Analysis, noun: int) -> bool:
    feats = [analysis.tokens[c].feats for c in analysis.children(noun) if c < noun]
    return any(f.get("Definite") == "Def" or f.get("PronType") == "Dem" for f in feats)
