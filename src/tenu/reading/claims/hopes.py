"""Efforts that are none of their own: only hoped for, denied, or told as what a promise or a decision is about."""

from collections.abc import Iterator, Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.frames.frame import Mood
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_MADE = frozenset({Kind.PLEDGE, Kind.AGREEMENT})  # they are made, or they are not
_SETTLING = frozenset({Kind.DECISION, Kind.AGREEMENT, Kind.DELIVERY})


def without_hopes(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Leave out “the opportunity to work with …”, and of “committed to working with …” keep the promise alone.

    So of “decided to launch a programme” the decision.
    """
    strong = [one for one in candidates if not one.frame.weak]
    pledges = {one.trigger for one in strong if one.kind is Kind.PLEDGE}
    settled = {one.trigger for one in strong if one.kind in _SETTLING}
    told = [one for one in candidates if not _is_only_wished(one, analysis)]
    return [one for one in told if one.kind is not Kind.ACTIVITY or not _is_none(one, pledges, settled, analysis)]


def _is_only_wished(one: Candidate, analysis: Analysis) -> bool:
    """Tell whether a promise or an agreement is nothing but a purpose or a wish: “the need *to build* partnerships”."""
    if one.kind not in _MADE or one.stance.mood is not Mood.WISHED or one.frame.weak:
        return False
    helped = any(analysis.tokens[c].deprel.startswith("aux") for c in analysis.children(one.clause))
    return analysis.tokens[one.clause].feats.get("VerbForm") in {"Inf", "Ger", "Part"} and not helped


def _is_none(effort: Candidate, pledges: set[int], settled: set[int], analysis: Analysis) -> bool:
    if effort.stance.denied or effort.stance.mood is Mood.WISHED or _goes_on(effort, analysis):
        return True
    if settled & set(_governors(effort.trigger, analysis)):
        return True
    if effort.stance.mood is not Mood.UNDERTAKEN:
        return False
    above = set(analysis.ancestors(effort.trigger)) | set(analysis.ancestors(effort.clause))
    return bool(pledges & above)


def _goes_on(effort: Candidate, analysis: Analysis) -> bool:
    """Tell whether an effort only goes on what stands before it: “committed to provide aid *and to promote* peace”."""
    token = analysis.tokens[effort.clause]
    helped = any(analysis.tokens[c].deprel.startswith("aux") for c in analysis.children(token.i))
    loose = token.deprel.startswith("conj") and token.feats.get("VerbForm") in {"Inf", "Ger"}
    return loose and not helped and analysis.tokens[token.head].feats.get("VerbForm") == "Fin"


def _governors(i: int, analysis: Analysis) -> Iterator[int]:
    """Climb the words that govern one, up to a clause that tells something of its own: “a project *led by* Norway”."""
    for above in analysis.ancestors(i):
        if _tells_itself(i, analysis):
            return
        i = above
        yield above


def _tells_itself(i: int, analysis: Analysis) -> bool:
    token = analysis.tokens[i]
    form = token.feats.get("VerbForm")
    helped = any(analysis.tokens[c].deprel.startswith("aux") for c in analysis.children(i))
    return form == "Fin" or (form == "Part" and (helped or token.deprel.startswith("acl")))
