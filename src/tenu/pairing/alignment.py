"""Which blocks of a translation stand for which: paired in order by their lengths and figures.

After W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora (1993): a block becomes one
block, at times two or none, about as long as it was; figures that both hold speak for a pair.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenu.record import Block, Document

_STEPS = ((1, 1, 0.0), (1, 0, 4.0), (0, 1, 4.0), (2, 1, 2.5), (1, 2, 2.5))
"""How many blocks of either side go together, and the cost of doing so (Gale and Church, table 5, rounded)."""

_VARIANCE = 6.8
"""How far the lengths of translated blocks vary, per letter (Gale and Church, §3.1)."""

_FIGURES = re.compile(r"\d+")
MOST = 400
"""Blocks of a side that are paired; a longer document is paired by its claims alone."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each block of the left its blocks of the right, and back, by their places in the document."""

    to_right: dict[int, tuple[int, ...]]
    to_left: dict[int, tuple[int, ...]]


def align(left: Document, right: Document) -> Alignment:
    """Pair the blocks of two documents in order; nothing is paired where one of them is too long."""
    ours, theirs = _texts(left), _texts(right)
    if not ours or not theirs or max(len(ours), len(theirs)) > MOST:
        return Alignment({}, {})
    to_right: dict[int, tuple[int, ...]] = {}
    to_left: dict[int, tuple[int, ...]] = {}
    for mine, others in _path(ours, theirs):
        for at in mine:
            to_right[at] = tuple(others)
        for at in others:
            to_left[at] = tuple(mine)
    return Alignment(to_right, to_left)


def block_at(blocks: Sequence[Block], place: int) -> int | None:
    """Give which block holds a place of the text, None where none does."""
    return next((at for at, block in enumerate(blocks) if block.start <= place < block.end), None)


def _texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def _path(ours: list[str], theirs: list[str]) -> list[tuple[range, range]]:
    """Give the cheapest way through both lists, as the stretches that go together."""
    ratio = max(1, sum(map(len, theirs))) / max(1, sum(map(len, ours)))
    figures = [[set(_FIGURES.findall(text)) for text in side] for side in (ours, theirs)]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if (i, j) not in best:
                continue
            for down, across, cost in _STEPS:
                to = (i + down, j + across)
                if to[0] > len(ours) or to[1] > len(theirs):
                    continue
                step = cost
                if down and across:
                    step += _unlike(ours[i : to[0]], theirs[j : to[1]], ratio)
                    step -= _in_common(figures[0][i : to[0]], figures[1][j : to[1]])
                total = best[i, j][0] + step
                if to not in best or total < best[to][0]:
                    best[to] = (total, (i, j))
    return _back(best, (len(ours), len(theirs)))


def _back(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], end: tuple[int, int]
) -> list[tuple[range, range]]:
    steps = []
    while end != (0, 0):
        before = best[end][1]
        if before[0] < end[0] and before[1] < end[1]:
            steps.append((range(before[0], end[0]), range(before[1], end[1])))
        end = before
    return steps[::-1]


def _unlike(ours: list[str], theirs: list[str], ratio: float) -> float:
    """Give how unlikely it is that one became the other by their lengths, as a cost that grows with the square."""
    one, other = sum(map(len, ours)), sum(map(len, theirs))
    deviation = (other - one * ratio) / math.sqrt(_VARIANCE * max(1.0, (one * ratio + other) / 2))
    return min(deviation * deviation / 2, 30.0)


def _in_common(ours: list[set[str]], theirs: list[set[str]]) -> float:
    shared = set().union(*ours) & set().union(*theirs)
    return min(1.5 * len(shared), 6.0)
