"""Which of a sentence's times belongs to which event: the one that hangs on its word, else on the verb above it."""

import re
from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.attaching import takes_place
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.frames.prepositions import led_in
from tenu.reading.language import Language
from tenu.reading.times import Role, Time, TimeType
from tenu.record import Kind

_ABOUT_TEXTS = frozenset({Kind.DECISION, Kind.AGREEMENT})
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
_BEFORE_A_NOUN = frozenset({"nummod", "compound"})
_REACH = 3  # heads between a verb and the one whose time it shares
_FAR = 9  # more than any time that hangs on the event itself
_NEXT = 3  # tokens: a time so close behind a word belongs to it, whatever the parser hung it on


def times_of(candidate: Candidate, analysis: Analysis, times: Sequence[Time], language: Language) -> list[Time]:
    """Give the times that belong to a candidate, the nearest first.

    Where none hangs on it, the only time of the sentence serves its main clause, and one right behind its word.
    """
    times = [time for time in times if not _names_a_thing(candidate, analysis, time)]
    anchors = dict.fromkeys(taking_place(candidate, analysis, language), 0)
    anchors |= {candidate.clause: 2, candidate.trigger: 1}
    if candidate.alone is not None:
        return _of_one_met(candidate.alone, analysis, times)
    ranked = [
        (distance, time)
        for time in times
        if (distance := _distance(analysis, time, anchors, candidate.clause)) is not None
    ]
    if ranked:
        return _exact_first([time for _, time in sorted(ranked, key=lambda row: (row[0], row[1].start))])
    return _only_one(candidate, analysis, times) or _right_behind(candidate, analysis, times)


def _exact_first(times: list[Time]) -> list[Time]:
    """Put the day before the year that only names what takes place then: the *2014* forum, on *Friday*."""
    year = times[0].value or ""
    if not (year.isdigit() and any(time.value and time.value.startswith(f"{year}-") for time in times[1:])):
        return times
    return sorted(times, key=lambda time: not (time.value or "").startswith(f"{year}-"))


def _names_a_thing(candidate: Candidate, analysis: Analysis, time: Time) -> bool:
    """Tell whether years only say which text a decision is about: the report *2018*, the strategy *for 2026–2029*.

    In English they stand before the noun too, where no preposition does: approved the *2018* report.
    """
    if candidate.kind not in _ABOUT_TEXTS or time.value is None or not _YEARS.fullmatch(time.value):
        return False
    inside = analysis.within(time.start, time.end)[:1]
    above = {i for token in inside for i in analysis.ancestors(token.i)}
    before = analysis.text[: time.start - analysis.start].split()[-1:]
    behind = any(head in above and head < inside[0].i for head in candidate.items)
    within = bool(inside) and inside[0].deprel in _BEFORE_A_NOUN and any(head in above for head in candidate.items)
    return (behind or within) and before not in (["in"], ["en"])


def taking_place(candidate: Candidate, analysis: Analysis, language: Language) -> list[int]:
    """Find the verb that says when the thing itself is: take part in an exercise *that will be held* in spring."""
    lexicon = language.lexicon
    return [
        child
        for head in {*candidate.items, *candidate.occasions, candidate.trigger, *_within(candidate, analysis, language)}
        for child in (*analysis.children(head), *_led_on(analysis, head))
        if analysis.tokens[child].deprel.startswith(("acl", "advcl")) and takes_place(analysis, child, lexicon)
    ]


def _within(candidate: Candidate, analysis: Analysis, language: Language) -> list[int]:
    """Give the meeting in which another one is: received him *during a visit* that took place in Turku."""
    if candidate.kind is not Kind.MEETING:
        return []
    beside = (led_in(analysis, child, language.grammar) for child in analysis.children(candidate.clause))
    meetings = language.lexicon.nouns["meeting"]
    return [i for word, i in beside if word in language.grammar.during and analysis.tokens[i].lemma.lower() in meetings]


def _led_on(analysis: Analysis, head: int) -> list[int]:
    """Give the infinitive right behind a noun, which a parser may hang on the verb: the forum *to be held* in Oslo."""
    after = analysis.tokens[head + 1 : head + 4]
    return [
        t.i for t in after if t.deprel == "advcl" and t.upos == "VERB" and t.feats.get("VerbForm") in {"Inf", "Part"}
    ]


def _of_one_met(alone: int, analysis: Analysis, times: Sequence[Time]) -> list[Time]:
    """Give the first time behind the one with whom a meeting is that was split from others."""
    start = analysis.tokens[alone].start
    return sorted((t for t in times if t.start > start), key=lambda t: t.start)[:1] or list(times[:1])


def _distance(analysis: Analysis, time: Time, anchors: dict[int, int], clause: int) -> int | None:
    """Tell how far a time hangs from an event, in steps up the tree; None where it belongs to another verb."""
    tokens = analysis.within(time.start, time.end)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    top = next((token.i for token in tokens if token.head not in inside or token.head == token.i), tokens[0].i)
    for steps, above in enumerate((top, *analysis.ancestors(top))):
        if above in anchors:
            return steps + anchors[above]
        if analysis.tokens[above].upos in VERBAL and above not in inside:
            return _reaches_down(analysis, above, clause, time)
    return None


def _reaches_down(analysis: Analysis, verb: int, clause: int, time: Time) -> int | None:
    """Let a time on a governing verb serve the infinitive below it, or the verb that is coordinated with it."""
    if verb not in list(analysis.ancestors(clause))[:_REACH]:
        return None
    relation = analysis.tokens[clause].deprel
    opens = time.end <= analysis.tokens[verb].start
    return _FAR if relation.startswith("xcomp") or (relation.startswith("conj") and opens) else None


def _only_one(candidate: Candidate, analysis: Analysis, times: Sequence[Time]) -> list[Time]:
    told = [t for t in times if t.type in {TimeType.DATE, TimeType.TIME} and t.role is not Role.SINCE]
    return told if len(told) == 1 and candidate.clause == analysis.root and not _aside(analysis, told[0]) else []


def _aside(analysis: Analysis, time: Time) -> bool:
    """Tell whether a time stands in a clause of its own: results *that are due in May*, *Peru chairing in May*."""
    inside = analysis.within(time.start, time.end)[:1]
    above = [i for token in inside for i in (token.i, *analysis.ancestors(token.i))]
    return any(analysis.tokens[i].deprel == "acl:relcl" or _has_own_subject(analysis, i) for i in above)


def _has_own_subject(analysis: Analysis, i: int) -> bool:
    """Tell whether a word below the root heads a clause with a subject of its own."""
    subjects = (c for c in analysis.children(i) if analysis.tokens[c].deprel.startswith("nsubj"))
    return i != analysis.root and any(subjects)


def _right_behind(candidate: Candidate, analysis: Analysis, times: Sequence[Time]) -> list[Time]:
    end = analysis.tokens[min(candidate.clause + _NEXT, len(analysis.tokens) - 1)].end
    return [t for t in times if analysis.tokens[candidate.clause].end <= t.start <= end][:1]
