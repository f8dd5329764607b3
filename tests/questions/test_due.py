"""What was promised and has not come."""

from dataclasses import replace
from datetime import date

from tenu.ledger import LinkKind
from tenu.questions.due import due
from tenu.questions.leaving import LeftOut, Reason
from tenu.questions.promise import Fate
from tenu.questions.scope import Scope
from tenu.record import Kind, Status
from tests.questions.conftest import Desk, item


def reasons(left_out: tuple[LeftOut, ...]) -> dict[Reason, tuple[str, ...]]:
    return {one.reason: one.claims for one in left_out}


def test_a_promise_without_delivery_is_due_with_its_words_and_its_age(desk: Desk, scope: Scope) -> None:
    pledge = desk.keep(
        Kind.PLEDGE,
        item("pumps", 30),
        donor="Ardolie",
        to="Sarvène",
        by="2024-03-01",
        text="Ardolie will give 30 pumps.",
    )

    found = due(desk.ledger, scope).promises[0]

    assert found.claims == (pledge,)
    assert [party.name for party in (*found.donors, *found.recipients)] == ["Ardolie", "Sarvène"]
    assert (found.fate, found.lines[0].open) == (Fate.NOTHING, 30)
    assert (found.days_open(scope.today), found.days_overdue(scope.today)) == (143, 92)
    assert found.words.text == "Ardolie will give 30 pumps."


def test_what_came_in_part_stays_due_and_its_last_word_is_the_delivery(desk: Desk, scope: Scope) -> None:
    pledge = desk.keep(Kind.PLEDGE, item("generators", 60))
    came = desk.keep(Kind.DELIVERY, item("generators", 45), published="2024-02-20", text="45 generators came.")
    desk.link(LinkKind.DELIVERS, came, pledge)

    found = due(desk.ledger, scope).promises[0]

    assert (found.fate, found.lines[0].delivered, found.lines[0].open) == (Fate.PARTLY, 45, 15)
    assert found.last.text == "45 generators came."


def test_what_came_whole_and_what_was_withdrawn_are_left_out_with_their_reasons(desk: Desk, scope: Scope) -> None:
    whole, withdrawn = (desk.keep(Kind.PLEDGE, item("tents", 5)) for _ in range(2))
    desk.link(LinkKind.DELIVERS, desk.keep(Kind.DELIVERY, item("tents", 5)), whole)
    desk.note(withdrawn, withdrawn=True)

    answer = due(desk.ledger, scope)

    assert answer.promises == ()
    assert reasons(answer.left_out) == {Reason.KEPT: (whole,), Reason.WITHDRAWN: (withdrawn,)}


def test_the_longest_overdue_comes_first_and_what_has_no_deadline_last(desk: Desk, scope: Scope) -> None:
    coming = desk.keep(Kind.PLEDGE, item("tents", 1), by="2024-07")
    undated = desk.keep(Kind.PLEDGE, item("tents", 2), published="2023-01-10")
    late = desk.keep(Kind.PLEDGE, item("tents", 3), by="2024-05")
    latest = desk.keep(Kind.PLEDGE, item("tents", 4), by="2024-02-10")

    in_order = [promise.claims[0] for promise in due(desk.ledger, scope).promises]

    assert in_order == [latest, late, coming, undated]


def test_asked_by_a_day_only_what_falls_due_until_then_is_shown(desk: Desk, scope: Scope) -> None:
    soon = desk.keep(Kind.PLEDGE, item("tents", 1), by="2024-06-20")
    later = desk.keep(Kind.PLEDGE, item("tents", 2), by="2024-12")
    undated = desk.keep(Kind.PLEDGE, item("tents", 3))

    answer = due(desk.ledger, scope, by=date(2024, 6, 30))

    assert [promise.claims[0] for promise in answer.promises] == [soon]
    assert reasons(answer.left_out) == {Reason.LATER: (later,), Reason.NO_DEADLINE: (undated,)}


def test_a_delivery_that_was_announced_is_a_promise_until_it_came(desk: Desk, scope: Scope) -> None:
    announced = desk.keep(Kind.DELIVERY, item("pumps", 30), status=Status.PLANNED, when="2024-02")
    other = desk.keep(Kind.DELIVERY, item("tents", 4), status=Status.PLANNED)
    desk.link(LinkKind.UPDATES, desk.keep(Kind.DELIVERY, item("tents", 4), published="2024-03-01"), other)

    answer = due(desk.ledger, scope)

    assert [promise.claims for promise in answer.promises] == [(announced,)]
    assert answer.promises[0].announced
    assert answer.promises[0].due == date(2024, 2, 29)
    assert Reason.KEPT in reasons(answer.left_out)


def test_a_suggested_delivery_is_told_and_not_counted(desk: Desk, scope: Scope) -> None:
    pledge, came = (
        desk.keep(kind, item("generators", 60), donor="Norvelle", to="Sarvène", text=f"Norvelle {says} 60 generators.")
        for kind, says in ((Kind.PLEDGE, "will give"), (Kind.DELIVERY, "gave"))
    )
    desk.ledger.suggest_links(who="tenu", when=desk.now)

    answer = due(desk.ledger, scope)

    assert answer.promises[0].claims == (pledge,)
    assert answer.promises[0].hints == (came,)
    assert reasons(answer.left_out)[Reason.NOT_LINKED] == (came,)


def test_only_judged_claims_count_where_that_is_asked(desk: Desk, scope: Scope) -> None:
    accepted, open_one, rejected = (desk.keep(Kind.PLEDGE, item("tents", 5)) for _ in range(3))
    desk.accept(accepted)
    desk.reject(rejected)

    answer = due(desk.ledger, replace(scope, accepted=True))

    assert [promise.claims for promise in answer.promises] == [(accepted,)]
    assert reasons(answer.left_out) == {Reason.REJECTED: (rejected,), Reason.UNJUDGED: (open_one,)}


def test_the_past_is_answered_as_it_was_known_then(desk: Desk, scope: Scope) -> None:
    pledge = desk.keep(Kind.PLEDGE, item("tents", 5))
    before = desk.now
    desk.link(LinkKind.DELIVERS, desk.keep(Kind.DELIVERY, item("tents", 5)), pledge)

    assert due(desk.ledger, scope).promises == ()
    assert due(desk.ledger, replace(scope, as_of=before)).promises[0].claims == (pledge,)
