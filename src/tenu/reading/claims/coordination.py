"""Several verbs of one promise are one promise: “will support the region, rebuild the bridge *and* train nurses”."""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_ONE = frozenset({Kind.PLEDGE, Kind.ACTIVITY, Kind.NEED})


def joined(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Make one candidate of those that coordinated verbs make with the same actors in the same mood."""
    kept: list[Candidate] = []
    for one in candidates:
        place = next((i for i, first in enumerate(kept) if _continues(one, first, analysis)), None)
        if place is None:
            kept.append(one)
        else:
            first = kept[place]
            more = tuple(item for item in one.items if item not in first.items)
            kept[place] = replace(first, items=first.items + more)
    return kept


def _continues(one: Candidate, first: Candidate, analysis: Analysis) -> bool:
    if one.kind is not first.kind or one.kind not in _ONE or one.frame.weak or one.stance != first.stance:
        return False
    token = analysis.tokens[one.clause]
    coordinated = token.deprel.startswith("conj") and first.clause in list(analysis.ancestors(one.clause))
    return coordinated and bool(first.actors) and set(one.actors) == set(first.actors)
