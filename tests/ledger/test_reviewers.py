import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.ledger.writing import NOON, norway

from tenu.errors import LedgerError
from tenu.ledger import Ledger, State
from tenu.ledger.judging import Decision, Judgement, OvertakenError

REVIEWERS = st.sampled_from(["Ana", "Ben", "Cleo"])
CLAIMS = st.integers(0, 2)
AFTER = {Decision.ACCEPT: State.ACCEPTED, Decision.REJECT: State.REJECTED}


class Reviewers(RuleBasedStateMachine):
    """Reviewers who look at claims, and judge them by what they last saw, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None)  # noqa: S108
        self.ledger = Ledger.open(Path(self.folder.name) / "tenu.db")
        self.ledger.keep(*norway(), who="tenu", when=NOON)
        self.claims = [claim.id for claim in self.ledger.claims().entries]
        self.told: list[list[tuple[str, Decision]]] = [[], [], []]
        self.seen: dict[tuple[str, int], int] = {}
        self.sent: dict[str, tuple[int, int]] = {}

    def teardown(self) -> None:
        self.ledger.close()
        self.folder.cleanup()

    def states(self, claim: int) -> list[State]:
        stack = [State.OPEN]
        for _, decision in self.told[claim]:
            if decision is Decision.UNDO:
                stack.pop()
            else:
                stack.append(AFTER[decision])
        return stack

    @rule(who=REVIEWERS, claim=CLAIMS)
    def look(self, who: str, claim: int) -> None:
        self.seen[who, claim] = self.ledger.claim(self.claims[claim]).seen

    @rule(who=REVIEWERS, claim=CLAIMS, decision=st.sampled_from([Decision.ACCEPT, Decision.REJECT, Decision.UNDO]))
    def judge(self, who: str, claim: int, decision: Decision) -> None:
        seen = self.seen.get((who, claim), 0)
        judgement = Judgement(decision, reason="no" if decision is Decision.REJECT else None)
        name = f"{who}-{len(self.sent)}"
        try:
            self.ledger.judge(self.claims[claim], judgement, seen=seen, who=who, when=NOON, client_id=name)
        except OvertakenError as refused:
            assert seen != len(self.told[claim])
            theirs = [(verdict.by, verdict.judgement.decision) for verdict in refused.theirs]
            assert theirs == self.told[claim][seen:]
            return
        except LedgerError:
            assert decision is Decision.UNDO
            assert len(self.states(claim)) == 1
            return
        assert seen == len(self.told[claim])
        self.told[claim].append((who, decision))
        self.sent[name] = (claim, len(self.told[claim]))

    @rule(which=st.integers(0, 50))
    def send_again(self, which: int) -> None:
        """A decision that came through already counts once, however often it is sent."""
        if not self.sent:
            return
        name = sorted(self.sent)[which % len(self.sent)]
        claim, number = self.sent[name]
        who, decision = self.told[claim][number - 1]
        judgement = Judgement(decision, reason="no" if decision is Decision.REJECT else None)
        again = self.ledger.judge(self.claims[claim], judgement, seen=0, who=who, when=NOON, client_id=name)
        assert again.number == number

    @invariant()
    def nothing_is_lost(self) -> None:
        for number, claim in enumerate(self.claims):
            kept = [(verdict.by, verdict.judgement.decision) for verdict in self.ledger.verdicts(claim)]
            assert kept == self.told[number]
            assert self.ledger.claim(claim).state is self.states(number)[-1]


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Reviewers,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=examples < 100,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_reviewers_in_any_order_lose_nothing() -> None:
    _run(12, 15)


@pytest.mark.long
def test_ten_thousand_interleavings_of_reviewers_lose_nothing() -> None:
    _run(10_000, 12)
