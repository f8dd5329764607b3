"""What was promised, what came and what is open, by donor, recipient, item and month."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tenu.ledger import LinkKind
from tenu.questions.balance import By, Row, balance
from tenu.questions.leaving import Reason
from tenu.questions.money import Conversion, Rate
from tenu.questions.scope import Scope
from tenu.record import Basis, Kind, Role, Status
from tests.questions.conftest import Desk, actor, item


def figures(row: Row) -> tuple[object, ...]:
    return (row.group, row.currency or row.item, row.promised, row.delivered, row.open, row.beyond)


def euros(amount: str, currency: str = "EUR") -> object:
    return item("money", amount=amount, currency=currency)


def test_each_figure_can_be_followed_to_its_claims(desk: Desk, scope: Scope) -> None:
    pledge = desk.keep(Kind.PLEDGE, item("generators", 60), donor="Norvelle")
    came = desk.keep(Kind.DELIVERY, item("generators", 45), donor="Norvelle")
    alone = desk.keep(Kind.DELIVERY, item("generators", 2), donor="Norvelle")
    desk.link(LinkKind.DELIVERS, came, pledge)

    (row,) = balance(desk.ledger, scope).rows

    assert figures(row) == ("Norvelle", "generators", 60, 45, 15, 2)
    assert (row.promised_by, row.delivered_by, row.beyond_by) == ((pledge,), (came,), (alone,))


def test_currencies_are_never_added(desk: Desk, scope: Scope) -> None:
    for amount, currency in (("1000000.10", "EUR"), ("2000000.20", "EUR"), ("5", "CHF")):
        desk.keep(Kind.PLEDGE, euros(amount, currency), donor="Norvelle")  # type: ignore[arg-type]

    rows = balance(desk.ledger, scope).rows

    assert [(row.currency, row.promised) for row in rows] == [("CHF", Decimal(5)), ("EUR", Decimal("3000000.30"))]


def test_joint_donors_are_one_group_and_counted_once(desk: Desk, scope: Scope) -> None:
    desk.keep(Kind.PLEDGE, item("tents", 10), who=("Norvelle", "Kestria"), role=Role.DONOR)
    desk.keep(Kind.PLEDGE, item("tents", 7), who=("Kestria", "Norvelle"), role=Role.DONOR)

    (row,) = balance(desk.ledger, scope).rows

    assert row.promised == 17
    assert {party.name for party in row.parties} == {"Norvelle", "Kestria"}


def test_a_country_is_one_donor_in_both_languages(desk: Desk, scope: Scope) -> None:
    for name, language in (("Norway", "en"), ("Norvège", "fr")):
        text = f"{name} promises."
        claim = desk.keep(Kind.PLEDGE, item("tents", 10), text=text, language=language)
        told = desk.ledger.claim(claim).claim
        desk.amend(claim, replace(told, actors=(actor(Role.DONOR, name, "NOR"),)))

    (row,) = balance(desk.ledger, scope).rows

    assert row.promised == 20


def test_by_item_by_recipient_and_by_month_of_the_promise(desk: Desk, scope: Scope) -> None:
    desk.keep(Kind.PLEDGE, item("tents", 10), to="Sarvène", published="2024-02-10")
    desk.keep(Kind.PLEDGE, item("tents", 5), to="Ardolie", published="2024-01-10")

    by_item, by_recipient, by_month = (balance(desk.ledger, scope, by).rows for by in (By.ITEM, By.RECIPIENT, By.MONTH))

    assert [figures(row)[:3] for row in by_item] == [("tents", "tents", 15)]
    assert [figures(row)[:3] for row in by_recipient] == [("Ardolie", "tents", 5), ("Sarvène", "tents", 10)]
    assert [figures(row)[:3] for row in by_month] == [("2024-01", "tents", 5), ("2024-02", "tents", 10)]


def test_what_is_not_counted_is_named_with_its_reason(desk: Desk, scope: Scope) -> None:
    one, other = (desk.keep(Kind.PLEDGE, item("tents", many)) for many in (100, 120))
    desk.link(LinkKind.SAME, one, other)
    vague = desk.keep(Kind.PLEDGE)
    denied = desk.keep(Kind.DELIVERY, item("tents", 3), status=Status.DENIED)

    answer = balance(desk.ledger, scope)

    assert answer.rows == ()
    assert {left.reason: set(left.claims) for left in answer.left_out} == {
        Reason.UNSETTLED: {one, other},
        Reason.UNCOUNTED: {vague},
        Reason.NOT_DONE: {denied},
    }


def test_money_is_converted_at_the_day_of_the_promise_and_marked(desk: Desk, scope: Scope) -> None:
    desk.keep(Kind.PLEDGE, euros("1000"), item("tents", 3), donor="Norvelle", published="2024-01-13")  # type: ignore[arg-type]
    unknown = desk.keep(Kind.PLEDGE, euros("7", "XTS"), donor="Norvelle")  # type: ignore[arg-type]

    def rates(currency: str, into: str, day: date) -> Rate | None:
        friday = date(2024, 1, 12)
        return (
            Rate(currency, into, Decimal("0.93705"), friday, "a list")
            if (currency, day) == ("EUR", date(2024, 1, 13))
            else None
        )

    answer = balance(desk.ledger, scope, conversion=Conversion("CHF", rates))

    assert [(row.item, row.basis, row.promised) for row in answer.rows] == [
        ("CHF", Basis.CONVERTED, Decimal("937.05")),
        ("tents", Basis.STATED, 3),
    ]
    assert [(rate.number, rate.day) for rate in answer.rates] == [(Decimal("0.93705"), date(2024, 1, 12))]
    assert [(left.reason, left.claims) for left in answer.left_out] == [(Reason.NO_RATE, (unknown,))]
