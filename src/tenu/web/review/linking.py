"""Links between claims: what is suggested beside a claim, what stands, and what a person decides."""

from dataclasses import dataclass

from tenu.ledger import KeptClaim, Ledger, Link, LinkKind, Suggestion

MOST = 9
"""Suggestions beside a claim: one for each key from 1 to 9."""


@dataclass(frozen=True, slots=True)
class LinkAsked:
    """A link as the browser's queue keeps it: made, or refused or taken back (`stands` False)."""

    client_id: str
    kind: LinkKind
    from_claim: str
    to_claim: str
    stands: bool = True
    seen: int = 0
    score: float | None = None
    reasons: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A suggestion as it is seen from one of its two claims; `forward` where it leads from this one to the other."""

    suggestion: Suggestion
    other: KeptClaim
    forward: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A standing link as it is seen from one of its two claims."""

    link: Link
    other: KeptClaim
    forward: bool


def offered(ledger: Ledger, claim: str) -> list[Offered]:
    """Give the links suggested for a claim, the surest first."""
    found = ledger.suggestions(claim, limit=MOST).entries
    return [
        Offered(one, one.to_claim if one.from_claim.id == claim else one.from_claim, one.from_claim.id == claim)
        for one in found
    ]


def linked(ledger: Ledger, claim: str) -> list[Linked]:
    """Give the links of a claim that stand."""
    return [
        Linked(
            link, ledger.claim(link.to_claim if link.from_claim == claim else link.from_claim), link.from_claim == claim
        )
        for link in ledger.links(claim)
    ]
