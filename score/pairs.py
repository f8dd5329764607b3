"""Whether the French and the English of one release are read alike.

Agreement is the share of the claims of either language that have a partner in the other: of the same kind, paired one
to one, and alike in when, in the actors that have a code or an id, in amounts of money and in counts. A slot that only
one of the two names does not count against them (`agree`); `strictly` it does: both must name the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from score.releases import claims_of, rows

from tenu.pairing.pairs import best_pairs
from tenu.pairing.slots import alike, shared, slots_of
from tenu.record import Claim


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
    left, right = [slots_of(claim) for claim in french], [slots_of(claim) for claim in english]
    worth = [
        [
            1.0 + shared(left[i], right[j])
            if one.kind is other.kind and alike(left[i], right[j], strictly=strictly)
            else 0.0
            for j, other in enumerate(english)
        ]
        for i, one in enumerate(french)
    ]
    return len(best_pairs(worth))
