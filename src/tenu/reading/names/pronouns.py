"""Whom a pronoun takes up, and whom a plural takes together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tenu.reading.analysis import Token
from tenu.reading.names.atoms import ATOM, fold
from tenu.reading.names.mention import Entity, Mention, MentionKind

if TYPE_CHECKING:
    from tenu.reading.names.resolve import Names

MEMORY = 4
"""How many sentences back a pronoun looks."""

PERSONAL = (MentionKind.PERSON, MentionKind.OFFICE)
THINGS = (MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.GOVERNMENT)
DUAL = frozenset({"two", "both", "deux"})


def antecedent(names: Names, sentence: int, start: int, kind: str) -> Entity | None:
    """Give the entity that a pronoun takes up: the nearest sentence's subject first, then whoever else fits."""
    if kind in ("1", "1p"):
        return _first_person(names, kind)
    if kind == "p":
        return _plural(names, sentence, start)
    reach = range(sentence, max(-1, sentence - MEMORY), -1)
    for index in reach:
        subject = _subject(names, index, start, kind)
        if subject is not None:
            return subject if subject.named or index >= sentence - 1 else None
        people = [m for m in _before(names, index, start) if m.kind in PERSONAL and _fits(names, m, kind)]
        if people:
            return names.entity_of(people[0])
    things = [m for index in reach for m in _before(names, index, start) if m.kind in THINGS and _fits(names, m, kind)]
    return names.entity_of(things[0]) if things else None


def actor_before(names: Names, sentence: int, start: int, kind: str) -> Entity | None:
    """Give the nearest subject before who can act, past things: “The agenda is full. *He* has asked the mayor …”."""
    for index in range(sentence, max(-1, sentence - MEMORY), -1):
        for mention in reversed(_before(names, index, start)):
            if mention.kind in (*PERSONAL, *THINGS) and is_subject(names, mention) and _fits(names, mention, kind):
                return names.entity_of(mention)
    return None


def _before(names: Names, index: int, start: int) -> list[Mention]:
    return [m for m in names.in_sentence(index) if m.end <= start]


def _subject(names: Names, index: int, start: int, kind: str) -> Entity | None:
    """Give whom the first fitting subject of a sentence names, itself perhaps a pronoun or an unnamed thing."""
    analysis = names.analyses[index]
    held = {m.head: m for m in _before(names, index, start) if is_subject(names, m)}
    for token in analysis.tokens:
        if token.start >= start:
            break
        mention = held.get(token.i)
        if mention is not None:
            if _fits(names, mention, kind):
                return names.entity_of(mention)
        elif token.relation == "nsubj":
            found = _unnamed_subject(names, index, token, kind)
            if found is not None:
                return found
    return None


def _unnamed_subject(names: Names, index: int, token: Token, kind: str) -> Entity | None:
    if token.upos == "PRON":
        same = names.words.pronouns.get(token.text.casefold().lstrip("-").removeprefix("t-")) == kind and kind in (
            "m",
            "f",
            "n",
        )
        return names.pronoun(index, token.i) if same else None
    if token.upos != "NOUN" or kind not in ("m", "f", "n") or token.feats.get("Number") == "Plur":
        return None
    agrees = names.words.language == "fr" and {"Masc": "m", "Fem": "f"}.get(token.feats.get("Gender", "")) == kind
    return _phrase_of(names, index, token) if agrees or kind == "n" else None


def _phrase_of(names: Names, index: int, token: Token) -> Entity:
    analysis = names.analyses[index]
    below = analysis.subtree(token.i)
    return names.describe(index, analysis.tokens[below[0]].start, analysis.tokens[below[-1]].end)


def _first_person(names: Names, kind: str) -> Entity | None:
    """Give whom “I” and “we” stand for: in a statement by one person that person and the publisher's country."""
    if kind == "1p" and names.voices:
        return _together(names, list(names.voices))
    title = names.analyses[0].text if names.analyses else ""
    if not names.words.own_voice.match(title):
        return None
    author = next((m for m in names.in_sentence(0) if m.kind is MentionKind.PERSON), None)
    if author is None:
        return None
    if kind == "1":
        return names.entity_of(author)
    if names.country is None:
        return None
    return names.state(names.country)


