"""Where an event takes place: the places that its clause names after a preposition of place."""

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL, bounds, conjuncts, members, without_determiner
from tenu.reading.frames.prepositions import preposition
from tenu.reading.language import Language
from tenu.record import Place


def places_of(analysis: Analysis, candidate: Candidate, language: Language, who: Who) -> list[Place]:
    """Give the places of a candidate, first those that its frame asks for, each once."""
    heads = list(candidate.places) + [
        head for head in _located(analysis, candidate, language) if head not in candidate.places
    ]
    found: list[Place] = []
    for head in heads:
        place = _place(analysis, head, language, who)
        if place is not None and place not in found:
            found.append(place)
    return found


def _located(analysis: Analysis, candidate: Candidate, language: Language) -> list[int]:
    """Give the phrases after a preposition of place that hang on the event's word or on its verb."""
    found = []
    for anchor in {candidate.trigger, candidate.clause}:
        for child in analysis.subtree(anchor):
            if child == anchor or _crosses_verb(analysis, child, anchor):
                continue
            if preposition(analysis, child, language.grammar) in language.grammar.locative:
                found.extend(conjuncts(analysis, child))
    return sorted(set(found))


def _described(analysis: Analysis, candidate: Candidate, language: Language) -> list[int]:
    """Give the place that a clause with *où*, *where* describes: Roumanie, *où elle rencontrera* le président."""
    token = analysis.tokens[candidate.clause]
    if not token.deprel.startswith("acl"):
        return []
    words = {analysis.tokens[c].text.lower() for c in analysis.children(candidate.clause)}
    return list(conjuncts(analysis, token.head)) if words & language.grammar.where else []


def _crosses_verb(analysis: Analysis, child: int, anchor: int) -> bool:
    for above in analysis.ancestors(child):
        if above == anchor:
            return False
        if analysis.tokens[above].upos in VERBAL:
            return True
    return True


def _place(analysis: Analysis, head: int, language: Language, who: Who) -> Place | None:
    if who.is_place(analysis, head) or who.is_untold(analysis, head):
        entity = who.entity(analysis, head)
        return Place(entity.name, entity.iso)
    if analysis.tokens[head].lemma.lower() in language.lexicon.nouns["place"]:
        start, end = bounds(analysis, without_determiner(analysis, members(analysis, head)))
        return Place(analysis.text[start - analysis.start : end - analysis.start])
    return None
