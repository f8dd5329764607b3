"""For whom something is promised or given, where no slot of the frame has said so."""

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.arguments import arguments
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL, conjuncts
from tenu.reading.frames.prepositions import preposition
from tenu.reading.language import Language
from tenu.record import Kind, Role

_GIVING = frozenset({Kind.PLEDGE, Kind.DELIVERY})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def recipients_of(candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    """Give the heads of those who receive: named after *to* or *for*, or helped by what is given.

    Only where the frame found none: “24 millions pour soutenir les pays en développement”, “aid to Italy”.
    """
    if candidate.kind not in _GIVING or any(role is Role.RECIPIENT for role, _ in candidate.actors):
        return []
    taken = {head for _, head in candidate.actors}
    below = [i for i in analysis.subtree(candidate.clause) if i not in taken]
    return (
        _supplied(below, candidate, analysis, language, who)
        or _addressed(below, candidate, analysis, language, who)
        or _helped(below, candidate, analysis, language, who)
    )


def _supplied(below: list[int], candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    """Give whom a verb supplies *with* what is given: provide *Peru* with radars."""
    for i in below:
        if analysis.tokens[i].upos not in VERBAL:
            continue
        own = arguments(analysis, i, language.grammar)
        goods = {head for word in language.grammar.company for head in own.oblique.get(word, ())}
        if goods & set(candidate.items):
            return [head for head in own.object if head not in candidate.items and who.may_act(analysis, head)]
    return []


def _addressed(below: list[int], candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    for i in below:
        token = analysis.tokens[i]
        if i <= candidate.trigger or not token.deprel.startswith(("obl", "nmod")) or token.upos not in _NAMING:
            continue
        if preposition(analysis, i, language.grammar) in language.grammar.dative and who.may_act(analysis, i):
            return list(conjuncts(analysis, i))
    return []


def _helped(below: list[int], candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    for i in below:
        token = analysis.tokens[i]
        if token.upos in VERBAL and token.lemma in language.lexicon.moods["helping"] and i >= candidate.trigger:
            objects = [h for h in arguments(analysis, i, language.grammar).object if who.may_act(analysis, h)]
            if objects:
                return objects
    return []