def _fits(names: Names, mention: Mention, kind: str) -> bool:
    entity = names.entity_of(mention)
    if entity is None:
        return False
    if mention.kind in PERSONAL:
        return (kind != "n" and entity.gender in (kind, "")) or kind == ""
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
        return names.in_sentence(mention.sentence)[0].start >= mention.start
    token = tokens[mention.head]
    while (
        token.relation in ("flat", "appos", "compound", "conj") and token.head != token.i and token.relation != "conj"
    ):
        token = tokens[token.head]
    return token.relation == "nsubj"


def _plural(names: Names, sentence: int, start: int) -> Entity | None:
    """Give whom “they” takes up: a plural subject, or the people whom the nearest sentence brings together.

    Two who were told by name go before a thing in the plural: “efforts were discussed. *They* agreed …”.
    """
    thing: Entity | None = None
    for index in range(sentence, max(-1, sentence - MEMORY), -1):
        found = _plural_subject(names, index, start)
        if found is not None and (found.members or found.kind is not MentionKind.NAME or found.named):
            return found
        thing = thing or found
        people = _distinct(names, [m for m in _before(names, index, start) if m.kind in PERSONAL])
        if len(people) >= 2:
            return _together(names, _title_pair(names, people) or people[:2])
    return thing


def _plural_subject(names: Names, index: int, start: int) -> Entity | None:
    analysis = names.analyses[index]
    for token in analysis.tokens:
        if token.start >= start:
            return None
        if token.relation != "nsubj" or token.upos not in ("NOUN", "PROPN", "PRON"):
            continue
        joined = [token.i, *(i for i in analysis.children(token.i) if analysis.tokens[i].relation == "conj")]
        held = [m for m in _before(names, index, start) if m.head in joined and m.kind is not MentionKind.ADJECTIVE]
        everybody = _distinct(names, held)
        if len(joined) > 1 and len(everybody) > 1:
            return _together(names, everybody)
        if token.upos == "PRON" and names.words.pronouns.get(token.text.casefold()) == "p":
            return names.pronoun(index, token.i)
        if token.upos == "NOUN" and token.feats.get("Number") == "Plur":
            return _phrase_of(names, index, token)
    return None


def _title_pair(names: Names, people: list[Entity]) -> list[Entity]:
    """Give the two whom the title brings together, where both are among some people."""
    titled = _distinct(names, [m for m in names.in_sentence(0) if m.kind in PERSONAL])
    return titled if len(titled) == 2 and all(e.name in {p.name for p in people} for e in titled) else []


def _distinct(names: Names, mentions: list[Mention]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for mention in mentions:
        entity = names.entity_of(mention)
        if entity is not None and entity.named:
            found.setdefault(entity.name, entity)
    return list(found.values())


def _together(names: Names, people: list[Entity]) -> Entity:
    link = " et " if names.words.language == "fr" else " and "
    return Entity(link.join(e.name for e in people), MentionKind.GROUP, named=False, members=tuple(people))


def partners(names: Names, sentence: int, start: int, phrase: str) -> tuple[Entity, ...]:
    """Give the two whom “the two leaders”, “les deux pays” takes together, where the sentences before name just two."""
    atoms = [fold(word) for word in ATOM.findall(phrase)]
    if not DUAL & set(atoms[:2]):
        return ()
    wanted = (MentionKind.COUNTRY,) if {"countries", "pays", "nations", "etats", "states"} & set(atoms) else PERSONAL
    for index in range(sentence, -1, -1):
        before = [m for m in names.in_sentence(index) if m.end <= start and m.kind in wanted]
        pair = _distinct(names, before)
        if len(pair) == 2:
            return tuple(pair)
        if len(pair) > 2:
            return tuple(_title_pair(names, pair))
    return ()
