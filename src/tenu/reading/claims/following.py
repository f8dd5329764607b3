"""What is told behind a meeting and of the same people took place there and then, where nothing speaks against it."""

from collections.abc import Collection, Sequence

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import key
from tenu.record import Kind, Place, Status

_FOLLOWING = frozenset({Kind.MEETING, Kind.AGREEMENT})
_OVER = frozenset({Status.DONE, Status.ONGOING})
_FIRM = frozenset({Status.DONE, Status.ONGOING, Status.PLANNED})
_DAY, _YEAR = len("2025-01-01"), len("2025")  # a meeting that is only known to be in a year says nothing about the next
_SEVERAL = 2  # countries: a trip through many tells of no place of its meetings


def follow(drafts: Sequence[Draft], buildings: Collection[str]) -> None:
    """Give meetings and agreements without a day or a place those of the last meeting that somebody of them was at.

    “Ms Roy will travel to Oslo on Monday. She will meet the mayor.” What is over and what is still to come are kept
    apart. `buildings` are a language's nouns for sites: the next meeting is in the same town, but it need not be there.
    """
    before: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.order):
        if draft.title or draft.kind not in _FOLLOWING:
            continue
        home = next((one for one in reversed(before) if _leads_to(one, draft)), None)
        if home is not None:
            _take_over(draft, home, buildings)
        if draft.kind is Kind.MEETING:
            before.append(draft)


def _leads_to(meeting: Draft, draft: Draft) -> bool:
    same_stage = (meeting.status in _OVER) is (draft.status in _OVER)
    together = {key(actor) for actor in meeting.actors} & {key(actor) for actor in draft.actors}
    return bool(together) and same_stage and draft.status in _FIRM


def _take_over(draft: Draft, meeting: Draft, buildings: Collection[str]) -> None:
    agrees = draft.when is None or draft.when == meeting.when
    if not draft.where and agrees and not draft.elsewhere:
        places = [place for place in meeting.where if not _is_site(place, buildings)]
        draft.where = places if sum(place.iso is not None for place in places) < _SEVERAL else []
    if draft.when is None and not draft.since and _tells_when(meeting.when, elsewhere=_is_elsewhere(draft, meeting)):
        draft.when, draft.when_words = meeting.when, meeting.when_words


def _tells_when(when: str | None, *, elsewhere: bool) -> bool:
    """Tell whether a meeting's time is the next one's too: a day in one place, a week or some days in any."""
    return when is not None and (len(when) != _DAY if elsewhere else True) and len(when) > _YEAR


def _is_elsewhere(draft: Draft, meeting: Draft) -> bool:
    """Tell whether two are in different towns, or in different countries."""
    for own, other in ((_towns(draft), _towns(meeting)), (_countries(draft), _countries(meeting))):
        if own and other and not own & other:
            return True
    return False


def _towns(draft: Draft) -> set[str]:
    return {place.name for place in draft.where if place.iso is None}


def _countries(draft: Draft) -> set[str]:
    return {place.iso for place in draft.where if place.iso is not None}


def _is_site(place: Place, buildings: Collection[str]) -> bool:
    """Tell whether a place is named by a noun for a site: the *Palace* of Nations, the *hospital*."""
    return any(word in buildings for word in place.name.lower().split())
