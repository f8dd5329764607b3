"""All claims at once say what the ledger says of each matter alone."""

import pytest

from tenu.ledger import Decision, Judgement, Ledger, LinkKind
from tenu.questions.scope import Scope
from tenu.questions.standing import Standings
from tenu.record import Kind, Stage
from tests.ledger.conftest import address, cluster, ledger
from tests.questions.conftest import Desk, item

__all__ = ["address", "cluster", "ledger"]


@pytest.fixture
def tangle(ledger: Ledger) -> Desk:
    """Promises with updates, tranches, deliveries, and a document that was read again."""
    desk = Desk(ledger)
    pledge = desk.keep(Kind.PLEDGE, item("tents", 100), item("euros", amount="100", currency="EUR"))
    more = desk.keep(Kind.PLEDGE, item("tents", 150))
    firm = desk.keep(Kind.DECISION, item("euros", amount="80", currency="EUR"))
    tranche = desk.keep(Kind.PLEDGE, item("euros", amount="40", currency="EUR"))
    paid = desk.keep(Kind.DELIVERY, item("euros", amount="40", currency="EUR"))
    came = desk.keep(Kind.DELIVERY, item("tents", 30))
    told_again = desk.keep(Kind.DELIVERY, item("tents", 30))
    desk.link(LinkKind.UPDATES, more, pledge)
    desk.note(firm, stage=Stage.COMMITMENT)
    desk.link(LinkKind.SAME, firm, pledge)
    desk.note(tranche, tranche_of=pledge)
    desk.link(LinkKind.DELIVERS, paid, tranche)
    desk.link(LinkKind.DELIVERS, came, pledge)
    desk.link(LinkKind.SAME, came, told_again)
    for before in ("", "A second version. "):
        desk.keep(Kind.PLEDGE, item("pumps", 3), text="Three pumps are promised.", before=before, source="again.txt")
    return desk


def test_matters_gathered_at_once_are_those_given_one_by_one(tangle: Desk) -> None:
    ledger = tangle.ledger

    gathered = ledger.gather()

    assert sum(len(matter.claims) for matter in gathered.matters) == ledger.count()[1]
    for matter in gathered.matters:
        assert matter == ledger.matter(matter.claims[0].id)
        assert all(gathered.home[claim.id] is matter for claim in matter.claims)


def test_balances_worked_out_at_once_are_those_given_one_by_one(tangle: Desk, scope: Scope) -> None:
    standings = list(Standings(tangle.ledger.gather((Kind.PLEDGE, Kind.DELIVERY)), scope).all())

    assert len(standings) == 3
    for standing in standings:
        assert standing.balance == tangle.ledger.balance(standing.matter.id).balance


def test_the_past_is_gathered_as_it_stood(tangle: Desk) -> None:
    ledger = tangle.ledger
    then = tangle.now
    first = ledger.gather().matters
    ledger.judge(
        first[0].claims[0].id, Judgement(Decision.ACCEPT), seen=0, who="Ana", when=tangle.now.replace(year=2025)
    )

    assert ledger.gather(as_of=then).matters == first
    assert ledger.gather().matters != first
