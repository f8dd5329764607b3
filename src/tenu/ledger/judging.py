"""What a verdict is, and how a claim stands after its verdicts. Pure: no database here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tenu.errors import ConflictError, LedgerError
from tenu.ledger.kept import KeptClaim, State
from tenu.record import Claim, Terms


class Decision(StrEnum):
    """What a person can decide about a claim; `carry` is what the ledger does when the page changes around it."""

    ACCEPT = "accept"
    AMEND = "amend"
    REJECT = "reject"
    UNDO = "undo"
    CARRY = "carry"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision with all that belongs to it: what it does not hold does not stand afterwards.

    Amending gives the amended claim, or terms, or both; rejecting gives a reason.
    """

    decision: Decision
    amended: Claim | None = None
    terms: Terms | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement as it was kept: the claim's which-th, by whom, when, and how the claim stood after it."""

    claim: str
    number: int
    judgement: Judgement
    by: str
    at: datetime
    state: State
    client_id: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands: its state, and the amended claim and the terms as JSON where there are any."""

    state: str = State.OPEN.value
    amended: str | None = None
    terms: str | None = None


class OvertakenError(ConflictError):
    """A verdict given on a claim that others had judged in between: `yours` was not kept, `theirs` stand."""

    def __init__(self, yours: Judgement, theirs: Sequence[Verdict], claim: KeptClaim) -> None:
        self.yours = yours
        self.theirs = tuple(theirs)
        self.claim = claim
        told = ", ".join(f"{verdict.judgement.decision} by {verdict.by}" for verdict in theirs)
        super().__init__(f"the claim {claim.id} was judged meanwhile ({told}); look at it again, then decide anew")


def check(judgement: Judgement, proposed: Claim, text: str) -> None:
    """Refuse a judgement that lacks what belongs to it, or an amended claim whose words are not in the text."""
    decision, amended = judgement.decision, judgement.amended
    if decision is Decision.CARRY:
        raise LedgerError("only the ledger itself carries verdicts over")
    if decision is Decision.REJECT and not (judgement.reason or "").strip():
        raise LedgerError("a rejection needs its reason; say what is wrong with the claim")
    if decision is Decision.AMEND and amended is None and judgement.terms is None:
        raise LedgerError("an amendment needs the amended claim or its terms")
    if decision is not Decision.AMEND and amended is not None:
        raise LedgerError(f"an amended claim belongs to an amendment, not to the decision to {decision}")
    if amended is None:
        return
    if amended.id != proposed.id:
        raise LedgerError(f"the amended claim must keep the id {proposed.id}")
    for passage in (amended.evidence, *amended.also):
        if passage.start >= passage.end or text[passage.start : passage.end] != passage.text:
            raise LedgerError(f"the amended claim's words at {passage.start}–{passage.end} are not in the text")


def undone_by(decisions: Sequence[Decision]) -> dict[int, int]:
    """Give, of a claim's decisions by their places, which were undone, each with the place of the undo.

    An undo takes back the last decision that still stands, whoever made it.
    """
    standing: list[int] = []
    undone = {}
    for place, decision in enumerate(decisions):
        if decision is Decision.UNDO:
            undone[standing.pop()] = place
        else:
            standing.append(place)
    return undone


def those_that_stand(decisions: Sequence[Decision]) -> list[int]:
    """Give the places of the decisions that stand, in order: no undo, and nothing undone."""
    undone = undone_by(decisions)
    return [place for place, made in enumerate(decisions) if made is not Decision.UNDO and place not in undone]


def given_by(judgement: Judgement, amended: str | None, terms: str | None) -> Standing:
    """Give how a claim stands by a judgement alone; the JSON of its amended claim and terms stands beside it."""
    states = {Decision.ACCEPT: State.ACCEPTED, Decision.AMEND: State.AMENDED, Decision.REJECT: State.REJECTED}
    return Standing(states.get(judgement.decision, State.OPEN).value, amended, terms)
