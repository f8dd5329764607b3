"""Who reads, and what is shown to them: a second reader sees nothing of what others decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from tenu.ledger import Decision, KeptClaim, Ledger, Verdict
from tenu.ledger.kept import State
from tenu.questions.agreement import last_by
from tenu.questions.doubts import Doubt, doubts
from tenu.record import Claim

SECOND = "second"
"""The reading in which each judges alone; any other shows how claims stand."""

_STATES = {Decision.ACCEPT: State.ACCEPTED, Decision.AMEND: State.AMENDED, Decision.REJECT: State.REJECTED}


@dataclass(frozen=True, slots=True)
class Reader:
    """A person at the screen, and whether they judge alone."""

    who: str
    alone: bool = False

    @classmethod
    def of(cls, who: str, reading: str) -> "Reader":
        """Take the reading from an address."""
        return cls(who, reading == SECOND)


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as a reader sees it: how it stands to them, and what about it is doubtful."""

    kept: KeptClaim
    claim: Claim
    state: State
    doubts: tuple[Doubt, ...]
    by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Give the claim's id."""
        return self.kept.id


def card(ledger: Ledger, reader: Reader, kept: KeptClaim) -> Card:
    """Give a claim as this reader sees it."""
    if not kept.seen:
        return Card(kept, kept.claim, kept.state, doubts(kept))
    verdicts = ledger.verdicts(kept.id)
    if not reader.alone:
        by = tuple(dict.fromkeys(verdict.by for verdict in verdicts)) if kept.state is not State.OPEN else ()
        return Card(kept, kept.claim, kept.state, doubts(kept), by)
    own = last_by(verdicts, reader.who)
    claim = (own.judgement.amended if own else None) or kept.proposed
    return Card(kept, claim, _state(own), doubts(kept), (reader.who,) if own else ())


def states(ledger: Ledger, reader: Reader, document: str, claims: Iterable[KeptClaim]) -> dict[str, State]:
    """Give how each claim of a document stands to this reader, by its id."""
    if not reader.alone:
        return {kept.id: kept.state for kept in claims}
    own = {claim: people.get(reader.who) for claim, people in ledger.last_verdicts(document).items()}
    return {kept.id: _state(own.get(kept.id)) for kept in claims}


def _state(verdict: Verdict | None) -> State:
    return _STATES.get(verdict.judgement.decision, State.OPEN) if verdict else State.OPEN
