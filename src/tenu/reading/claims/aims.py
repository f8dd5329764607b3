"""What is no act of its own: what something else is done for, what nobody may do, which thing is meant."""

from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.frames.frame import Mood
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_ACTS = frozenset({Kind.DECISION, Kind.AGREEMENT, Kind.DELIVERY})


def without_aims(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Leave out the acts that are only aimed at, and those that a participle takes for known."""
    return [one for one in candidates if not (_is_aim(one, analysis) or _is_known(one))]


def _is_aim(act: Candidate, analysis: Analysis) -> bool:
    """Tell whether an act is only what something else is done for: “meets *to define* priorities”."""
    if act.stance.mood is not Mood.WISHED:
        return False
    if act.stance.denied and act.kind in _ACTS:
        return True  # “cannot join an alliance” tells a rule, not what was done or left
    token = analysis.tokens[act.clause]
    purpose = token.feats.get("VerbForm") == "Inf" and token.deprel.startswith("advcl")
    return (purpose and act.kind is Kind.DECISION) or (act.kind in _ACTS and not act.carried)


def _is_known(act: Candidate) -> bool:
    """Tell whether a participle only says which one is meant: “the *revised* ordinance on water”."""
    return act.kind is Kind.DECISION and act.stance.state and not act.actors
