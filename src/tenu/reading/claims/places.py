"""Where an event takes place: the places that its clause names after a preposition of place."""

from collections.abc import Collection

from tenu.reading.analysis import Analysis
from tenu.reading.claims.listed import places_listed
from tenu.reading.claims.sentence import Sentence
from tenu.reading.claims.timing import taking_place
from tenu.reading.claims.whereabouts import larger_than, told_behind, told_first
from tenu.reading.claims.who import Who
from tenu.reading.frames.arguments import arguments
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL, bounds, conjuncts, without_determiner
from tenu.reading.frames.prepositions import preposition
from tenu.reading.language import Language
from tenu.record import Kind, Place, Role

_OPENS_CLAUSE = frozenset({"PRON", "VERB", "AUX"})
_HELD = frozenset({Kind.MEETING, Kind.AGREEMENT})  # what takes place somewhere
_DEEP = frozenset({Kind.PLEDGE, Kind.DELIVERY, Kind.DECISION, Kind.ACTIVITY})  # their goods and matters are somewhere
_RECEIVING = frozenset({Role.RECIPIENT, Role.PARTICIPANT})


def places_of(candidate: Candidate, sentence: Sentence, language: Language, who: Who) -> list[Place]:
    """Give the places of a candidate, first those that its frame asks for, each once."""
    analysis = sentence.analysis
    heads = [
        *candidate.places,
        *_located(sentence, candidate, language, who),
        *_deep(analysis, candidate, language, who),
        *_described(analysis, candidate, language),
        *_hosting(analysis, candidate, language, who),
    ]
    found: list[Place] = []
    for head in heads:
        token = analysis.tokens[head]
        timed = any(time.start <= token.start < time.end for time in sentence.times)
        told = [] if timed else _named_by(analysis, head, language, who)
        larger = larger_than(head, analysis, who) if told else []
        found += [one for one in (*told, *larger) if one not in found]
    if not found and candidate.kind in _HELD:
        own = [candidate.trigger, candidate.clause, *candidate.occasions, *(head for _, head in candidate.actors)]
        found = told_behind(candidate.clause, own, sentence.times, analysis, language, who)
        if not found and candidate.clause == analysis.root:
            found = told_first(analysis, language, who)
    return found


def _located(sentence: Sentence, candidate: Candidate, language: Language, who: Who) -> list[int]:
    """Give the phrases after a preposition of place that hang on the event, its verb, its goods or who is there."""
    analysis = sentence.analysis
    between = {*candidate.items, *(head for _, head in candidate.actors)}
    between |= {token.i for time in sentence.times for token in analysis.within(time.start, time.end)}
    found: list[int] = []
    for anchor in {candidate.trigger, candidate.clause, *taking_place(candidate, analysis, language)}:
        for child in analysis.subtree(anchor):
            located = preposition(analysis, child, language.grammar) in language.grammar.locative
            located = located and not who.is_in_office(analysis, child)
            if child != anchor and located and _belongs(analysis, child, anchor, between, language, who):
                found.extend(conjuncts(analysis, child) if _place(analysis, child, language, who) else [child])
    return sorted(set(found))


def _deep(analysis: Analysis, candidate: Candidate, language: Language, who: Who) -> list[int]:
    """Give the places deep in what is given, decided or done: funding for the repair of roads *in the county*."""
    if candidate.kind not in _DEEP:
        return []
    inside = language.grammar.locative - language.grammar.dative
    anchors = {candidate.trigger, *candidate.items, *(head for role, head in candidate.actors if role in _RECEIVING)}
    found: list[int] = []
    for anchor in anchors:
        for child in analysis.subtree(anchor):
            located = child != anchor and preposition(analysis, child, language.grammar) in inside
            if located and _leads_down(analysis, child, anchor, candidate.trigger):
                found.extend(conjuncts(analysis, child) if _place(analysis, child, language, who) else [])
    return sorted(set(found))


