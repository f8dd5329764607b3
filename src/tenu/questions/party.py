"""Who plays a part in an answer: one party under one key, whatever the language in which it is named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tenu.ledger import KeptClaim
from tenu.ledger.matching.traits import actor_key
from tenu.ledger.words.fold import plain as folded
from tenu.ledger.words.fold import words_in
from tenu.record import Actor, Role


@dataclass(frozen=True, slots=True)
class Party:
    """A person, body or country: its key (a country's code, a body's id, or the folded name) and the name to show."""

    key: str
    name: str
    iso: str | None = None
    id: str | None = None


def party_of(actor: Actor, language: str) -> Party:
    """Give the party that an actor is."""
    return _party(actor.iso, actor.id, actor.name, language)


@lru_cache(20_000)
def _party(iso: str | None, id: str | None, name: str, language: str) -> Party:  # noqa: A002 — as actors have it
    return Party(actor_key(iso, id, name, language), name, iso, id)


def parties(claims: Iterable[KeptClaim], *roles: Role) -> tuple[Party, ...]:
    """Give the parties in these roles, each once, under the name that is told most often."""
    told: dict[str, list[Party]] = {}
    for claim in claims:
        for actor in claim.claim.actors:
            if actor.role in roles:
                party = party_of(actor, claim.language)
                told.setdefault(party.key, []).append(party)
    return tuple(_most_often(found) for found in told.values())


def _most_often(found: list[Party]) -> Party:
    if len(found) == 1:
        return found[0]
    counted = Counter(party.name for party in found)
    name = max(counted, key=lambda one: (counted[one], len(one)))
    return Party(found[0].key, name, found[0].iso, found[0].id)


class Asked:
    """A party that was asked for: a name or some of its words, a country's code (`UKR`) or an id (`org/nato`)."""

    def __init__(self, typed: str) -> None:
        self._typed = typed.strip()
        self._words = {folded(word) for word in words_in(typed)}

    def means(self, party: Party) -> bool:
        """Tell whether a party is meant."""
        if self._typed in (party.iso, party.id, party.key):
            return True
        return bool(self._words) and self._words <= {folded(word) for word in words_in(party.name)}


def joint_name(found: Iterable[Party]) -> str:
    """Name several parties together; empty where there are none."""
    return ", ".join(party.name for party in found)
