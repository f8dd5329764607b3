"""The chain that a matter belongs to: the needs, the promise that answers them, what was delivered, what is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from tenu.ledger import Ledger, LinkKind, Matter, MatterBalance
from tenu.ledger.promises.figures import stage_of
from tenu.questions.standing import PROMISING


@dataclass(frozen=True, slots=True)
class Chain:
    """The needs that a promise answers, and the promise with its balance and deliveries; `alone` where there is none.

    `alone` is a matter that nothing links to a promise: a meeting, a need that nobody answers, a delivery unpromised.
    """

    needs: tuple[Matter, ...] = ()
    promise: MatterBalance | None = None
    alone: Matter | None = None


def chains(ledger: Ledger, id: str) -> tuple[Chain, ...]:  # noqa: A002 — the word of the screens
    """Give the chains in which a matter (or a claim's) stands: one for each promise that it is linked to."""
    matter = ledger.matter(id)
    if any(stage_of(claim) in PROMISING for claim in matter.claims):
        return (_of_promise(ledger, matter.id),)
    mine = {claim.id for claim in matter.claims}
    kept = [link.to_claim for link in matter.related if link.kind is LinkKind.DELIVERS and link.from_claim in mine]
    answering = [link.from_claim for link in matter.related if link.kind is LinkKind.ANSWERS and link.to_claim in mine]
    promises = _matters(ledger, [*kept, *answering])
    return tuple(_of_promise(ledger, promise.id) for promise in promises) or (Chain(alone=matter),)


def _of_promise(ledger: Ledger, id: str) -> Chain:  # noqa: A002 — the word of the screens
    promise = ledger.balance(id)
    mine = {claim.id for claim in promise.matter.claims}
    answered = [
        link.to_claim
        for link in promise.matter.related
        if link.kind is LinkKind.ANSWERS and link.from_claim in mine
    ]  # fmt: skip
    return Chain(_matters(ledger, answered), promise)


def _matters(ledger: Ledger, claims: Iterable[str]) -> tuple[Matter, ...]:
    found = [ledger.matter(claim) for claim in claims]
    return tuple({matter.id: matter for matter in found}.values())