def _leads_down(analysis: Analysis, child: int, anchor: int, trigger: int) -> bool:
    """Tell whether only nouns, participles and the content of the event's own verb stand above a place."""
    for above in analysis.ancestors(child):
        if above == anchor:
            return True
        token = analysis.tokens[above]
        content = token.deprel in {"ccomp", "xcomp"} and token.head == trigger
        if token.upos in VERBAL and not content and token.feats.get("VerbForm") != "Part":
            return False
    return False


def _described(analysis: Analysis, candidate: Candidate, language: Language) -> list[int]:
    """Give the place that a clause with *où*, *where* describes: Roumanie, *où elle rencontrera* le président."""
    token = analysis.tokens[candidate.clause]
    if not token.deprel.startswith("acl"):
        return []
    words = {analysis.tokens[c].text.lower() for c in analysis.children(candidate.clause)}
    return list(conjuncts(analysis, token.head)) if words & language.grammar.where else []


def _hosting(analysis: Analysis, candidate: Candidate, language: Language, who: Who) -> list[int]:
    """Give the town that hosts a meeting: *Oslo* will host the conference."""
    verb = analysis.tokens[candidate.clause]
    if candidate.kind not in _HELD or language.lexicon.carriers["meeting"].get(verb.lemma) is not Role.HOST:
        return []
    subjects = arguments(analysis, verb.i, language.grammar).subject
    return [head for head in subjects if who.is_town(analysis, head)]


_PLACED = ("meeting", "effort", "aid", "place")  # nouns of things that are somewhere


def _belongs(
    analysis: Analysis, child: int, anchor: int, between: Collection[int], language: Language, who: Who
) -> bool:
    """Tell whether nothing but who or what is there, or a larger place, stands between a place and the event.

    “met with Ms Roy in Oslo” is in Oslo wherever the parser hung it; “spoke about the situation in Oslo” is not.
    """
    apart = language.grammar.apart  # “*after* a visit to Oslo” is elsewhere
    for above in analysis.ancestors(child):
        if above == anchor:
            return True
        lemma = analysis.tokens[above].lemma.lower()
        there = above in between or any(lemma in language.lexicon.nouns[name] for name in _PLACED)
        if analysis.tokens[above].upos in VERBAL or preposition(analysis, above, language.grammar) in apart:
            return False
        if not (there or who.is_person(analysis, above) or who.is_place(analysis, above)):
            return False
    return False


def _named_by(analysis: Analysis, head: int, language: Language, who: Who) -> list[Place]:
    """Give the place that a head names, or each of those that it lists: the counties *of Elm, Oak and Ash*."""
    place = _place(analysis, head, language, who)
    listed = places_listed(analysis, head, language.grammar, who) if place is not None else []
    return listed or [place for place in (place,) if place is not None]


def _place(analysis: Analysis, head: int, language: Language, who: Who) -> Place | None:
    if who.is_place(analysis, head) or who.is_untold(analysis, head):
        entity, mention = who.entity(analysis, head), who.mention(analysis, head)
        return Place(mention.name if entity.iso and mention else entity.name, entity.iso)
    words = {analysis.tokens[head].lemma.lower(), who.entity(analysis, head).name.lower()}
    if words & language.lexicon.nouns["place"]:
        start, end = bounds(analysis, without_determiner(analysis, _site(analysis, head, who)))
        return Place(analysis.text[start - analysis.start : end - analysis.start])
    return None


def _site(analysis: Analysis, head: int, who: Who) -> list[int]:
    """Give the words of a site up to a clause about it: the *museum of Turku*, where they saw an exhibition."""
    found = who.phrase(analysis, head)
    clause = next((i for i in found if i > head and analysis.tokens[i].upos in _OPENS_CLAUSE), found[-1] + 1)
    kept = [i for i in found if i < clause]
    while kept[-1] != head and analysis.tokens[kept[-1]].upos in {"ADP", "PUNCT", "SCONJ"}:
        kept.pop()
    return kept
