"""The kinds of links between claims, and which claims each may join."""

from enum import StrEnum

from tenu.errors import LedgerError
from tenu.record import Kind


class LinkKind(StrEnum):
    """What one claim is to another; read as “this claim … that claim”."""

    SAME = "same"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    CANCELS = "cancels"
    DELIVERS = "delivers"
    ANSWERS = "answers"
    DECIDED_AT = "decided at"


JOINING = (LinkKind.SAME, LinkKind.UPDATES, LinkKind.CONTRADICTS, LinkKind.CANCELS)
"""Links between claims that tell of one thing in the world, and so make one matter. The others join two matters: a
shipment is not the promise that it keeps, and may keep two."""

EITHER_WAY = (LinkKind.SAME, LinkKind.CONTRADICTS)
"""Links that say the same in both directions."""

BETWEEN = {
    LinkKind.DELIVERS: (Kind.DELIVERY, Kind.PLEDGE),
    LinkKind.ANSWERS: (Kind.PLEDGE, Kind.NEED),
    LinkKind.DECIDED_AT: (Kind.DECISION, Kind.MEETING),
}


def check(kind: LinkKind, from_kind: Kind, to_kind: Kind) -> None:
    """Refuse a link between claims of kinds that it cannot join."""
    wanted = BETWEEN.get(kind)
    if wanted is not None and wanted != (from_kind, to_kind):
        raise LedgerError(
            f"“{kind}” leads from a {wanted[0]} to a {wanted[1]}, not from a {from_kind} to a {to_kind}; "
            "look at the two claims' kinds, and which comes first"
        )
