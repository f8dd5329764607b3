"""What status a claim has: from the mood of its clause, its kind, and its day beside the page's."""

from tenu.reading.frames.frame import Mood
from tenu.reading.frames.mood import Stance
from tenu.record import Kind, Status

_BY_MOOD = {
    Mood.PAST: Status.DONE,
    Mood.PRESENT: Status.ONGOING,
    Mood.FUTURE: Status.PLANNED,
    Mood.UNDERTAKEN: Status.PLANNED,
    Mood.WISHED: Status.EXPECTED,
}
_AT_ONCE = frozenset({Kind.DECISION, Kind.AGREEMENT, Kind.MEETING})  # in the present they are done as they are told
_OPEN = frozenset({Status.PLANNED, Status.ONGOING})
_LASTING = frozenset({Kind.ACTIVITY, Kind.DELIVERY})  # what will continue is going on


def status_of(kind: Kind, stance: Stance, first: str | None, last: str | None, published: str | None) -> Status | None:
    """Give the status, None for a need; `first` and `last` are the days that the claim's time lies between (ISO 8601).

    A pledge is made by the text that tells it; only where the undertaking itself is still to come is it planned.
    """
    if kind is Kind.NEED:
        return None
    if stance.denied:
        return Status.DENIED
    if kind is Kind.PLEDGE:
        return Status.EXPECTED if stance.mood is Mood.WISHED else Status.DONE
    status = _BY_MOOD[stance.mood]
    if status is Status.PLANNED and stance.lasting and kind in _LASTING:
        status = Status.ONGOING
    over = published and last and last < published
    if status is Status.DONE and kind is Kind.ACTIVITY and stance.state and not over:
        status = Status.ONGOING
    if status is Status.ONGOING and kind in _AT_ONCE and not (kind is Kind.MEETING and stance.lasting):
        status = Status.DONE
    if published and first and first > published and status in {Status.DONE, Status.ONGOING}:
        return Status.PLANNED
    if over and kind in _AT_ONCE and status in _OPEN | ({Status.EXPECTED} if kind is Kind.MEETING else set()):
        return Status.DONE
    return status
