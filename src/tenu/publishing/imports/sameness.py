"""Whether a claim that a file tells is said in the ledger already, to every name, day and amount."""

from tenu.ledger import KeptClaim, State
from tenu.publishing.imports.told import Said, Told, Who
from tenu.record import Actor, Claim, Role

_ACCEPTED = (State.ACCEPTED, State.AMENDED)


def is_said(told: Told, kept: KeptClaim) -> bool:
    """Tell whether a kept claim says what the rows say, with the same terms, and stands where they stand."""
    if told.said is None or told.terms != kept.terms:
        return False
    alike = told.state is kept.state or (told.state in _ACCEPTED and kept.state in _ACCEPTED)
    return alike and what_is_told(told.said) == what_is_told(kept.claim)


def what_is_told(said: Said | Claim) -> tuple[object, ...]:
    """Give all that rows or a claim say, apart from where it stands; actors keep their order within a role."""
    actors = [_named(one) for role in Role for one in said.actors if one.role is role]
    items = [(one.name, one.quantity, one.unit, one.amount, one.currency) for one in said.items]
    times = (said.when, said.when_words, said.by, said.by_words, said.recurs)
    return (said.kind, said.status, times, said.where, actors, items, said.quote, said.manner)


def _named(actor: Who | Actor) -> tuple[object, ...]:
    return (actor.role, actor.name, actor.id, actor.iso)
