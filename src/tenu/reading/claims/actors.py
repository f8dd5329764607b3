"""Who plays a part: each of those whom a frame's heads name, by the fullest name that the document gives."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.company import company
from tenu.reading.claims.who import Who
from tenu.reading.frames.arguments import arguments
from tenu.reading.frames.forms import is_past_participle
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import bounds
from tenu.reading.frames.prepositions import examples, preposition
from tenu.reading.language import Language
from tenu.reading.names import Entity, MentionKind
from tenu.record import Actor, Role

_LISTED = frozenset({MentionKind.PERSON, MentionKind.COUNTRY})
_GROUPS = frozenset({MentionKind.GROUP, MentionKind.NAME, MentionKind.ORGANISATION})
_OPENS = re.compile(r"[(:]")
_LEAD = 3  # words: *including the*, *such as*, *dont la*


def actors_of(
    heads: Sequence[tuple[Role, int]], analysis: Analysis, language: Language, who: Who, *, alone: bool = False
) -> list[Actor]:
    """Give each actor once in each role; with `alone`, those whom a list names beside one stay out."""
    found: dict[tuple[Role, str], Actor] = {}
    for role, head in heads:
        for one in (head, *examples(analysis, head, language.grammar), *_leading(analysis, head, language, who)):
            if _is_title(analysis, one, who) and any(known is role for known, _ in found):
                continue
            for actor in _actors(role, one, analysis, language, who):
                found.setdefault((role, actor.name), actor)
            for actor in _named_of(role, one, analysis, language, who):
                found.setdefault((role, actor.name), actor)
            for actor in () if alone else _beside(role, one, analysis, who):
                if not any(actor.name == name for _, name in found):
                    found[role, actor.name] = actor
    return list(found.values())


def _leading(analysis: Analysis, head: int, language: Language, who: Who) -> list[int]:
    """Give the persons by whom a group is led: a delegation *led by Minister Roy*."""
    chairs = language.lexicon.carriers["meeting"]
    led = [
        child
        for child in analysis.children(head)
        if is_past_participle(analysis.tokens[child]) and chairs.get(analysis.tokens[child].lemma) is Role.CHAIR
    ]
    return [leader for verb in led for leader in _named_behind(analysis, verb, language, who)]


def _named_behind(analysis: Analysis, verb: int, language: Language, who: Who) -> list[int]:
    """Give the last word of the person named at once behind a verb and *by*, whatever the parser hung it on."""
    by = analysis.tokens[verb + 1] if verb + 1 < len(analysis.tokens) else None
    if by is None or by.text.lower() not in language.grammar.agent:
        return []
    people = [m for m in who.mentions(analysis) if m.kind is MentionKind.PERSON and m.start == by.end + 1]
    return [analysis.within(mention.start, mention.end)[-1].i for mention in people]


def without_own_gifts(actors: Sequence[Actor]) -> list[Actor]:
    """Leave out a donor who is the one that receives, where others give: “we” who help Peru, Peru among us."""
    receivers = {actor.iso or actor.name for actor in actors if actor.role is Role.RECIPIENT}
    givers = [actor for actor in actors if actor.role is Role.DONOR]
    own = [actor for actor in givers if (actor.iso or actor.name) in receivers]
    return [actor for actor in actors if actor not in own or len(own) == len(givers)]


def is_by_nobody(candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> bool:
    """Tell whether no one who acts, by name, noun or pronoun, is the subject of what is done: “aid *was delivered*”."""
    subjects = (
        head
        for word in {candidate.trigger, candidate.clause}
        for head in arguments(analysis, word, language.grammar).subject
    )
    return not any(analysis.tokens[head].upos == "PRON" or who.may_act(analysis, head) for head in subjects)


def _actors(role: Role, head: int, analysis: Analysis, language: Language, who: Who) -> Iterator[Actor]:
    start, end = bounds(analysis, who.phrase(analysis, head))
    mention = who.mention(analysis, head)
    if mention is not None and mention.start <= start and end <= mention.end:  # “… Biden, Jr.” is one name
        start, end = mention.start, mention.end
    for entity in who.actors(analysis, head):
        stop = end if entity.named or entity.members else _where_place_begins(analysis, head, end, language, who)
        name = entity.name[: max(stop - end, -len(entity.name)) or None].rstrip(" ,") if stop < end else entity.name
        yield _actor(role, entity, start, end, analysis, name)


def _where_place_begins(analysis: Analysis, head: int, end: int, language: Language, who: Who) -> int:
    """Tell where a phrase that names nobody turns to where they were: “farmers from the coast | *in Oslo*”."""
    for i in analysis.subtree(head):
        token = analysis.tokens[i]
        if token.start <= analysis.tokens[head].start or token.end > end:
            continue
        site = who.is_town(analysis, i) or token.lemma.lower() in language.lexicon.nouns["place"]
        if site and preposition(analysis, i, language.grammar) in language.grammar.locative:
            return analysis.tokens[analysis.first(i)].start
    return end


def _named_of(role: Role, head: int, analysis: Analysis, language: Language, who: Who) -> Iterator[Actor]:
    """Give those whom a list names right behind a group: “41 states, *including Peru and Italy*”, “(*Peru, Italy*)”."""
    group = who.entity(analysis, head)
    if group.named and (group.kind not in _GROUPS or group.id is not None):
        return
    start, end = bounds(analysis, who.phrase(analysis, head))
    opened = _OPENS.search(analysis.text, start - analysis.start, end - analysis.start)
    end = analysis.start + opened.start() if opened else end
    mentions = who.mentions(analysis)
    first = next((m for m in mentions if m.start >= end and m.kind in _LISTED), None)
    if first is None or not _leads_to_list(
        analysis.text[end - analysis.start : first.start - analysis.start], language
    ):
        return
    for mention in (first, *company(first, mentions, analysis)):
        entity = who.named(mention)
        if entity is not None and entity.named and mention.start >= first.start:
            yield _actor(role, entity, mention.start, mention.end, analysis)


def _leads_to_list(between: str, language: Language) -> bool:
    """Tell whether words between a group and a name open a list: a bracket, a colon, *including*, *dont*."""
    words = between.strip(" ,–—").lower().replace("l’", "").replace("l'", "").split()
    return words in (["("], [":"]) or (0 < len(words) <= _LEAD and words[0] in language.grammar.examples)


def _beside(role: Role, head: int, analysis: Analysis, who: Who) -> Iterable[Actor]:
    """Give those who stand in one list with a person or a country, wherever the parser hung them."""
    mention = who.mention(analysis, head)
    if mention is None:
        return
    for other in company(mention, who.mentions(analysis), analysis):
        entity = who.named(other)
        if entity is not None and entity.named:
            yield _actor(role, entity, other.start, other.end, analysis)


def _actor(role: Role, entity: Entity, start: int, end: int, analysis: Analysis, name: str | None = None) -> Actor:
    words = analysis.text[start - analysis.start : end - analysis.start]
    return Actor(role, entity.name if name is None else name, words, start, end, id=entity.id, iso=entity.iso)


def _is_title(analysis: Analysis, head: int, who: Who) -> bool:
    """Tell whether a head is an office without an article: “Ms Roy, *Director* of Budget” is one person."""
    entity = who.entity(analysis, head)
    bare = all(analysis.tokens[c].upos != "DET" for c in analysis.children(head))
    return bare and entity.kind is MentionKind.OFFICE and not entity.named
