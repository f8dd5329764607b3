"""What a program is told when others decided in between: both decisions, so that a person can look at them."""

from dataclasses import dataclass

import msgspec
from starlette.responses import Response

from tenu.ledger import Asked, Judgement, KeptClaim, Link, LinkOvertakenError, OvertakenError, Verdict
from tenu.web.refusing import problem


@dataclass(frozen=True, slots=True)
class Problem:
    """What was refused and what to do (RFC 9457)."""

    type: str
    status: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class ClaimConflict(Problem):
    """A verdict that was not kept: yours, those of the others, and the claim as it stands now."""

    yours: Judgement
    theirs: tuple[Verdict, ...]
    claim: KeptClaim


@dataclass(frozen=True, slots=True)
class LinkConflict(Problem):
    """A link that was not judged: what you asked for, and the link as others left it."""

    yours: Asked
    theirs: Link


def claim_conflict(clash: OvertakenError) -> Response:
    """Give both decisions about a claim, and the claim as it stands."""
    both = {"yours": clash.yours, "theirs": clash.theirs, "claim": clash.claim}
    return problem(409, str(clash), **msgspec.to_builtins(both))


def link_conflict(clash: LinkOvertakenError) -> Response:
    """Give what was asked of a link, and how others left it."""
    return problem(409, str(clash), **msgspec.to_builtins({"yours": clash.yours, "theirs": clash.theirs}))
