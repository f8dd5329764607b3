"""What a gift is for is no gift of its own: “will provide CHF 20 million *to finance* projects” is one pledge."""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.record import Kind

_GIVING = frozenset({Kind.PLEDGE, Kind.DELIVERY})


def without_purposes(candidates: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Leave out what only says the purpose of a gift or describes its goods; the givers that it names join the gift."""
    kept: list[Candidate] = []
    inside: dict[int, list[Candidate]] = {}
    for one in candidates:
        gifts = [
            g
            for g in candidates
            if g is not one and g.kind in _GIVING and not g.frame.weak and g.trigger != one.trigger
        ]
        if any(_is_purpose(one, gift, analysis) for gift in gifts):
            continue
        home = next((g for g in gifts if one.kind in _GIVING and _describes_goods(one, g, analysis)), None)
        if home is None:
            kept.append(one)
        else:
            inside.setdefault(home.trigger, []).append(one)
    return [_with_givers(one, inside.get(one.trigger, ())) for one in kept]


def _is_purpose(one: Candidate, gift: Candidate, analysis: Analysis) -> bool:
    token = analysis.tokens[one.clause]
    if token.feats.get("VerbForm") != "Inf" or not token.deprel.startswith(("advcl", "acl")):
        return False
    return gift.clause in list(analysis.ancestors(one.clause))[:2] or token.head in gift.items


def _describes_goods(one: Candidate, gift: Candidate, analysis: Analysis) -> bool:
    """Tell whether a clause hangs on the goods of another gift: “batteries *donated by* Germany”."""
    if not analysis.tokens[one.clause].deprel.startswith("acl"):
        return False
    above = set(analysis.ancestors(one.clause))
    return any(item in above for item in gift.items)


def _with_givers(gift: Candidate, described: Sequence[Candidate]) -> Candidate:
    if gift.kind not in _GIVING:
        return gift
    known = {head for _, head in gift.actors}
    more = tuple(actor for one in described for actor in one.actors if actor[1] not in known)
    return replace(gift, actors=gift.actors + more) if more else gift
