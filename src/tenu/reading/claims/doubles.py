"""What one sentence tells twice is told once: by the verb, not by its noun too; by the kind that says more."""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.frames.frame import WordClass
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL
from tenu.record import Kind

_INSIDE = ("xcomp", "ccomp", "conj", "acl")  # what a verb's clause of content hangs on it by


def without_doubles(candidates: Sequence[Candidate], analysis: Analysis, meetings: frozenset[str]) -> list[Candidate]:
    """Leave out what another candidate of the sentence tells; `meetings` are a language’s nouns for meetings."""
    candidates = _with_holders(candidates, analysis)
    strong = [one for one in candidates if not one.frame.weak]
    met = {i for one in strong if one.kind is Kind.MEETING for i in _met(one, analysis, meetings)}
    return [
        _with_all_told(one, strong)
        for one in candidates
        if not (one.kind is Kind.ACTIVITY and met & {one.trigger, *one.items})
        and not any(
            _is_its_noun(one, other)
            or _is_said_again(one, other, analysis)
            or _is_agreed(one, other)
            or _is_decided_in(one, other, analysis)
            for other in strong
        )
    ]


def _with_holders(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Leave out verbs that only say that a meeting is held, and give it whom they name: talks *that unite mayors*."""
    nouns = {i: one for one in candidates if not one.frame.weak for i in _held(one, analysis)}
    kept: dict[int, Candidate] = {id(one): one for one in candidates}
    for one in candidates:
        home = next((nouns[i] for i in _said_of(one, analysis) if i in nouns and nouns[i] is not one), None)
        if home is None or id(home) not in kept:
            continue
        del kept[id(one)]
        known = {head for _, head in kept[id(home)].actors} | set(_held(home, analysis))
        more = [actor for actor in one.actors if actor[1] not in known]
        kept[id(home)] = replace(kept[id(home)], actors=(*kept[id(home)].actors, *more))
    return list(kept.values())


def _held(meeting: Candidate, analysis: Analysis) -> list[int]:
    """Give the nouns by which a meeting is told."""
    words = (meeting.trigger, *meeting.occasions) if meeting.kind is Kind.MEETING else ()
    return [i for i in words if analysis.tokens[i].upos in {"NOUN", "PROPN"}]


def _said_of(one: Candidate, analysis: Analysis) -> list[int]:
    """Give the nouns of which a verb of meeting says something: those it describes, and those who do what it tells."""
    token = analysis.tokens[one.trigger]
    if one.kind is not Kind.MEETING or token.upos not in VERBAL:
        return []
    above = [token.head] if token.deprel.startswith("acl") else []
    subjects = [c for c in analysis.children(token.i) if analysis.tokens[c].deprel.startswith("nsubj")]
    return [*above, *subjects, *(head for _, head in one.actors)]


def _met(meeting: Candidate, analysis: Analysis, meetings: frozenset[str]) -> list[int]:
    """Give the words by which an effort is no more than this meeting: who attends the forum joins no programme."""
    words = (meeting.trigger, *meeting.occasions)
    return [i for i in words if analysis.tokens[i].upos in VERBAL or analysis.tokens[i].lemma.lower() in meetings]


def _is_its_noun(one: Candidate, other: Candidate) -> bool:
    """Tell whether a noun only names what its verb tells already: *imposed* new *sanctions*."""
    noun = one.frame.word_class is WordClass.NOUNS and one.carried
    return noun and one.kind is other.kind and one.clause == other.trigger and one.trigger in other.items


def _is_said_again(one: Candidate, other: Candidate, analysis: Analysis) -> bool:
    """Tell whether a verb's object is only described: will hold its *exercise* Long Dyke, an *exercise* in rescue."""
    noun, before = analysis.tokens[one.trigger], analysis.tokens[other.trigger]
    behind = one.kind is other.kind and one.carried and one.clause == other.clause and before.i < noun.i
    return behind and (noun.lemma, noun.deprel, noun.head) == (before.lemma, "obj", before.head)


def _with_all_told(one: Candidate, others: Sequence[Candidate]) -> Candidate:
    """Add those whom only the verb's noun names: runs *programmes with Peru*."""
    heads, roles = {head for _, head in one.actors}, {role for role, _ in one.actors}
    said = (actor for noun in others if _is_its_noun(noun, one) for actor in noun.actors)
    more = [(role, head) for role, head in said if role not in roles and head not in heads]
    return replace(one, actors=(*one.actors, *more)) if more else one


def _is_decided_in(one: Candidate, other: Candidate, analysis: Analysis) -> bool:
    """Tell whether a decision only says what another one is about: decided *to take the measures that are needed*."""
    if one.kind is not Kind.DECISION or other.kind is not Kind.DECISION or one.clause == other.clause:
        return False
    i = one.clause
    while analysis.tokens[i].deprel.startswith(_INSIDE) and analysis.tokens[i].feats.get("VerbForm") == "Inf":
        i = analysis.tokens[i].head
        if i == other.trigger:
            return bool(other.items)
    return False


def _is_agreed(one: Candidate, other: Candidate) -> bool:
    """Tell whether a decision is an agreement: ministers who *adopt* a *declaration* agree on it."""
    kinds = (one.kind, other.kind) == (Kind.DECISION, Kind.AGREEMENT)
    return kinds and one.trigger == other.trigger and bool(set(one.items) & set(other.items))
