"""Whether the French and the English of one release are read alike.

Agreement is the share of the claims of either language that have a partner in the other: of the same kind, paired one
to one, and alike in when, in the actors that have a code or an id, in amounts of money and in counts. A slot that only
one of the two names does not count against them (`agree`); `strictly` it does: both must name the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from score.releases import claims_of, rows

from tenu.record import Claim, Kind

Slots = tuple[frozenset[object], ...]


def score(path: Path, every: int) -> dict[str, float]:
    """Read each so-manieth pair of a set in both languages, and give the figures."""
    pairs: dict[str, dict[str, dict[str, Any]]] = {}
    for row in rows(path):
        pairs.setdefault(row["pair_id"], {})[row["lang"]] = row
    chosen = [pair for pair in pairs.values() if len(pair) == 2][::every]
    loose = strict = of = 0
    for pair in chosen:
        french, english = claims_of(pair["fr"]), claims_of(pair["en"])
        of += len(french) + len(english)
        loose += 2 * partners(french, english, strictly=False)
        strict += 2 * partners(french, english, strictly=True)
    return {
        "pairs": len(chosen),
        "claims": of,
        "agree": round(loose / of, 3) if of else 0.0,
        "strictly": round(strict / of, 3) if of else 0.0,
    }


def partners(french: Sequence[Claim], english: Sequence[Claim], *, strictly: bool) -> int:
    """Count the pairs of claims that agree, one to one, those that share most slots first."""
    ranked = sorted(
        (-shared(slots(one), slots(other)), i, j)
        for i, one in enumerate(french)
        for j, other in enumerate(english)
        if one.kind is other.kind and alike(slots(one), slots(other), strictly=strictly)
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def slots(claim: Claim) -> Slots:
    """Give what two languages write alike: the time, codes of actors, money, counts."""
    money = {(float(item.amount), item.currency) for item in claim.items if item.amount is not None}
    counts = {float(item.quantity) for item in claim.items if item.quantity is not None}
    actors = {(actor.role, actor.iso or actor.id) for actor in claim.actors if actor.iso or actor.id}
    timed = {claim.when} if claim.when and claim.kind is not Kind.STATEMENT else set()
    return frozenset(timed), frozenset(actors), frozenset(money), frozenset(counts)


def alike(one: Slots, other: Slots, *, strictly: bool) -> bool:
    """Tell whether every slot that both name holds the same, or one all of the other; strictly, the same always."""
    if strictly:
        return one == other
    return all(not a or not b or a <= b or b <= a for a, b in zip(one, other, strict=True))


def shared(one: Slots, other: Slots) -> int:
    """Count what the two hold in common."""
    return sum(len(a & b) for a, b in zip(one, other, strict=True))
