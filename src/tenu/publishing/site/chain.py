"""The chain of a matter: need, pledge, delivery, with the words of every step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tenu.ledger import Gathered, KeptClaim, Matter, State
from tenu.questions.days import day_of, first_day
from tenu.questions.party import joint_name, parties
from tenu.questions.scope import Scope
from tenu.questions.words import Words, words_of
from tenu.record import Kind, Role, Status

ORDER = tuple(Kind)
_BY_CHAIN = (Kind.NEED, Kind.MEETING, Kind.DECISION, Kind.AGREEMENT, Kind.PLEDGE, Kind.DELIVERY)


@dataclass(frozen=True, slots=True)
class Step:
    """One claim of the chain; `own` where it belongs to the matter itself, else `matter` is the one to go on to."""

    kind: Kind
    status: Status | None
    day: date | None
    who: str
    to: str
    what: str
    words: Words
    state: State
    address: str | None
    matter: str
    own: bool


def chain_of(matter: Matter, gathered: Gathered, scope: Scope) -> list[Step]:
    """Give the steps of a matter and of those that it is linked to, needs first, in the order of the days."""
    steps = [step for one in _with_linked(matter, gathered) for step in _steps(one, matter, scope)]
    return sorted(steps, key=lambda step: (_place(step.kind), step.day or date.max, step.words.claim))


def web_address(source: str) -> str | None:
    """Give a source as an address to link to: of the web alone, never a script's or a file's."""
    return source if source.lower().startswith(("https://", "http://")) else None


def _with_linked(matter: Matter, gathered: Gathered) -> Iterator[Matter]:
    yield matter
    seen = {matter.id}
    for link in matter.related:
        for end in (link.from_claim, link.to_claim):
            other = gathered.home.get(end)
            if other is not None and other.id not in seen:
                seen.add(other.id)
                yield other


def _steps(one: Matter, own: Matter, scope: Scope) -> Iterable[Step]:
    for claim in one.claims:
        if scope.counts(claim):
            yield _step(claim, one, one.id == own.id)


def _step(kept: KeptClaim, matter: Matter, own: bool) -> Step:
    claim = kept.claim
    acting = [role for role in Role if role is not Role.RECIPIENT]
    return Step(
        kind=claim.kind,
        status=claim.status,
        day=first_day(claim.when) or day_of(kept.published),
        who=joint_name(parties([kept], *acting)),
        to=joint_name(parties([kept], Role.RECIPIENT)),
        what=", ".join(dict.fromkeys(item.name for item in claim.items)),
        words=words_of(kept),
        state=kept.state,
        address=web_address(kept.source),
        matter=matter.id,
        own=own,
    )


def _place(kind: Kind) -> int:
    return _BY_CHAIN.index(kind) if kind in _BY_CHAIN else len(_BY_CHAIN) + ORDER.index(kind)
