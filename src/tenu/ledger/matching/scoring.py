"""How likely two claims tell of the same thing, and why: the weight of each agreement and disagreement, added up.

The weights are log-odds after Fellegi and Sunter (A Theory for Record Linkage, 1969), set by hand: what agrees by
chance seldom (an amount, a quantity of one item) weighs more than what agrees often (a donor).
"""

from dataclasses import dataclass
from math import exp

from tenu.ledger.matching.traits import Traits
from tenu.record import Kind, Status

PRIOR = -3.2
NEAR_DAYS = 45
"""Days between two documents after which nearness no longer speaks for the same thing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score between 0 and 1, and the reasons for and against it, in words."""

    score: float
    reasons: tuple[str, ...]


def likeness(one: Traits, other: Traits) -> Likeness:
    """Compare two claims; the order does not matter."""
    told: list[tuple[float, str]] = []
    _actors(one, other, told)
    _items(one, other, told)
    _times(one, other, told)
    _words(one, other, told)
    if one.document == other.document:
        told.append((-1.0, "in one document, which tells a thing once"))
    weight = PRIOR + sum(weight for weight, _ in told)
    return Likeness(1 / (1 + exp(-weight)), tuple(reason for _, reason in told))


def _actors(one: Traits, other: Traits, told: list[tuple[float, str]]) -> None:
    for name, mine, theirs in (("donor", one.givers, other.givers), ("recipient", one.takers, other.takers)):
        if same := mine & theirs:
            told.append((1.4, f"same {name}: {', '.join(sorted(same))}"))
        elif mine and theirs:
            told.append((-2.5, f"another {name}"))
    if one.others or other.others:
        same = one.actors & other.actors
        least = min(len(one.actors), len(other.actors))
        if same:
            told.append((0.8 + 1.6 * len(same) / least, f"same actors: {', '.join(sorted(same))}"))
        elif least:
            told.append((-2.5, "other actors"))


def _items(one: Traits, other: Traits, told: list[tuple[float, str]]) -> None:
    if same := one.amounts & other.amounts:
        told.append((2.6, "same amount: " + ", ".join(f"{amount} {currency}" for amount, currency in sorted(same))))
    elif one.amounts and other.amounts:
        told.append((-1.8, "another amount"))
    if counted := one.quantities & other.quantities:
        told.append((2.2, "same quantity: " + ", ".join(f"{count} {thing}" for count, thing in sorted(counted))))
    elif {thing for _, thing in one.quantities} & {thing for _, thing in other.quantities}:
        told.append((-1.2, "another quantity of the same"))
    if things := one.items & other.items:
        share = len(things) / min(len(one.items), len(other.items))
        told.append((0.4 + 1.4 * share, f"same item: {', '.join(sorted(things))}"))
    elif one.items and other.items:
        told.append((-0.8, "other items"))


def _times(one: Traits, other: Traits, told: list[tuple[float, str]]) -> None:
    if one.days and other.days:
        if one.days[0] <= other.days[1] and other.days[0] <= one.days[1]:
            longest = max(one.days[1] - one.days[0], other.days[1] - other.days[0])
            told.append((2.0 if longest <= 1 else 1.2 if longest <= 31 else 0.5, "times overlap"))
        else:
            told.append((-2.5, "at other times"))
    if one.published is not None and other.published is not None:
        apart = abs(one.published - other.published)
        if apart <= NEAR_DAYS:
            told.append((0.9 * (1 - apart / NEAR_DAYS), f"documents {apart} days apart"))


def _words(one: Traits, other: Traits, told: list[tuple[float, str]]) -> None:
    same = len(one.words & other.words)
    share = same / max(min(len(one.words), len(other.words)), 1)
    if share >= 0.4:
        told.append((4.0 * (share - 0.3), f"similar words: {round(share * 100)} %"))


def later_first(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    """Give the claim of the later document, then that of the earlier."""
    if (one.published or 0, one.number) >= (other.published or 0, other.number):
        return one, other
    return other, one


def denied(traits: Traits) -> bool:
    """Tell whether a claim says that the thing is not so."""
    return traits.status is Status.DENIED


def differ(one: Traits, other: Traits) -> bool:
    """Tell whether two claims of one kind give different amounts or quantities, or another status."""
    amounts = bool(one.amounts and other.amounts and one.amounts != other.amounts)
    counts = bool(one.quantities and other.quantities and one.quantities != other.quantities)
    moved = one.status is not other.status and Kind.STATEMENT is not one.kind
    return amounts or counts or moved
