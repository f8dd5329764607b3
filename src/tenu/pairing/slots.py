"""What a claim says that two languages write alike: its time, codes of actors, money, counts."""

from tenu.record import Claim, Kind

Slots = tuple[frozenset[object], ...]


def slots_of(claim: Claim) -> Slots:
    """Give a claim's time, actors (by role and code), money and counts."""
    money = {(float(item.amount), item.currency) for item in claim.items if item.amount is not None}
    counts = {float(item.quantity) for item in claim.items if item.quantity is not None}
    actors = {(actor.role, actor.iso or actor.id) for actor in claim.actors if actor.iso or actor.id}
    timed = {claim.when} if claim.when and claim.kind is not Kind.STATEMENT else set()
    return frozenset(timed), frozenset(actors), frozenset(money), frozenset(counts)


def alike(one: Slots, other: Slots, *, strictly: bool) -> bool:
    """Tell whether every slot that both name holds the same, or one all of the other; strictly, the same always."""
    if strictly:
        return one == other
    return contradicted(one, other) == 0


def shared(one: Slots, other: Slots) -> int:
    """Count what the two hold in common."""
    return sum(len(a & b) for a, b in zip(one, other, strict=True))


def contradicted(one: Slots, other: Slots) -> int:
    """Count the slots in which each of the two names something that the other does not."""
    return sum(not (not a or not b or a <= b or b <= a) for a, b in zip(one, other, strict=True))
