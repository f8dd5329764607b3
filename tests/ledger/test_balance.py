from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.writing import NOON, brought, item, said

from tenu.ledger import KeptClaim, Ledger, State
from tenu.ledger.judging import Decision, Judgement
from tenu.ledger.linking import Asked
from tenu.ledger.matching.kinds import LinkKind
from tenu.ledger.promises.balance import Line, Told, balance, worked_out
from tenu.record import Basis, Item, Kind, Share, Stage, Status, Terms, Value

LATER = NOON + timedelta(hours=1)


class Tracker:
    """Keeps, judges and links claims in few words."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.kept = 0

    def keep(self, kind: Kind, *items: Item, language: str = "en", status: Status = Status.DONE) -> str:
        self.kept += 1
        text = f"Claim {self.kept} of a {kind}."
        claim = said(text, text, kind, status=status, items=items)
        one = brought(text, claim, source=f"{self.kept}.txt", language=language)
        return self.ledger.keep(*one, who="tenu", when=NOON).claims[0]

    def link(self, kind: LinkKind, one: str, other: str) -> None:
        self.ledger.link(Asked(kind, one, other), who="Ana", when=LATER)

    def note(self, claim: str, **terms: object) -> None:
        judgement = Judgement(Decision.AMEND, terms=Terms(**terms))  # type: ignore[arg-type]
        self.ledger.judge(claim, judgement, seen=self.ledger.claim(claim).seen, who="Ana", when=LATER)

    def line(self, claim: str, name: str, basis: Basis = Basis.STATED) -> Line:
        lines = self.ledger.balance(claim).balance.lines
        return next(line for line in lines if line.name == name and line.measure.basis is basis)


@pytest.fixture
def tracker(ledger: Ledger) -> Tracker:
    return Tracker(ledger)


def test_what_is_open_is_promised_less_delivered_by_item_and_by_money(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("ambulances", 12), item("euros", amount="5000000", currency="EUR"))
    first = tracker.keep(Kind.DELIVERY, item("ambulances", 3))
    second = tracker.keep(Kind.DELIVERY, item("ambulance", 4), item("euros", amount="2000000", currency="EUR"))
    tracker.link(LinkKind.DELIVERS, first, pledge)
    tracker.link(LinkKind.DELIVERS, second, pledge)

    line = tracker.line(pledge, "ambulances")

    assert (line.delivered.number, line.open) == (7, 5)
    assert line.promised is not None
    assert line.promised.claims == (pledge,)
    assert set(line.delivered.claims) == {first, second}
    assert tracker.line(pledge, "EUR").open == 3_000_000


def test_the_same_promise_told_twice_counts_once_and_so_does_a_delivery(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("generators", 10))
    again = tracker.keep(Kind.PLEDGE, item("générateurs", 10), language="fr")
    tracker.link(LinkKind.SAME, pledge, again)
    told = [tracker.keep(Kind.DELIVERY, item("generators", 4)) for _ in range(2)]
    tracker.link(LinkKind.SAME, *told)
    for one in told:
        tracker.link(LinkKind.DELIVERS, one, pledge)

    lines = tracker.ledger.balance(again).balance.lines

    assert len(lines) == 1
    assert lines[0].open == 6
    assert lines[0].promised is not None
    assert set(lines[0].promised.claims) == {pledge, again}


def test_an_update_takes_the_place_of_what_it_updates(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("tents", 100))
    more = tracker.keep(Kind.PLEDGE, item("tents", 150))
    tracker.link(LinkKind.UPDATES, more, pledge)

    assert tracker.line(pledge, "tents").open == 150


def test_figures_that_differ_are_not_chosen_between(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("tents", 100))
    other = tracker.keep(Kind.PLEDGE, item("tents", 120))
    tracker.link(LinkKind.SAME, pledge, other)

    line = tracker.line(pledge, "tents")

    assert line.open is None
    assert line.promised is not None
    assert line.promised.unsettled is not None
    assert "100, 120" in line.promised.unsettled


def test_a_pledge_is_not_a_commitment_and_the_two_do_not_add_up(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("euros", amount="100", currency="EUR"))
    firm = tracker.keep(Kind.PLEDGE, item("euros", amount="80", currency="EUR"))
    tracker.note(firm, stage=Stage.COMMITMENT)
    tracker.link(LinkKind.UPDATES, firm, pledge)

    line = tracker.line(pledge, "EUR")

    assert {stage: told.number for stage, told in line.stages.items()} == {Stage.PLEDGE: 100, Stage.COMMITMENT: 80}
    assert line.open == 100


def test_stated_converted_and_estimated_values_stand_apart(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("vehicles", 5))
    tracker.note(
        pledge,
        values=(Value(50, "NOK", Basis.STATED), Value(5, "EUR", Basis.CONVERTED), Value(6, "EUR", Basis.ESTIMATED)),
    )

    assert tracker.line(pledge, "NOK").open == 50
    assert tracker.line(pledge, "EUR", Basis.CONVERTED).open == 5
    assert tracker.line(pledge, "EUR", Basis.ESTIMATED).open == 6


def test_a_tranche_is_part_of_its_parent_and_its_delivery_counts_there(tracker: Tracker) -> None:
    parent = tracker.keep(Kind.PLEDGE, item("euros", amount="100", currency="EUR"))
    tranche = tracker.keep(Kind.PLEDGE, item("euros", amount="40", currency="EUR"))
    tracker.note(tranche, tranche_of=parent)
    paid = tracker.keep(Kind.DELIVERY, item("euros", amount="40", currency="EUR"))
    tracker.link(LinkKind.DELIVERS, paid, tranche)

    line = tracker.line(parent, "EUR")

    assert (line.delivered.number, line.open) == (40, 60)
    assert tracker.line(tranche, "EUR").open == 0
    assert [part.matter.id for part in tracker.ledger.balance(parent).tranches] == [f"m{tranche}"]


def test_conditions_and_joint_shares_are_told_beside_the_balance(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("vaccines", 1000))
    shares = (Share("Norway", part=1), Share("Denmark"))
    tracker.note(pledge, conditions=("parliament approves",), shares=shares)

    told = tracker.ledger.balance(pledge).balance

    assert told.conditions == ("parliament approves",)
    assert told.shares == shares


def test_nothing_is_open_of_a_promise_that_was_withdrawn_or_cancelled(tracker: Tracker) -> None:
    withdrawn, cancelled = (tracker.keep(Kind.PLEDGE, item("tents", 7)) for _ in range(2))
    tracker.note(withdrawn, withdrawn=True)
    denial = tracker.keep(Kind.PLEDGE, item("tents", 7), status=Status.DENIED)
    tracker.link(LinkKind.CANCELS, denial, cancelled)

    assert tracker.ledger.balance(withdrawn).balance.withdrawn
    assert tracker.line(withdrawn, "tents").open == 0
    assert tracker.ledger.balance(cancelled).balance.withdrawn


def test_a_delivery_still_to_come_and_a_rejected_claim_do_not_count(tracker: Tracker) -> None:
    pledge = tracker.keep(Kind.PLEDGE, item("tents", 9))
    coming = tracker.keep(Kind.DELIVERY, item("tents", 2), status=Status.PLANNED)
    wrong = tracker.keep(Kind.DELIVERY, item("tents", 3))
    for one in (coming, wrong):
        tracker.link(LinkKind.DELIVERS, one, pledge)
    rejection = Judgement(Decision.REJECT, reason="another hospital")
    tracker.ledger.judge(wrong, rejection, seen=0, who="Ana", when=LATER)

    assert tracker.line(pledge, "tents").open == 9
    assert tracker.ledger.balance(pledge, as_of=NOON).balance.lines[0].open == 9


def test_a_delivery_that_keeps_two_promises_is_named(tracker: Tracker) -> None:
    one, other = (tracker.keep(Kind.PLEDGE, item("tents", 9)) for _ in range(2))
    came = tracker.keep(Kind.DELIVERY, item("tents", 2))
    for pledge in (one, other):
        tracker.link(LinkKind.DELIVERS, came, pledge)

    assert tracker.ledger.balance(one).shared == (came,)


NUMBERS = st.one_of(st.integers(0, 9), st.decimals("0", "1E+7", places=2), st.just(Decimal("5E+6")))
ITEMS = st.builds(
    Item,
    st.sampled_from(["tents", "tent", "euros"]),
    st.just(0),
    st.just(1),
    quantity=st.none() | NUMBERS,
    unit=st.sampled_from([None, "t"]),
    amount=st.none() | NUMBERS,
    currency=st.sampled_from([None, "EUR", "USD"]),
)
TERMS = st.none() | st.builds(Terms, stage=st.none() | st.sampled_from(Stage), withdrawn=st.booleans())


@given(
    kind=st.sampled_from(Kind),
    status=st.none() | st.sampled_from(Status),
    state=st.sampled_from(State),
    items=st.lists(ITEMS, max_size=3),
    terms=TERMS,
    delivers=st.booleans(),
)
def test_the_short_way_for_a_promise_told_once_gives_what_the_long_way_gives(
    kind: Kind, status: Status | None, state: State, items: list[Item], terms: Terms | None, delivers: bool
) -> None:
    claim = said("Five tents.", "Five tents.", kind, status=status, items=tuple(items))
    kept = KeptClaim(
        "c1", "d1", "a.txt", None, "en", None, 1, claim, claim, state, 0, NOON, None, None, terms
    )  # fmt: skip
    promise, deliveries = (Told(()), [Told([kept])]) if delivers else (Told([kept]), [])

    short = balance(promise, deliveries)

    assert repr(short) == repr(worked_out(promise, deliveries, ()))
