"""Efforts that are none yet: only hoped for, denied, or told as what a promise is about."""

from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.frames.frame import Mood
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind


def without_hopes(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Leave out “the opportunity to work with …”, and of “committed to working with …” keep the promise alone."""
    pledges = [one.trigger for one in candidates if one.kind is Kind.PLEDGE and not one.frame.weak]
    return [one for one in candidates if one.kind is not Kind.ACTIVITY or not _is_none(one, pledges, analysis)]


def _is_none(effort: Candidate, pledges: Sequence[int], analysis: Analysis) -> bool:
    if effort.stance.denied or effort.stance.mood is Mood.WISHED:
        return True
    if effort.stance.mood is not Mood.UNDERTAKEN:
        return False
    above = set(analysis.ancestors(effort.trigger)) | set(analysis.ancestors(effort.clause))
    return any(trigger in above for trigger in pledges)
