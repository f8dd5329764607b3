"""Whether people who judged the same claims decided alike: percent, and Cohen's kappa, which takes chance off.

Compared are first readings: what each person decided before having judged the claim a second time. Settling a
disagreement afterwards makes the record right; it does not make the two readings agree.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tenu.ledger import Decision, Ledger, Verdict

SETTLING = "settles-"
"""The beginning of the client id of a verdict that settles a disagreement."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two people who judged the same claims decided alike.

    `percent` is None where they share no claim; `kappa` (J. Cohen, 1960) also where chance alone would make them agree
    always: both decided the same one thing throughout.
    """

    first: str
    second: str
    both: int
    alike: int
    percent: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim on which first readings differ, and nobody has settled it yet: each person's verdict."""

    claim: str
    verdicts: tuple[Verdict, ...]


def agreement(first: str, second: str, decided: Sequence[tuple[str, str]]) -> Agreement:
    """Compare two people by what each decided on the same claims."""
    both = len(decided)
    alike = sum(one == other for one, other in decided)
    if not both:
        return Agreement(first, second, 0, 0, None, None)
    ones, others = Counter(one for one, _ in decided), Counter(other for _, other in decided)
    by_chance = sum(ones[decision] * others[decision] for decision in ones) / both**2
    observed = alike / both
    kappa = None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
    return Agreement(first, second, both, alike, 100 * observed, kappa)


def agreements(judged: Iterable[Mapping[str, Verdict]]) -> list[Agreement]:
    """Compare every two people over claims, each given by everybody's first reading of it."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for readings in judged:
        for first, second in combinations(sorted(readings), 2):
            decisions = (readings[first].judgement.decision, readings[second].judgement.decision)
            pairs.setdefault((first, second), []).append(decisions)
    return [agreement(first, second, decided) for (first, second), decided in sorted(pairs.items())]


def first_readings(verdicts: Sequence[Verdict]) -> dict[str, Verdict]:
    """Give what each person decided on a claim when they first judged it; undone verdicts are left out."""
    readings: dict[str, Verdict] = {}
    for by, run in _runs([verdict for verdict in verdicts if not _settles(verdict)]):
        if by not in readings and (stands := _standing(run)) is not None:
            readings[by] = stands
    return readings


def last_by(verdicts: Sequence[Verdict], who: str) -> Verdict | None:
    """Give what a person decided on a claim last; None where nothing of it stands."""
    return _standing([verdict for verdict in verdicts if verdict.by == who])


def disagreement(verdicts: Sequence[Verdict]) -> Disagreement | None:
    """Give how people differ on a claim; None where they do not, or where somebody has settled it."""
    if any(_settles(verdict) for verdict in verdicts):
        return None
    people = [by for by, _ in _runs(verdicts)]
    readings = first_readings(verdicts)
    if len(people) > len(set(people)) or len({_decided(verdict) for verdict in readings.values()}) < 2:
        return None
    return Disagreement(verdicts[0].claim, tuple(readings.values()))


def judged_by_several(ledger: Ledger, document: str) -> dict[str, tuple[Verdict, ...]]:
    """Give the verdicts on those claims of a document that several people judged, by the claims' ids."""
    several = [claim for claim, people in ledger.last_verdicts(document).items() if len(people) > 1]
    return {claim: ledger.verdicts(claim) for claim in several}


def _runs(verdicts: Sequence[Verdict]) -> list[tuple[str, list[Verdict]]]:
    """Cut verdicts into runs of one person each; what the ledger carried over belongs to whom it names."""
    runs: list[tuple[str, list[Verdict]]] = []
    for verdict in verdicts:
        if not runs or runs[-1][0] != verdict.by:
            runs.append((verdict.by, []))
        runs[-1][1].append(verdict)
    return runs


def _standing(run: Sequence[Verdict]) -> Verdict | None:
    stack: list[Verdict] = []
    for verdict in run:
        if verdict.judgement.decision is not Decision.UNDO:
            stack.append(verdict)
        elif stack:
            stack.pop()
    return stack[-1] if stack else None


def _settles(verdict: Verdict) -> bool:
    return (verdict.client_id or "").startswith(SETTLING)


def _decided(verdict: Verdict) -> tuple[object, ...]:
    return verdict.judgement.decision, verdict.judgement.amended, verdict.judgement.terms
