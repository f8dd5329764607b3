"""What programs send to change the record."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tenu.ledger import Asked, Decision, Judgement, LinkKind
from tenu.record import Claim, Terms

_ID = r"^[\x21-\x7e]+$"
ClientId = Annotated[
    str, Field(min_length=1, max_length=100, pattern=_ID, description="Your own id of this decision: it counts once.")
]
Count = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Words = Annotated[str, Field(max_length=5_000, pattern=r"^[^\x00]*$")]
ClaimKey = Annotated[str, Field(min_length=4, max_length=80, pattern=r"^[^\x00]*$")]


class Deciding(StrEnum):
    """What a person can decide about a claim."""

    ACCEPT = "accept"
    AMEND = "amend"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class VerdictSent:
    """A decision about a claim; `seen` is the number of verdicts that its sender knows of (`seen` of the claim).

    Amending gives the amended claim (with its id as it was), or terms, or both; rejecting gives a reason.
    """

    decision: Deciding
    seen: Count
    client_id: ClientId
    amended: Claim | None = None
    terms: Terms | None = None
    reason: Words | None = None

    @property
    def judgement(self) -> Judgement:
        """Give the judgement that the ledger keeps."""
        return Judgement(Decision(self.decision.value), self.amended, self.terms, self.reason)


@dataclass(frozen=True, slots=True)
class LinkSent:
    """A link to make between two claims, or (with `stands` false) to refuse or take back.

    `seen` is the `number` of the link as it was seen, 0 for a new one.
    """

    kind: LinkKind
    from_claim: ClaimKey
    to_claim: ClaimKey
    client_id: ClientId
    seen: Count = 0
    stands: bool = True
    reason: Words | None = None

    @property
    def asked(self) -> Asked:
        """Give what the ledger is asked."""
        return Asked(self.kind, self.from_claim, self.to_claim, self.stands, self.reason)
