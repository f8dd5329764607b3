"""What a person should look at in a claim before the others: why, and how much."""

from collections.abc import Sequence
from enum import StrEnum

from tenu.ledger import KeptClaim
from tenu.ledger.kept import State
from tenu.record import Claim, Kind, Role


class Doubt(StrEnum):
    """Why a claim needs a person."""

    GONE = "gone"
    UNREAD = "unread"
    NOBODY = "nobody"
    NOBODY_GIVEN = "nobody given"
    NOTHING = "nothing"
    NO_TIME = "no time"
    NO_STATUS = "no status"


WEIGHTS = {
    Doubt.GONE: 8,
    Doubt.UNREAD: 5,
    Doubt.NOBODY: 4,
    Doubt.NOTHING: 3,
    Doubt.NO_STATUS: 2,
    Doubt.NOBODY_GIVEN: 1,
    Doubt.NO_TIME: 1,
}
"""How much each weighs: what would make a total wrong before what would leave it incomplete."""

_ACTING = {
    Kind.MEETING: {Role.PARTICIPANT, Role.HOST, Role.CHAIR},
    Kind.STATEMENT: {Role.SPEAKER},
    Kind.NEED: {Role.ASKER, Role.RECIPIENT},
    Kind.PLEDGE: {Role.DONOR},
    Kind.DELIVERY: {Role.DONOR},
    Kind.DECISION: {Role.DECIDER},
    Kind.AGREEMENT: {Role.PARTY},
    Kind.ACTIVITY: {Role.ORGANISER, Role.PARTICIPANT},
}
_COUNTED = (Kind.NEED, Kind.PLEDGE, Kind.DELIVERY)
_TIMED = (Kind.MEETING, Kind.ACTIVITY, Kind.DELIVERY)
_WITHOUT_STATUS = (Kind.STATEMENT, Kind.NEED)


def doubts(kept: KeptClaim) -> tuple[Doubt, ...]:
    """Give what is doubtful about a claim as it stands, the gravest first."""
    claim = kept.claim
    told = {
        Doubt.GONE: kept.gone_from is not None,
        Doubt.UNREAD: bool(claim.unread),
        Doubt.NOBODY: not any(actor.role in _ACTING[claim.kind] for actor in claim.actors),
        Doubt.NOTHING: claim.kind in _COUNTED and not claim.items,
        Doubt.NO_STATUS: claim.status is None and claim.kind not in _WITHOUT_STATUS,
        Doubt.NOBODY_GIVEN: claim.kind in _COUNTED and not _has(claim, Role.RECIPIENT),
        Doubt.NO_TIME: claim.kind in _TIMED and claim.when is None,
    }
    return tuple(doubt for doubt, there in told.items() if there)


def neediest_first(claims: Sequence[KeptClaim]) -> list[KeptClaim]:
    """Order claims by what needs a person most: what nobody judged before the rest, then the graver doubts."""
    return sorted(claims, key=lambda kept: (kept.state is not State.OPEN, -weight(kept), kept.claim.evidence.start))


def weight(kept: KeptClaim) -> int:
    """Give how much a claim needs a person; 0 where nothing about it is doubtful."""
    return sum(WEIGHTS[doubt] for doubt in doubts(kept))


def _has(claim: Claim, role: Role) -> bool:
    return any(actor.role is role for actor in claim.actors)
