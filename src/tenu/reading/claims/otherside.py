"""The other side of talks *with* somebody: “A meeting with the mayors is planned” is one of whom the text is about."""

from collections.abc import Iterator

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.prepositions import preposition
from tenu.record import Actor, Kind, Role

_BACK = 2  # sentences: who was spoken of earlier may be somebody else by now


def other_side(candidate: Candidate, analysis: Analysis, grammar: Grammar, who: Who) -> Actor | None:
    """Give who meets those with whom a meeting is, where its own words do not say it.

    The person of whom the sentence speaks; where it speaks of the meeting only, the one of the sentence before.
    """
    if not _is_one_sided(candidate, analysis, grammar, who):
        return None
    met = {who.entity(analysis, head).name for _, head in candidate.actors}
    for sentence, head in _subjects(candidate, analysis, who):
        person = who.person(sentence, head)
        if person is None:
            return None
        if person.name not in met:
            token = sentence.tokens[head]
            mention = who.mention(sentence, head)
            start, end = (mention.start, mention.end) if mention else (token.start, token.end)
            words = sentence.text[start - sentence.start : end - sentence.start]
            return Actor(Role.PARTICIPANT, person.name, words, start, end, id=person.id)
    return None


def _subjects(candidate: Candidate, analysis: Analysis, who: Who) -> Iterator[tuple[Analysis, int]]:
    """Give who stands as subject above a meeting, then in the sentences before, as far as they speak of anybody."""
    own = {candidate.trigger, candidate.clause}
    for above in analysis.ancestors(candidate.trigger):
        for child in analysis.children(above):
            if analysis.tokens[child].relation == "nsubj" and child not in own:
                yield analysis, child
    sentence: Analysis | None = analysis
    for _ in range(_BACK):
        sentence = who.before(sentence) if sentence else None
        if sentence is None:
            return
        subject = next((c for c in sentence.children(sentence.root) if sentence.tokens[c].relation == "nsubj"), None)
        if subject is not None and who.may_act(sentence, subject):
            yield sentence, subject


def _is_one_sided(candidate: Candidate, analysis: Analysis, grammar: Grammar, who: Who) -> bool:
    """Tell whether all who meet stand behind *with* and are people: states and bodies talk with each other."""
    heads = [head for _, head in candidate.actors]
    told = candidate.kind is Kind.MEETING and not candidate.frame.weak and bool(heads)
    return told and all(_is_met(analysis, head, grammar) and not who.is_state_or_body(analysis, head) for head in heads)


def _is_met(analysis: Analysis, head: int, grammar: Grammar) -> bool:
    while analysis.tokens[head].deprel.startswith("conj"):
        head = analysis.tokens[head].head
    return preposition(analysis, head, grammar) in grammar.company
