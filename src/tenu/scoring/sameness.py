"""Which slots of a marked entry a claim has right."""

from collections import defaultdict
from collections.abc import Mapping

from tenu.pairing.wording import content, fold, same_name
from tenu.record import Actor, Claim, Item, Place, Role
from tenu.scoring.marked import MarkedActor, MarkedEntry, MarkedItem, MarkedPlace, MarkedStatement

Slots = Mapping[str, list[bool]]
"""For every slot that is marked, whether each of its values was found."""


def entry_slots(wanted: MarkedEntry, given: Claim) -> Slots:
    """Compare an entry's slots with a claim's: times, status, actors by role, places and items."""
    right: dict[str, list[bool]] = defaultdict(list)
    for slot, want, have in (("when", wanted.when, given.when), ("by", wanted.by, given.by)):
        if want is not None:
            right[slot].append(_same_time(want, have))
    if wanted.status is not None:
        right["status"].append(wanted.status == given.status)
    if wanted.recurs is not None:
        right["recurs"].append(wanted.recurs == given.recurs)
    for actor in wanted.actors:
        right[actor.role].append(any(plays(actor, rival) for rival in given.actors))
    for place in wanted.where:
        right["where"].append(any(_same_place(place, rival) for rival in given.where))
    for item in wanted.items:
        right["items"].append(any(same_item(item, rival) for rival in given.items))
    return right


def statement_slots(wanted: MarkedStatement, given: Claim) -> Slots:
    """Compare a statement's speaker with a claim's."""
    if wanted.speaker is None:
        return {}
    speaker = MarkedActor(Role.SPEAKER, wanted.speaker)
    return {"speaker": [any(plays(speaker, rival) for rival in given.actors)]}


def plays(wanted: MarkedActor, given: Actor) -> bool:
    """Tell whether an actor is the wanted one, in the wanted role."""
    return wanted.role == given.role and same_name(wanted.name, wanted.iso, (given.name, given.mention), given.iso)


def same_item(wanted: MarkedItem, given: Item) -> bool:
    """Tell whether an item has half of the wanted name's words, the same count, and the same money to a millionth."""
    want, have = content(wanted.name), content(given.name)
    named = not want or (bool(have) and len(have) <= 3 * len(want) + 6 and len(want & have) / len(want) >= 0.5)
    counted = wanted.quantity is None or wanted.quantity == given.quantity
    return named and counted and _same_worth(wanted, given)


def _same_worth(wanted: MarkedItem, given: Item) -> bool:
    if wanted.amount is None:
        return True
    if given.amount is None or wanted.currency != given.currency:
        return False
    return abs(float(given.amount) - float(wanted.amount)) <= 1e-6 * abs(float(wanted.amount))


def _same_place(wanted: MarkedPlace, given: Place) -> bool:
    return same_name(wanted.name, wanted.iso, (given.name,), given.iso)


def _same_time(wanted: str | int, given: str | None) -> bool:
    return fold(wanted).replace(" ", "") == fold(given or "").replace(" ", "")
