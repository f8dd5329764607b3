"""What one actor promised, was promised, gave, said, and whom it met."""

from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import Gathered, Ledger
from tenu.questions.gift import Gift, gifts_among
from tenu.questions.leaving import Leaving, LeftOut
from tenu.questions.meetings import Pair, meetings_held, pairs_in
from tenu.questions.party import Asked, parties
from tenu.questions.promise import Promise, promises_among
from tenu.questions.quotes import Quote, quotes
from tenu.questions.scope import Scope
from tenu.record import Kind, Role

KINDS = (Kind.PLEDGE, Kind.DELIVERY, Kind.MEETING)
LATEST = 10
"""Quotations that are shown of an actor; `quotes` gives all."""


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """One actor's promises (with what came of each), promises to it, gifts beyond them, words and meetings."""

    actor: str
    today: date
    as_of: datetime | None
    promised: tuple[Promise, ...]
    received: tuple[Promise, ...]
    gave: tuple[Gift, ...]
    said: tuple[Quote, ...]
    met: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...]
    more_said: bool = False


def actor(ledger: Ledger, scope: Scope, name: str) -> ActorAnswer:
    """Give what the ledger tells of one actor: a name or some of its words, a country's code, or an id."""
    leaving, asked = Leaving(), Asked(name)
    gathered = ledger.gather(KINDS, as_of=scope.as_of)
    promises = promises_among(gathered, scope, leaving)
    promised = {claim for promise in promises for claim in (*promise.claims, *promise.deliveries)}
    said = quotes(ledger, scope, speaker=name, limit=LATEST)
    return ActorAnswer(
        actor=name,
        today=scope.today,
        as_of=scope.as_of,
        promised=tuple(one for one in promises if any(map(asked.means, one.donors))),
        received=tuple(one for one in promises if any(map(asked.means, one.recipients))),
        gave=tuple(
            gift for gift in gifts_among(gathered, scope, leaving, promised) if any(map(asked.means, gift.donors))
        ),
        said=said.quotes,
        met=pairs_in(meetings_held(gathered, scope, leaving), leaving, asked),
        left_out=leaving.told(_concerning(gathered, asked)),
        more_said=said.more,
    )


def _concerning(gathered: Gathered, asked: Asked) -> set[str]:
    """Give the ids of the claims in whose matter the actor plays a part."""
    return {
        claim.id
        for matter in gathered.matters
        if any(map(asked.means, parties(matter.claims, *Role)))
        for claim in matter.claims
    }
