"""From candidates to drafts: who, what, when and where are worked out for each sentence of a document."""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.claims.actors import actors_of, is_by_nobody, without_own_gifts
from tenu.reading.claims.aims import without_aims
from tenu.reading.claims.coordination import joined
from tenu.reading.claims.deeds import deed_of
from tenu.reading.claims.doubles import without_doubles
from tenu.reading.claims.draft import Draft
from tenu.reading.claims.evidence import evidence_of
from tenu.reading.claims.helping import help_told
from tenu.reading.claims.hopes import without_hopes
from tenu.reading.claims.hosts import by_its_holder, hosts_of
from tenu.reading.claims.items import item_of
from tenu.reading.claims.namesakes import without_namesakes
from tenu.reading.claims.otherside import other_side
from tenu.reading.claims.places import places_of
from tenu.reading.claims.purposes import without_purposes
from tenu.reading.claims.recipients import recipients_of
from tenu.reading.claims.resuming import is_known, is_resumed
from tenu.reading.claims.sameness import key
from tenu.reading.claims.sentence import Sentence
from tenu.reading.claims.splitting import split
from tenu.reading.claims.standing import status_of
from tenu.reading.claims.timing import times_of
from tenu.reading.claims.whereabouts import names_a_place
from tenu.reading.claims.who import Who
from tenu.reading.frames.frame import Mood
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.matching import Candidate, NearMiss
from tenu.reading.frames.prepositions import examples
from tenu.reading.language import Language
from tenu.reading.names import MentionKind
from tenu.reading.times import Role as TimeRole
from tenu.reading.times import Time, TimeType
from tenu.record import Kind, Role, Unread

_EVENTS = frozenset({MentionKind.ORGANISATION, MentionKind.NAME})
_YEAR = len("2025")
_OPEN = frozenset({Kind.PLEDGE, Kind.NEED})  # what was promised or needed may be of a later day than its words
_GIVING = frozenset({Kind.PLEDGE, Kind.DELIVERY})


def propose(
    sentence: Sentence, language: Language, who: Who, published: str | None, misses: list[NearMiss] | None = None
) -> list[Draft]:
    """Give a draft for each candidate of a sentence, and put near misses into `misses`."""
    found = language.frames.candidates(sentence.analysis, who, misses)
    found = without_doubles(found, sentence.analysis, language.lexicon.nouns["meeting"])
    found = without_aims(without_hopes(found, sentence.analysis), sentence.analysis)
    found = without_namesakes(without_purposes(found, sentence.analysis), sentence.analysis, who)
    found = joined(found, sentence.analysis)
    drafts = [
        (one.frame, draft_of(one, sentence, language, who, published))
        for candidate in found
        for one in split(candidate, sentence.analysis, sentence.times, language)
    ]
    return [draft for frame, draft in drafts if draft.items or not frame.needs_item]


def draft_of(candidate: Candidate, sentence: Sentence, language: Language, who: Who, published: str | None) -> Draft:
    """Work out the parts of one candidate."""
    analysis = sentence.analysis
    candidate = _with_examples(candidate, analysis, language.grammar)
    times = times_of(candidate, analysis, sentence.times, language)
    draft = Draft(
        kind=candidate.kind,
        rule=f"{language.code}: {candidate.frame.name}",
        evidence=evidence_of(candidate, analysis, times),
        order=sentence.order,
        weak=candidate.frame.weak,
        adds=candidate.frame.adds,
        title=sentence.title or sentence.heading,
        bare=not candidate.carried,
        trip=candidate.frame.trip,
        besides=_is_besides(candidate, analysis, language),
        known=is_known(candidate, analysis),
        resumed=is_resumed(candidate, analysis),
    )
    timed = {token.i for time in sentence.times for token in analysis.within(time.start, time.end)}
    timed -= {token.i for sum_ in sentence.amounts for token in analysis.within(sum_.start, sum_.end)}
    actors = [(role, head) for role, head in candidate.actors if head not in timed]
    actors += [
        (Role.RECIPIENT, head) for head in recipients_of(candidate, analysis, language, who) if head not in timed
    ]
    draft.actors = actors_of(actors, analysis, language, who, alone=candidate.alone is not None)
    draft.by_nobody = is_by_nobody(candidate, analysis, language, who)
    draft.actors = [by_its_holder(a, candidate, analysis, who) for a in without_own_gifts(draft.actors)]
    draft.met = _met(draft, candidate, analysis)
    known = {actor.name for actor in draft.actors}
    draft.actors += [host for host in hosts_of(candidate, analysis, language, who) if host.name not in known]
    other = other_side(candidate, analysis, language.grammar, who)
    draft.actors += [other] if other is not None else []
    _add_items(draft, candidate, actors, sentence, timed, language)
    draft.since = any(time.role is TimeRole.SINCE for time in times)
    time = _add_times(draft, [one for one in times if _may_be_then(candidate, one, published)])
    if draft.kind is Kind.MEETING and candidate.stance.mood is Mood.PRESENT and _is_usual(draft, times):
        draft.weak = True  # “the council meets every year” tells of no one meeting
    if _is_general(draft, candidate) or (draft.title and not candidate.carried and draft.kind in _GIVING):
        draft.weak = True
    draft.event = _event(candidate, analysis, who)
    draft.where = places_of(candidate, sentence, language, who)
    draft.elsewhere = names_a_place(analysis, language, who)
    first = time.earliest.isoformat() if time and time.earliest else None
    last = time.latest.isoformat() if time and time.latest else None
    draft.status = candidate.frame.status or status_of(candidate.kind, candidate.stance, first, last, published)
    return draft


