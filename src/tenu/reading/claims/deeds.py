"""What is to be done with a thing that says too little alone: commitment to *strengthening* those institutions."""

from tenu.reading.analysis import Analysis
from tenu.reading.claims.items import thing_below
from tenu.reading.frames.frame import Lexicon
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL
from tenu.record import Kind

_TOLD_BY_DEED = frozenset({Kind.PLEDGE, Kind.DECISION, Kind.AGREEMENT, Kind.ACTIVITY})
_OPEN = frozenset({"Inf", "Ger", "Part"})
_NEAR = 6  # tokens between a verb and its object: farther away the two no longer read as one name


def deed_of(candidate: Candidate, item: int, analysis: Analysis, lexicon: Lexicon, grammar: Grammar) -> int | None:
    """Give the infinitive or gerund with which an item's name begins; goods and money are named without it.

    Those are known by their nouns: who promises to send pumps promises *pumps*, who promises to rebuild schools that.
    """
    verbal = analysis.tokens[item].upos in VERBAL
    thing = thing_below(analysis, item, grammar) if verbal else item
    token = analysis.tokens[thing]
    verb = analysis.tokens[token.head]
    if candidate.kind not in _TOLD_BY_DEED or token.deprel != "obj" or verb.i >= thing:
        return None
    if verb.i in {candidate.trigger, candidate.clause} or verb.feats.get("VerbForm") not in _OPEN:
        return None
    if token.upos != "NOUN" or token.lemma.lower() in lexicon.nouns["aid"]:
        return None
    first = _first_of_shared(analysis, verb.i, candidate.trigger)
    return first if thing - first <= _NEAR else None


def _first_of_shared(analysis: Analysis, verb: int, trigger: int) -> int:
    """Give the first of verbs that share an object: *sustaining* and strengthening those institutions."""
    token = analysis.tokens[verb]
    above = analysis.tokens[token.head]
    alone = not any(analysis.tokens[c].deprel == "obj" for c in analysis.children(above.i))
    shared = token.deprel.startswith("conj") and above.upos in VERBAL and trigger < above.i < verb and alone
    return above.i if shared else verb
