"""Findings counted: precision, recall, F1, slots right and whole, for each kind and for all entries together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tenu.record import Kind
from tenu.scoring.comparing import Finding

ENTRIES = "entries"
"""The row of all kinds but statements."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one kind's marks and claims come to; shares run from 0 to 1, and are 0 where there is nothing to share."""

    wanted: int
    given: int
    found: int
    precision: float
    recall: float
    f1: float
    whole: float


@dataclass(frozen=True, slots=True)
class Slot:
    """The share of a slot's marked values that were found, on the marks that were, and how many these are."""

    right: float
    of: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows by kind, those of all entries last, and the slots by name."""

    kinds: dict[str, Row]
    slots: dict[str, Slot]


def count(findings: Iterable[Finding]) -> Figures:
    """Count findings, of one document or of many."""
    all_of_them = list(findings)
    rows = {
        kind.value: _row([one for one in all_of_them if one.kind is kind])
        for kind in sorted({one.kind for one in all_of_them})
    }
    rows[ENTRIES] = _row([one for one in all_of_them if one.kind is not Kind.STATEMENT])
    return Figures(rows, _slots(all_of_them))


def _row(findings: Sequence[Finding]) -> Row:
    wanted = sum(one.wanted is not None for one in findings)
    given = sum(one.given is not None for one in findings)
    found = wanted + given - len(findings)
    precision, recall = _share(found, given), _share(found, wanted)
    f1 = _share(2 * precision * recall, precision + recall)
    return Row(wanted, given, found, precision, recall, f1, _share(sum(one.whole for one in findings), wanted))


def _slots(findings: Sequence[Finding]) -> dict[str, Slot]:
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for finding in findings:
        for slot, values in finding.slots.items():
            right[slot] += sum(values)
            of[slot] += len(values)
    return {slot: Slot(right[slot] / of[slot], of[slot]) for slot in sorted(of)}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
