"""Whom a pronoun takes up, and whom a plural takes together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tenu.reading.analysis import Token
from tenu.reading.cldr import territories
from tenu.reading.names.atoms import ATOM, fold
from tenu.reading.names.mention import Entity, Mention, MentionKind

if TYPE_CHECKING:
    from tenu.reading.names.resolve import Names

MEMORY = 4
"""How many sentences back a pronoun looks."""

PERSONAL = (MentionKind.PERSON, MentionKind.OFFICE)
THINGS = (MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.GOVERNMENT)
DUAL = frozenset({"two", "both", "deux"})


def antecedent(names: Names, sentence: int, start: int, kind: str, word: Token) -> Entity | None:
    """Give the entity that a pronoun takes up: the nearest sentence's subject first, then whoever else fits."""
    if kind in ("1", "1p"):
        return _first_person(names, kind)
    if kind == "p":
        return _plural(names, sentence, start, word)
    for index in range(sentence, max(-1, sentence - MEMORY), -1):
        fitting = [m for m in names._by_sentence[index] if m.end <= start and _fits(names, m, kind)]
        subjects = [m for m in fitting if is_subject(names, m)]
        for mention in subjects[:1] or _first_distinct(names, fitting):
            return names._entities[mention.start, mention.end]
    return None


def _first_person(names: Names, kind: str) -> Entity | None:
    """Give whom “I” and “we” stand for in a statement by one person: that person, and the publisher's country."""
    title = names.analyses[0].text if names.analyses else ""
    if not names.words.own_voice.match(title):
        return None
    author = next((m for m in names._by_sentence[0] if m.kind is MentionKind.PERSON), None)
    if author is None:
        return None
    if kind == "1":
        return names._entities.get((author.start, author.end))
    if names.country is None:
        return None
    told = next((e for e in names.entities if e.kind is MentionKind.COUNTRY and e.iso == names.country), None)
    return told or Entity(_in_words(names), MentionKind.COUNTRY, names.country, f"country/{names.country}")


def _in_words(names: Names) -> str:
    territory = territories()[names.country or ""]
    return territory.fr if names.words.language == "fr" else territory.en


def _first_distinct(names: Names, mentions: list[Mention]) -> list[Mention]:
    """Give the mention to take where none is a subject: the only one, or the first, which stands highest."""
    persons = [m for m in mentions if m.kind in PERSONAL]
    return (persons or mentions)[:1]


def _fits(names: Names, mention: Mention, kind: str) -> bool:
    entity = names._entities.get((mention.start, mention.end))
    if entity is None:
        return False
    if mention.kind in PERSONAL:
        return kind != "n" and entity.gender in (kind, "") or kind == ""
    if mention.kind in THINGS:
        if names.words.language == "en":
            return kind == "n"
        return kind == "" or _grammatical(names, mention) == kind
    return False


def _grammatical(names: Names, mention: Mention) -> str:
    """Give the grammatical gender of a French name, from its article or its noun."""
    analysis = names.analyses[mention.sentence]
    before = analysis.text[max(0, mention.start - analysis.start - 6) : mention.start - analysis.start].casefold()
    if re.search(r"(?:^|\s)(?:la|une|sa|cette)\s$", before):
        return "f"
    if re.search(r"(?:^|\s)(?:le|un|son|du|au|ce)\s$", before):
        return "m"
    told = analysis.tokens[mention.head].feats.get("Gender", "") if analysis.tokens else ""
    return {"Masc": "m", "Fem": "f"}.get(told, "m" if mention.kind is MentionKind.ORGANISATION else "")


def is_subject(names: Names, mention: Mention) -> bool:
    """Tell whether a mention heads a subject; without a parse, the first of its sentence does."""
    tokens = names.analyses[mention.sentence].tokens
    if not tokens or all(t.deprel in ("", "dep", "root") for t in tokens):
        return names._by_sentence[mention.sentence][0].start >= mention.start
    token = tokens[mention.head]
    while token.relation in ("flat", "appos", "compound", "conj") and token.head != token.i and token.relation != "conj":
        token = tokens[token.head]
    return token.relation == "nsubj"


def _plural(names: Names, sentence: int, start: int, word: Token) -> Entity | None:
    for index in range(sentence, max(-1, sentence - MEMORY), -1):
        before = [m for m in names._by_sentence[index] if m.end <= start]
        people = _distinct(names, [m for m in before if m.kind in PERSONAL])
        if len(people) >= 2 and index < sentence or len(people) == 2:
            return _together(people)
        group = next((m for m in before if m.kind is MentionKind.GROUP and is_subject(names, m)), None)
        if group is not None:
            return names.describe(index, group.start, group.end)
    return None


def _distinct(names: Names, mentions: list[Mention]) -> list[Entity]:
    found = {}
    for mention in mentions:
        entity = names._entities.get((mention.start, mention.end))
        if entity is not None and entity.named:
            found.setdefault(entity.name, entity)
    return list(found.values())


def _together(people: list[Entity]) -> Entity:
    conjunction = " and "
    return Entity(conjunction.join(e.name for e in people), MentionKind.GROUP, named=False, members=tuple(people))


def partners(names: Names, sentence: int, start: int, phrase: str) -> tuple[Entity, ...]:
    """Give the two whom “the two leaders”, “les deux pays” takes together, where the sentences before name just two."""
    atoms = [fold(word) for word in ATOM.findall(phrase)]
    if not DUAL & set(atoms[:2]):
        return ()
    wanted = (MentionKind.COUNTRY,) if {"countries", "pays", "nations", "etats", "states"} & set(atoms) else PERSONAL
    for index in range(sentence, -1, -1):
        before = [m for m in names._by_sentence[index] if m.end <= start and m.kind in wanted]
        pair = _distinct(names, before)
        if len(pair) == 2:
            return tuple(pair)
    return ()
