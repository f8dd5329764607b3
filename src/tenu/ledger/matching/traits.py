"""What of a claim counts when it is compared with another."""

from dataclasses import dataclass
from datetime import date

from tenu.ledger.times import bounds
from tenu.ledger.words.fold import plain, stems
from tenu.record import Claim, Kind, Number, Role, Status

GIVERS = (Role.DONOR,)
TAKERS = (Role.RECIPIENT, Role.ASKER)


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim's number, document and time, and its actors, items, amounts and words, folded for comparison.

    An actor's key is its country's code, its id, or the words of its name; `days` are ordinals of the first and last
    day, `published` that of its document.
    """

    number: int
    document: int
    kind: Kind
    status: Status | None
    published: int | None
    days: tuple[int, int] | None
    givers: frozenset[str]
    takers: frozenset[str]
    others: frozenset[str]
    items: frozenset[str]
    amounts: frozenset[tuple[Number, str]]
    quantities: frozenset[tuple[Number, str]]
    words: frozenset[str]

    @property
    def actors(self) -> frozenset[str]:
        """Give all actors, whatever their role."""
        return self.givers | self.takers | self.others


def traits_of(number: int, document: int, claim: Claim, language: str, published: str | None) -> Traits:
    """Give a claim's traits; `language` is that of its words."""
    keys = [(actor.role, actor_key(actor.iso, actor.id, actor.name, language)) for actor in claim.actors]
    items = [(item, stems(item.name, language)) for item in claim.items]
    days = bounds(claim.when)
    return Traits(
        number=number,
        document=document,
        kind=claim.kind,
        status=claim.status,
        published=_ordinal(published[:10]) if published else None,
        days=(date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[1]).toordinal()) if days else None,
        givers=frozenset(key for role, key in keys if role in GIVERS),
        takers=frozenset(key for role, key in keys if role in TAKERS),
        others=frozenset(key for role, key in keys if role not in GIVERS + TAKERS),
        items=frozenset(word for _, words in items for word in words if len(word) > 2),
        amounts=frozenset((item.amount, item.currency or "") for item in claim.items if item.amount is not None),
        quantities=frozenset(
            (item.quantity, min(words, default="")) for item, words in items if item.quantity is not None
        ),
        words=frozenset(word for word in stems(claim.quote or claim.evidence.text, language) if len(word) > 2),
    )


def actor_key(iso: str | None, number: str | None, name: str, language: str) -> str:
    """Give what an actor is told by across documents and languages."""
    return iso or number or " ".join(sorted(stems(name, language))) or plain(name)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None
