"""A clause that says when and where a thing takes place belongs to the thing: “the *meeting* of the Council *that* …”.

Parsers hang it on the last noun before it: on the Council, which does not take place.
"""

from collections.abc import Iterator
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.frames.frame import Lexicon

_CHAIN = ("nmod", "appos", "flat", "conj", "obl")
_EVENTS = ("meeting", "effort")


def attached(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """Hang each relative clause with a verb of taking place on the meeting or effort in whose phrase it stands."""
    moved = {
        token.i: home
        for token in analysis.tokens
        if token.deprel == "acl:relcl"
        and takes_place(analysis, token.i, lexicon)
        and (home := _event_above(analysis, token.head, lexicon)) not in {None, token.head}
    }
    if not moved:
        return analysis
    tokens = tuple(replace(token, head=moved.get(token.i, token.head)) for token in analysis.tokens)
    return Analysis(analysis.language, analysis.start, analysis.end, analysis.text, tokens)


def takes_place(analysis: Analysis, verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb only says that a thing takes place: *be held*, *se tenir*, *avoir lieu*."""
    lemma = analysis.tokens[verb].lemma
    if lemma in lexicon.holding:
        return True
    objects = (analysis.tokens[c].lemma for c in analysis.children(verb) if analysis.tokens[c].deprel == "obj")
    return any(f"{lemma} {word}" in lexicon.holding for word in objects)


def _event_above(analysis: Analysis, noun: int, lexicon: Lexicon) -> int | None:
    """Climb through the phrase that a noun closes to the meeting that heads it, else to the nearest effort."""
    chain = list(_phrase_above(analysis, noun))
    for name in _EVENTS:
        found = next((i for i in chain if analysis.tokens[i].lemma.lower() in lexicon.nouns[name]), None)
        if found is not None:
            return found
    return None


def _phrase_above(analysis: Analysis, noun: int) -> Iterator[int]:
    yield noun
    for above in analysis.ancestors(noun):
        if above > noun or not analysis.tokens[noun].deprel.startswith(_CHAIN):
            return
        yield above
        noun = above
