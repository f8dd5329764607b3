"""Pair the things of two lists one to one."""

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> dict[int, int]:
    """Pair rows with columns, each once, the worthiest first; what is worth nothing stays alone."""
    ranked = sorted((-value, i, j) for i, row in enumerate(worth) for j, value in enumerate(row) if value > 0)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
