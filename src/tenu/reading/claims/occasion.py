"""What those who met promised or agreed there, they did on the day of their meeting."""

from collections.abc import Sequence

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import key
from tenu.record import Kind, Role, Status

_DAY = len("2025-01-01")
_DONE_THERE = {Kind.PLEDGE: Role.DONOR, Kind.AGREEMENT: Role.PARTY}


def date_by_meeting(drafts: Sequence[Draft]) -> None:
    """Give promises and agreements without a time the day of the meeting that the page is about, where it is over.

    Only what is told behind it, and of nobody but those who met: “The two leaders reaffirmed their commitment to …”.
    """
    meeting = next((one for one in drafts if one.kind is Kind.MEETING and not one.title), None)
    if meeting is None or meeting.status is not Status.DONE or meeting.when is None or len(meeting.when) != _DAY:
        return
    present = {key(actor) for actor in meeting.actors}
    for draft in drafts:
        role = _DONE_THERE.get(draft.kind)
        if role is None or draft.when is not None or draft.status is not Status.DONE or draft.order < meeting.order:
            continue
        doers = {key(actor) for actor in draft.actors if actor.role is role}
        if doers and doers <= present:
            draft.when, draft.when_words = meeting.when, meeting.when_words
