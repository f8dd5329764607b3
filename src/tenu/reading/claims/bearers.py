"""Who bears an office: *la secrétaire générale de l’Alliance des vallées,* Hélène Doravic."""

import re

from tenu.reading.frames.phrases import bounds, members
from tenu.reading.names import Entity, Mention, MentionKind, Names

_APPOSED = re.compile(r", (?:the |le |la |l’|l')?")  # between an office alone and who bears it
_BEFORE = re.compile(r"(?: \([^()]{2,12}\))?(?:[’']s?)? ")  # between a body and its officer
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.NAME})


def bearer(names: Names, sentence: int, head: int, office: Entity) -> Entity | None:
    """Give the person whom a phrase leads to that names none itself; `head` is the phrase's, in that sentence."""
    if office.named and office.kind is not MentionKind.OFFICE:
        return _officer(names, sentence, head) if office.kind in _BODIES else None
    if names.analyses[sentence].tokens[head].upos == "PROPN" and (officer := _officer(names, sentence, head)):
        return officer
    analysis = names.analyses[sentence]
    for child in analysis.children(head):
        if child > head and analysis.tokens[child].deprel in {"appos", "flat", "nmod"}:
            start, end = bounds(analysis, members(analysis, child))
            person = names.describe(sentence, start, end)
            if person.named and person.kind is MentionKind.PERSON and analysis.tokens[child].upos == "PROPN":
                return person
    return _apposed(names, sentence, head) if office.kind is MentionKind.OFFICE else None


def _apposed(names: Names, sentence: int, head: int) -> Entity | None:
    """Give the person named right behind an office alone: “his Norwegian counterpart, *the Prince Asa Lind*”."""
    analysis = names.analyses[sentence]
    token = analysis.tokens[head]
    around = names.in_sentence(sentence)
    end = max((m.end for m in around if m.kind is MentionKind.OFFICE and m.start <= token.start < m.end), default=None)
    person = next((m for m in around if end is not None and m.start >= end), None)
    if end is None or person is None or person.kind is not MentionKind.PERSON:
        return None
    between = analysis.text[end - analysis.start : person.start - analysis.start]
    return names.entity_of(person) if _APPOSED.fullmatch(between) else None


def _officer(names: Names, sentence: int, head: int) -> Entity | None:
    """Give the officer right behind a body or country: “Economic Council (EC) *Director Ann Roy*”, not the council."""
    analysis = names.analyses[sentence]
    token = analysis.tokens[head]
    around = names.in_sentence(sentence)
    end = max((m.end for m in around if m.start <= token.start < m.end), default=token.end)
    person = next((m for m in around if m.kind is MentionKind.PERSON and m.start >= end and _has_office(m)), None)
    if person is None:
        return None
    between = analysis.text[end - analysis.start : person.start - analysis.start]
    return names.entity_of(person) if _BEFORE.fullmatch(between) else None


def _has_office(person: Mention) -> bool:
    """Tell whether an office or a title stands before a person's name."""
    return person.name_start > person.start
