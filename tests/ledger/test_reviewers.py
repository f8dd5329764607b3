import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tests.ledger.writing import NOON, norway

from tenu.errors import LedgerError
from tenu.ledger import Ledger, State
from tenu.ledger.judging import Decision, Judgement, OvertakenError

NAMES = ("Ana", "Ben", "Cleo")
REVIEWERS = st.sampled_from(NAMES)
CLAIMS = st.integers(0, 2)
DECISIONS = st.sampled_from([Decision.ACCEPT, Decision.REJECT, Decision.UNDO])
AFTER = {Decision.ACCEPT: State.ACCEPTED, Decision.REJECT: State.REJECTED}
Told = list[tuple[str, Decision]]


class Office:
    """One ledger that each reviewer has opened for himself, and into which documents come one after the other."""

    def __init__(self, opened: dict[str, Ledger]) -> None:
        self.opened = opened
        self.met = Counter[str]()
        self._numbers = count(1)

    def document(self) -> tuple[str, list[str]]:
        """Keep another document; give its id and those of its three claims."""
        number = next(self._numbers)
        kept = self.opened[NAMES[0]].keep(
            *norway(source=f"https://www.example.org/{number}", before=f"Communiqué {number}. "), who="tenu", when=NOON
        )
        return kept.document, list(kept.claims)


class Reviewers(RuleBasedStateMachine):
    """Reviewers who look at a document's claims, and judge them by what they last saw, in any order."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.opened, self.met = office.opened, office.met
        self.document, self.claims = office.document()
        self.told: list[Told] = [[], [], []]
        self.seen: dict[str, dict[str, int]] = {}
        self.sent: dict[str, tuple[int, int]] = {}

    def states(self, claim: int) -> list[State]:
        stack = [State.OPEN]
        for _, decision in self.told[claim]:
            if decision is Decision.UNDO:
                stack.pop()
            else:
                stack.append(AFTER[decision])
        return stack

    @rule(who=REVIEWERS)
    def look(self, who: str) -> None:
        self.seen[who] = {kept.id: kept.seen for kept in self.opened[who].claims_of(self.document)}

    @rule(who=REVIEWERS, claim=CLAIMS, decision=DECISIONS)
    def look_and_judge(self, who: str, claim: int, decision: Decision) -> None:
        self.look(who)
        self.judge(who, claim, decision)

    @rule(who=REVIEWERS, claim=CLAIMS, decision=DECISIONS)
    def judge(self, who: str, claim: int, decision: Decision) -> None:
        seen = self.seen.get(who, {}).get(self.claims[claim], 0)
        judgement = Judgement(decision, reason="no" if decision is Decision.REJECT else None)
        name = f"{self.document}-{len(self.sent)}"
        try:
            self.opened[who].judge(self.claims[claim], judgement, seen=seen, who=who, when=NOON, client_id=name)
        except OvertakenError as refused:
            assert seen != len(self.told[claim])
            theirs = [(verdict.by, verdict.judgement.decision) for verdict in refused.theirs]
            assert theirs == self.told[claim][seen:]
            self.met["refused as overtaken"] += 1
            return
        except LedgerError:
            assert decision is Decision.UNDO
            assert len(self.states(claim)) == 1
            self.met["refused with nothing to undo"] += 1
            return
        assert seen == len(self.told[claim])
        self.told[claim].append((who, decision))
        self.sent[name] = (claim, len(self.told[claim]))
        self.met["verdicts kept"] += 1

    @precondition(lambda self: self.sent)
    @rule(which=st.integers(0, 50))
    def send_again(self, which: int) -> None:
        """A decision that came through already counts once, however often it is sent."""
        name = sorted(self.sent)[which % len(self.sent)]
        claim, number = self.sent[name]
        who, decision = self.told[claim][number - 1]
        judgement = Judgement(decision, reason="no" if decision is Decision.REJECT else None)
        again = self.opened[who].judge(self.claims[claim], judgement, seen=0, who=who, when=NOON, client_id=name)
        assert again.number == number
        self.met["sent again"] += 1

    @invariant()
    def every_claim_stands_as_it_was_last_judged(self) -> None:
        standing = {kept.id: (kept.state, kept.seen) for kept in self.opened[NAMES[-1]].claims_of(self.document)}
        assert standing == {
            claim: (self.states(number)[-1], len(self.told[number])) for number, claim in enumerate(self.claims)
        }

    def teardown(self) -> None:
        """At the end every verdict is there, whose it was, in the order in which it was given."""
        for number, claim in enumerate(self.claims):
            kept = [(verdict.by, verdict.judgement.decision) for verdict in self.opened[NAMES[1]].verdicts(claim)]
            assert kept == self.told[number]


@contextmanager
def office_at(address: str) -> Iterator[Office]:
    with ExitStack() as doors:
        yield Office({name: doors.enter_context(Ledger.open(address)) for name in NAMES})


def run(address: str, examples: int, steps: int) -> None:
    """Let reviewers work in so many orders, each on a document of its own; verify the ledger that comes of it."""
    with office_at(address) as office:
        run_state_machine_as_test(
            lambda: Reviewers(office),  # type: ignore[arg-type]
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                database=None,
                derandomize=examples < 100,
                suppress_health_check=list(HealthCheck),
            ),
        )
        ledger = office.opened[NAMES[0]]
        assert ledger.verify().faults == ()
        assert len(ledger.all_verdicts()) == office.met["verdicts kept"]
        orders, _ = ledger.count()
        assert orders >= examples
        print(f"{orders:,} orders:", ", ".join(f"{many:,} {what}" for what, many in sorted(office.met.items())))  # noqa: T201


@pytest.fixture
def place(address: str) -> Iterator[str]:
    """Give a new ledger's address; a file lies in memory where there is room, as the server's do: a disk is slower."""
    memory = Path("/dev/shm")  # noqa: S108 — our own folder in it
    if "://" in address or not memory.is_dir():
        yield address
        return
    with tempfile.TemporaryDirectory(prefix="tenu-reviewers-", dir=memory) as folder:
        yield str(Path(folder) / "tenu.db")


def test_reviewers_in_any_order_lose_nothing(place: str) -> None:
    run(place, 12, 15)


@pytest.mark.long
def test_ten_thousand_orders_of_reviewers_lose_nothing(place: str) -> None:
    run(place, 10_000, 12)
