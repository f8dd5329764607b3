"""The log of corrections: what people amended or rejected, as it was read and as it stands."""

from dataclasses import dataclass
from datetime import datetime

from tenu.ledger import KeptClaim
from tenu.ledger.judging import Decision
from tenu.publishing.headline import headline
from tenu.publishing.site.record import Record


@dataclass(frozen=True, slots=True)
class Correction:
    """One verdict: when, what was decided and why, and the claim before and after; the reviewer is not named."""

    at: datetime
    decision: Decision
    reason: str | None
    claim: str
    matter: str | None
    before: str
    after: str | None
    words: str
    source: str


def corrections_of(record: Record) -> list[Correction]:
    """Give the corrections of claims that the ledger still shows, the newest first."""
    claims = {claim.id: claim for matter in record.gathered.matters for claim in matter.claims}
    found = []
    for verdict in reversed(record.verdicts):
        kept = claims.get(verdict.claim)
        if kept is not None:
            told = verdict.judgement
            after = headline(told.amended) if told.amended is not None else None
            matter = record.gathered.home[kept.id].id if _shown(record, kept) else None
            before, words = headline(kept.proposed), kept.proposed.evidence.text
            found.append(
                Correction(verdict.at, told.decision, told.reason, kept.id, matter, before, after, words, kept.source)
            )
    return found


def _shown(record: Record, kept: KeptClaim) -> bool:
    """Tell whether the claim's matter has a page: one of which every claim was rejected has none."""
    return any(record.scope.counts(claim) for claim in record.gathered.home[kept.id].claims)
