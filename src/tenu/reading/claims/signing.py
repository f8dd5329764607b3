"""Who decides by an act that a text lets decide: “The *Order* directs …” is by whoever signed the order."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tenu.reading.claims.draft import Draft
from tenu.reading.claims.sameness import content
from tenu.record import Actor, Kind, Role


def name_signers(drafts: Sequence[Draft], acts: Collection[str]) -> None:
    """Put for an act that decides the one who signed it, where the text names one; `acts` are nouns for acts."""
    decisions = [draft for draft in drafts if draft.kind is Kind.DECISION]
    for draft in decisions:
        for place, actor in enumerate(draft.actors):
            signer = _signer(actor, decisions) if _is_act(actor, acts) else None
            if signer is not None:
                draft.actors[place] = replace(actor, name=signer.name, id=signer.id, iso=signer.iso)


def _is_act(actor: Actor, acts: Collection[str]) -> bool:
    return actor.role is Role.DECIDER and actor.name.lower().split()[-1] in acts


def _signer(act: Actor, decisions: Sequence[Draft]) -> Actor | None:
    """Give the only one who is first among those who decide on a thing of the act's name."""
    words = content(act.name)
    signing = [draft for draft in decisions if any(words <= content(item.name) for item in draft.items)]
    deciders = [[actor for actor in draft.actors if actor.role is Role.DECIDER] for draft in signing]
    first = {found[0].name: found[0] for found in deciders if found and found[0].name != act.name}
    return next(iter(first.values())) if len(first) == 1 else None
