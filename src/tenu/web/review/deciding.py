"""What a browser sends when a person decides, and the judgement that the ledger is asked to keep."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenu.errors import UsageError
from tenu.ledger import Decision, Judgement, KeptClaim, Ledger, Verdict
from tenu.record import Claim, Document, Terms
from tenu.web.review.amending import Fields, amended
from tenu.web.review.reader import Reader
from tenu.web.wording import N_

_NOTHING_TYPED = N_("An amendment needs the form with what the claim should say.")
_NOT_YOURS = N_("The last decision on this claim is somebody else's; decide anew instead of undoing it.")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the browser's queue keeps it; `client_id` makes it count once however often it is sent.

    `seen` is the number of verdicts that its sender knows of, `of` the number of those after which the claim stood as
    it was judged, where that is earlier: whoever insists after a clash judges what they saw before it.
    """

    client_id: str
    seen: int
    decision: Decision
    reason: str = ""
    fields: Fields | None = None
    reading: str = ""
    of: int | None = None


def decide(ledger: Ledger, reader: Reader, kept: KeptClaim, document: Document, decided: Decided) -> Judgement:
    """Give the judgement that a decision amounts to, on the claim as this reader saw it."""
    reason = decided.reason.strip() or None
    if decided.decision is Decision.UNDO:
        refuse_to_undo_others(ledger, kept, reader.who)
    if decided.decision in (Decision.UNDO, Decision.REJECT, Decision.CARRY):
        return Judgement(decided.decision, reason=reason)
    judged = kept.proposed if reader.alone else as_seen(ledger, kept, decided)
    terms = None if reader.alone else kept.terms
    if decided.decision is Decision.ACCEPT:
        return _accepted(kept, judged, terms, reason)
    if decided.fields is None:
        raise UsageError(_NOTHING_TYPED)
    return Judgement(Decision.AMEND, amended=amended(judged, decided.fields, document), terms=terms, reason=reason)


def sent_before(ledger: Ledger, kept: KeptClaim, decided: Decided) -> Verdict | None:
    """Give the verdict that was kept when this very decision was sent before; its answer was lost on the way."""
    told = ledger.verdicts(kept.id) if kept.seen else ()
    return next((verdict for verdict in told if verdict.client_id == decided.client_id), None)


def as_seen(ledger: Ledger, kept: KeptClaim, decided: Decided) -> Claim:
    """Give the claim as it stood to the person who decides: after the verdicts that they had seen."""
    seen = decided.seen if decided.of is None else decided.of
    if kept.seen == seen:
        return kept.claim
    return claim_after(ledger.verdicts(kept.id)[:seen]) or kept.proposed


def claim_after(verdicts: Sequence[Verdict]) -> Claim | None:
    """Give the amended claim that stands after verdicts; None where the proposed one does."""
    stack: list[Claim | None] = [None]
    for verdict in verdicts:
        if verdict.judgement.decision is not Decision.UNDO:
            stack.append(verdict.judgement.amended)
        elif len(stack) > 1:
            stack.pop()
    return stack[-1]


def refuse_to_undo_others(ledger: Ledger, kept: KeptClaim, who: str) -> None:
    """Refuse an undo that would take back somebody else's decision."""
    told = ledger.verdicts(kept.id)
    if told and told[-1].by != who:
        raise UsageError(_NOT_YOURS)


def _accepted(kept: KeptClaim, judged: Claim, terms: Terms | None, reason: str | None) -> Judgement:
    """Accept a claim as it was seen: where somebody had amended it, that is to say the same once more."""
    if judged == kept.proposed:
        return Judgement(Decision.ACCEPT, terms=terms, reason=reason)
    return Judgement(Decision.AMEND, amended=judged, terms=terms, reason=reason)
