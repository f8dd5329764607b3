"""Who gives and who receives, told once for several gifts: where a text knows one giver, all are his."""

from collections.abc import Sequence

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import key
from tenu.record import Actor, Kind, Role, Status

_GIVING = frozenset({Kind.PLEDGE, Kind.DELIVERY})
_FIRM = frozenset({Status.DONE, Status.ONGOING, Status.PLANNED})

_OFTEN = 2


def share(drafts: Sequence[Draft]) -> None:
    """Give each gift that names no giver, or no receiver, the only one that the document's gifts have."""
    gifts = [draft for draft in drafts if draft.kind in _GIVING]
    for role in (Role.DONOR, Role.RECIPIENT):
        only = _only(gifts, role)
        for gift in gifts:
            others = {key(actor) for actor in gift.actors}
            if role is Role.DONOR and not gift.by_nobody:
                continue
            if only is not None and gift.status in _FIRM and not _playing(gift, role) and key(only) not in others:
                gift.actors.append(only)


def _only(gifts: Sequence[Draft], role: Role) -> Actor | None:
    """Give the only country that gives, or the only one that receives twice at least, of all that a document names.

    A capital that stands for its country (“WASHINGTON – Today …”) is no country named.
    """
    told = [actor for gift in gifts for actor in _playing(gift, role) if actor.iso and actor.id]
    enough = len(told) >= (_OFTEN if role is Role.RECIPIENT else 1)
    return told[0] if enough and len({actor.iso for actor in told}) == 1 else None


def _playing(gift: Draft, role: Role) -> list[Actor]:
    return [actor for actor in gift.actors if actor.role is role]
