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
        or _concerned(below, candidate, analysis, language, who)
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
        led_in = preposition(analysis, i, language.grammar) in language.grammar.dative
        receives = who.may_act(analysis, i) or token.lemma.lower() in language.lexicon.nouns["receiving"]
        if led_in and receives and not _in_a_name(i, analysis, who):
            return list(conjuncts(analysis, i))
    return []


def _in_a_name(i: int, analysis: Analysis, who: Who) -> bool:
    """Tell whether a phrase is part of a body's name: the Agency *for Development*."""
    mention = who.mention(analysis, i)
    return mention is not None and mention.start < analysis.tokens[analysis.first(i)].start


def _helped(below: list[int], candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    for i in below:
        token = analysis.tokens[i]
        if token.upos in VERBAL and token.lemma in language.lexicon.moods["helping"] and i >= candidate.trigger:
            own = arguments(analysis, i, language.grammar)
            beside = [head for word in language.grammar.company for head in own.oblique.get(word, ())]
            objects = [h for h in own.object or beside if who.may_act(analysis, h)]
            objects = objects or [h for head in own.object for h in _whose(head, analysis, language, who) if h in below]
            if objects:
                return objects
    return []


def _concerned(below: list[int], candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[int]:
    """Give those to whom belongs what a promise or a gift goes to: commitment *to the security of Peru*."""
    givers = {who.entity(analysis, head).name for role, head in candidate.actors if role is Role.DONOR}
    for i in below:
        if i > candidate.trigger and preposition(analysis, i, language.grammar) in language.grammar.dative:
            owners = [head for head in _whose(i, analysis, language, who) if not _in_a_name(head, analysis, who)]
            if any(who.entity(analysis, head).name not in givers for head in owners):
                return owners
    return []


def _whose(effort: int, analysis: Analysis, language: Language, who: Who) -> list[int]:
    """Give whose effort is helped: support the reforms *of Peru*."""
    own = arguments(analysis, effort, language.grammar)
    owners = [*own.subject, *(head for word in language.grammar.genitive for head in own.oblique.get(word, ()))]
    return [head for head in owners if who.is_state_or_body(analysis, head)]
