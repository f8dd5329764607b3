"""Which claims count for an answer, and the day that it is given for."""

from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import KeptClaim, State

JUDGED_WELL = (State.ACCEPTED, State.AMENDED)


@dataclass(frozen=True, slots=True)
class Scope:
    """The day from which ages and deadlines count; what the ledger knew at a moment; whether only judged claims count.

    Without `accepted` every claim counts that no person rejected; with it only those that a person accepted or amended.
    """

    today: date
    as_of: datetime | None = None
    accepted: bool = False

    def counts(self, claim: KeptClaim) -> bool:
        """Tell whether a claim counts for an answer."""
        if self.accepted:
            return claim.state in JUDGED_WELL
        return claim.state is not State.REJECTED
