"""What differs between two claims that tell of the same thing: amounts, counts, times, speakers, actors, status."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tenu.pairing.wording import content, same_name, words
from tenu.record import Actor, Claim, Item, Kind, Number, Role


class Slot(StrEnum):
    """What of a claim can differ."""

    KIND = "kind"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    DEADLINE = "deadline"
    SPEAKER = "speaker"
    ACTOR = "actor"
    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot in which two claims differ, with what each of them says; None where one says nothing of it."""

    slot: Slot
    left: str | None
    right: str | None

    @property
    def one_sided(self) -> bool:
        """Tell whether only one of the two says anything of it."""
        return self.left is None or self.right is None


def differences(left: Claim, right: Claim, texts: tuple[str, str]) -> tuple[Difference, ...]:
    """Give what differs between two claims; `texts` are the documents' whole texts.

    Names without a code that another language writes otherwise are no difference: one counts only where the name
    that one side gives stands in the other's text too, and somebody else is named there.
    """
    return tuple(_differences(left, right, texts))


def _differences(left: Claim, right: Claim, texts: tuple[str, str]) -> Iterator[Difference]:
    if left.kind is not right.kind:
        yield Difference(Slot.KIND, left.kind.value, right.kind.value)
    yield from _unlike(Slot.AMOUNT, _money(left.items), _money(right.items))
    yield from _unlike(Slot.COUNT, _counts(left.items), _counts(right.items))
    if Kind.STATEMENT not in (left.kind, right.kind):
        yield from _unlike(Slot.DATE, _single(left.when), _single(right.when))
    yield from _unlike(Slot.DEADLINE, _single(left.by), _single(right.by))
    yield from _speakers(left, right, texts)
    yield from _actors(left, right)
    yield from _places(left, right)
    if left.status and right.status and left.status is not right.status:
        yield Difference(Slot.STATUS, left.status.value, right.status.value)


def _unlike(slot: Slot, left: list[str], right: list[str]) -> Iterator[Difference]:
    """Give what only the one and what only the other says."""
    ours = [value for value in left if value not in right]
    theirs = [value for value in right if value not in left]
    if ours or theirs:
        yield Difference(slot, _told(ours or (left if theirs else [])), _told(theirs or (right if ours else [])))


def _told(values: Iterable[str]) -> str | None:
    return ", ".join(values) or None


def _single(value: str | None) -> list[str]:
    return [value] if value else []


def _money(items: Iterable[Item]) -> list[str]:
    return list(dict.fromkeys(money(item.amount, item.currency) for item in items if item.amount is not None))


def money(amount: Number, currency: str | None) -> str:
    """Give an amount as people say it, where that is exact: `EUR 2.5 bn`, `CHF 12 m`, `USD 1,234,567`."""
    exact = Decimal(amount)
    for size, word in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
        parts = exact / size
        if abs(parts) >= 1 and parts == round(parts, 2):
            return f"{currency or '?'} {parts.normalize():f} {word}"
    return f"{currency or '?'} {amount:,}"


def _counts(items: Iterable[Item]) -> list[str]:
    return list(dict.fromkeys(f"{item.quantity:,}" for item in items if item.quantity is not None))


def _speakers(left: Claim, right: Claim, texts: tuple[str, str]) -> Iterator[Difference]:
    ours, theirs = ([actor for actor in claim.actors if actor.role is Role.SPEAKER] for claim in (left, right))
    if not ours or not theirs or any(_is_one(one, other) for one in ours for other in theirs):
        return
    named = any(_stands_in(one.name, texts[1]) for one in ours) or any(_stands_in(one.name, texts[0]) for one in theirs)
    coded = all(actor.iso or actor.id for actor in (*ours, *theirs))
    if named or coded:
        yield Difference(Slot.SPEAKER, _told(one.name for one in ours), _told(one.name for one in theirs))


def _is_one(one: Actor, other: Actor) -> bool:
    if (one.id or one.iso) and (other.id or other.iso):
        return (one.id or one.iso) == (other.id or other.iso)
    if words(one.name)[-1:] == words(other.name)[-1:]:  # “M. Lesqueray” is Baudouin Lesqueray
        return True
    return same_name(one.name, one.iso, (other.name, other.mention), other.iso) or same_name(
        other.name, other.iso, (one.name, one.mention), one.iso
    )


def _stands_in(name: str, text: str) -> bool:
    """Tell whether every word of a name stands in a text."""
    return content(name) <= set(words(text))


def _actors(left: Claim, right: Claim) -> Iterator[Difference]:
    """Compare the actors that have a code, role by role, where both sides name such."""
    for role in dict.fromkeys(actor.role for actor in left.actors if actor.role is not Role.SPEAKER):
        ours, theirs = _coded(left, role), _coded(right, role)
        if ours and theirs and ours.keys() != theirs.keys():
            yield Difference(
                Slot.ACTOR,
                _told(f"{role} {name}" for code, name in ours.items() if code not in theirs),
                _told(f"{role} {name}" for code, name in theirs.items() if code not in ours),
            )


def _coded(claim: Claim, role: Role) -> dict[str, str]:
    return {
        (actor.iso or actor.id or ""): actor.name
        for actor in claim.actors
        if actor.role is role and (actor.iso or actor.id)
    }


def _places(left: Claim, right: Claim) -> Iterator[Difference]:
    ours = {place.iso: place.name for place in left.where if place.iso}
    theirs = {place.iso: place.name for place in right.where if place.iso}
    if ours and theirs and not ours.keys() & theirs.keys():
        yield Difference(Slot.PLACE, _told(ours.values()), _told(theirs.values()))
