"""A thing in the world as agendas and timelines show it: what, when, who, where, and the words that tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import KeptClaim, Matter
from tenu.questions.days import day_of, first_day, last_day
from tenu.questions.party import Party, parties
from tenu.questions.words import Words, words_of
from tenu.record import Kind, Role, Status

_TO_WHOM = (Role.RECIPIENT,)
_ACTING = tuple(role for role in Role if role not in _TO_WHOM)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing as it was told last: its time (EDTF) with the first and last day, who acts, to whom, what and where.

    `first` is the day of the document where the claim tells no time; `dated` says whether it does.
    """

    matter: str
    kind: Kind
    status: Status | None
    when: str | None
    first: date | None
    last: date | None
    dated: bool
    recurs: str | None
    who: tuple[Party, ...]
    to: tuple[Party, ...]
    what: str
    where: tuple[str, ...]
    words: Words
    claims: tuple[str, ...]


def event_of(matter: Matter, claims: Sequence[KeptClaim]) -> Event:
    """Give what these claims of one matter tell, in the words of the one that was told last."""
    last_told = max(claims, key=told_on)
    timed = next((claim for claim in sorted(claims, key=told_on, reverse=True) if claim.claim.when), last_told)
    when = timed.claim.when
    first, last = first_day(when), last_day(when)
    dated = first is not None or last is not None
    published = day_of(last_told.published)
    return Event(
        matter=matter.id,
        kind=last_told.claim.kind,
        status=last_told.claim.status,
        when=when,
        first=first if dated else published,
        last=last if dated else published,
        dated=dated,
        recurs=next((claim.claim.recurs for claim in claims if claim.claim.recurs), None),
        who=parties(claims, *_ACTING),
        to=parties(claims, *_TO_WHOM),
        what=what_of(claims),
        where=tuple(dict.fromkeys(place.name for claim in claims for place in claim.claim.where)),
        words=words_of(last_told),
        claims=tuple(claim.id for claim in claims),
    )


def what_of(claims: Sequence[KeptClaim]) -> str:
    """Name what claims of one thing are about: the items of the one that names most."""
    named = max((claim.claim.items for claim in claims), key=len, default=())
    return ", ".join(dict.fromkeys(item.name for item in named))


def told_on(claim: KeptClaim) -> tuple[str, datetime]:
    """Give the key that puts claims in the order of their telling."""
    return (claim.published or "", claim.known_from)