def _may_be_then(candidate: Candidate, time: Time, published: str | None) -> bool:
    """Tell whether a clause's tense allows a time: nobody *will travel* in a year that is over.

    A noun stands outside of its verb's tense, and what a frame knows to be planned too: they *have agreed* on a
    meeting in May, he *announced* that one will be held.
    """
    if published is None or time.earliest is None or time.latest is None:
        return True
    if candidate.trigger != candidate.clause or candidate.frame.status is not None:
        return True
    if time.role in {TimeRole.BY, TimeRole.BEFORE}:
        return True  # they *have asked* for a draft *by* May
    if candidate.stance.mood is Mood.FUTURE:
        return time.latest.isoformat()[: len(published)] >= published
    past = candidate.stance.mood is Mood.PAST and candidate.kind not in _OPEN
    return not past or time.earliest.isoformat()[: len(published)] <= published


def _is_general(draft: Draft, candidate: Candidate) -> bool:
    """Tell whether a noun speaks of meetings at large: *exchanges between states* name nobody and no day."""
    named = any(word[:1].isupper() for actor in draft.actors for word in actor.name.split())
    return draft.kind is Kind.MEETING and not candidate.carried and not named and draft.when is None


def _is_besides(candidate: Candidate, analysis: Analysis, language: Language) -> bool:
    """Tell whether a word such as *also* says that this comes on top of what was told before."""
    words = {analysis.tokens[c].lemma.lower() for c in analysis.children(candidate.clause)}
    return bool(words & language.lexicon.moods["besides"])


def _met(draft: Draft, candidate: Candidate, analysis: Analysis) -> frozenset[str]:
    """Give those of a meeting's actors who are told behind its word: met *with the mayor*."""
    behind = analysis.tokens[candidate.trigger].end
    return frozenset(key(a) for a in draft.actors if a.role is Role.PARTICIPANT and a.start >= behind)


def _is_usual(draft: Draft, times: Sequence[Time]) -> bool:
    """Tell whether a meeting is told of as a habit: every year, since 2006."""
    since = any(time.role is TimeRole.SINCE and len(time.value or "") == _YEAR for time in times)
    return bool(draft.recurs) or (since and not draft.when)


def _event(candidate: Candidate, analysis: Analysis, who: Who) -> str | None:
    """Give the name of what takes place, where capitals name it: took part in the *Oslo Energy Forum*."""
    for head in (candidate.trigger, *candidate.occasions):
        mention = who.mention(analysis, head)
        entity = who.named(mention) if mention is not None and mention.kind in _EVENTS else None
        if entity is not None and entity.named and " " in entity.name:
            return entity.name
    return None


def _add_items(
    draft: Draft,
    candidate: Candidate,
    actors: Sequence[tuple[Role, int]],
    sentence: Sentence,
    timed: set[int],
    language: Language,
) -> None:
    """Name each item by its own words, without those that name an actor or a time."""
    analysis = sentence.analysis
    apart = {i for role, head in actors if role is Role.RECIPIENT for i in analysis.subtree(head)}
    apart |= timed | {candidate.clause}
    for head in candidate.items:
        deed = deed_of(candidate, head, analysis, language.lexicon, language.grammar)
        if head in timed or (deed is None and any(head == other for _, other in actors)):
            continue
        found = item_of(analysis, head, sentence.amounts, language.grammar, apart, deed)
        if found is not None and found[0].name not in {item.name for item in draft.items}:
            draft.items.append(found[0])
            draft.unread.extend(found[1])
    if not draft.items and draft.kind in _GIVING:
        draft.items.extend(help_told(candidate, actors, analysis, sentence.amounts))


def _with_examples(candidate: Candidate, analysis: Analysis, grammar: Grammar) -> Candidate:
    """Tell what is given with its examples too: *equipment, including* radars."""
    if candidate.kind not in _GIVING:
        return candidate
    named = [one for head in candidate.items for one in (head, *examples(analysis, head, grammar, beside=True))]
    return replace(candidate, items=tuple(dict.fromkeys(named)))


def _add_times(draft: Draft, times: Sequence[Time]) -> Time | None:
    """Put each time of the event where it belongs, and give the one that says when it takes place."""
    chosen = None
    for time in times:
        if time.type is TimeType.SET:
            draft.recurs = draft.recurs or time.value
        elif time.type is TimeType.DURATION or time.role in {TimeRole.SINCE, TimeRole.UNTIL}:
            continue
        elif time.value is None:
            draft.unread.append(Unread(time.words, time.start, time.end, time.reason or "the day cannot be worked out"))
        elif time.role in {TimeRole.BY, TimeRole.BEFORE}:
            draft.by, draft.by_words = draft.by or time.value, draft.by_words or time.words
        elif chosen is None:
            chosen, draft.when, draft.when_words = time, time.value, time.words
    return chosen
