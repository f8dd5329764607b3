"""From a need to the promise that answers it to what came: the matters on the way, in that order."""

from dataclasses import dataclass

from tenu.ledger import KeptClaim, Ledger, Link, Matter
from tenu.record import Kind

ORDER = (Kind.NEED, Kind.MEETING, Kind.DECISION, Kind.PLEDGE, Kind.DELIVERY)
MOST = 40
"""Matters of one chain at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """One matter on the way: its kind, its claims, and whether it is the one that was asked for."""

    matter: Matter
    kind: Kind
    here: bool

    @property
    def claims(self) -> tuple[KeptClaim, ...]:
        """Give the claims of the matter."""
        return self.matter.claims


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps in order, with the links that join them."""

    steps: tuple[Step, ...]
    links: tuple[Link, ...]


def chain_of(ledger: Ledger, asked: Matter) -> Chain:
    """Walk from a matter along its links to other matters, both ways."""
    found, links, home = {asked.id: asked}, dict.fromkeys(asked.related), {claim.id for claim in asked.claims}
    waiting = [asked]
    while waiting and len(found) < MOST:
        for link in waiting.pop(0).related:
            links[link] = None
            for end in (link.from_claim, link.to_claim):
                if end not in home:
                    other = ledger.matter(end)
                    home |= {end, *(claim.id for claim in other.claims)}
                    if other.id not in found:
                        found[other.id] = other
                        waiting.append(other)
    steps = [Step(one, one.claims[0].claim.kind, one.id == asked.id) for one in found.values() if one.claims]
    steps.sort(key=lambda step: (_place(step.kind), step.claims[0].published or ""))
    return Chain(tuple(steps), tuple(links))


def _place(kind: Kind) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)
