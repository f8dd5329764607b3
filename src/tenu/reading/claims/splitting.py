"""Talks with two persons, each on his own, are two meetings: told by a day for each, or by *separate*."""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.reading.language import Language
from tenu.reading.times import Time
from tenu.record import Kind, Role


def split(candidate: Candidate, analysis: Analysis, times: Sequence[Time], language: Language) -> list[Candidate]:
    """Give one candidate for each separate meeting, or the candidate alone."""
    if candidate.kind is not Kind.MEETING:
        return [candidate]
    after = [head for role, head in candidate.actors if head > candidate.trigger and role is Role.PARTICIPANT]
    if len(after) < 2 or not (_each_with_a_day(after, analysis, times) or _told_apart(candidate, analysis, language)):
        return [candidate]
    common = [actor for actor in candidate.actors if actor[1] not in after]
    return [replace(candidate, actors=(*common, (Role.PARTICIPANT, head)), alone=head) for head in after]


def _each_with_a_day(heads: Sequence[int], analysis: Analysis, times: Sequence[Time]) -> bool:
    """Tell whether a time stands behind each of those who are met: X *on Monday* and Y *on Tuesday*."""
    starts = [analysis.tokens[head].start for head in heads]
    ends = [*starts[1:], analysis.end]
    return all(any(start < time.start < end for time in times) for start, end in zip(starts, ends, strict=True))


def _told_apart(candidate: Candidate, analysis: Analysis, language: Language) -> bool:
    near = {candidate.trigger, candidate.clause}
    words = (analysis.tokens[c].text.lower() for anchor in near for c in analysis.children(anchor))
    return any(word in language.lexicon.moods["separately"] for word in words)
