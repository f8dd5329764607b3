"""What is to come, what happened, what is needed, who said what, who met whom, and what is new."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tenu.ledger import Decision, LinkKind
from tenu.questions.actor import actor
from tenu.questions.agenda import agenda
from tenu.questions.brief import brief
from tenu.questions.coverage import coverage
from tenu.questions.digest import digest
from tenu.questions.leaving import Reason
from tenu.questions.meetings import met
from tenu.questions.quotes import quotes
from tenu.questions.recurring import next_after
from tenu.questions.scope import Scope
from tenu.questions.timeline import timeline
from tenu.record import Kind, Manner, Role, Status
from tests.questions.conftest import Desk, item


def test_the_agenda_holds_meetings_and_deadlines_in_the_order_of_the_days(desk: Desk, scope: Scope) -> None:
    meeting = desk.keep(Kind.MEETING, who=("Council",), status=Status.PLANNED, when="2024-06-09")
    deadline = desk.keep(Kind.PLEDGE, item("tents", 3), by="2024-06-05")
    desk.keep(Kind.MEETING, who=("Council",), status=Status.PLANNED, when="2024-05-09")
    undated = desk.keep(Kind.MEETING, who=("Council",), status=Status.PLANNED)

    answer = agenda(desk.ledger, scope)

    assert [(one.day, one.deadline, one.event.claims) for one in answer.coming] == [
        (date(2024, 6, 5), True, (deadline,)),
        (date(2024, 6, 9), False, (meeting,)),
    ]
    assert [(left.reason, left.claims) for left in answer.left_out] == [(Reason.UNDATED, (undated,))]


def test_what_was_called_off_is_not_on_the_agenda(desk: Desk, scope: Scope) -> None:
    planned = desk.keep(Kind.MEETING, who=("Council",), status=Status.PLANNED, when="2024-06-09")
    off = desk.keep(Kind.MEETING, who=("Council",), status=Status.DENIED, published="2024-02-01", when="2024-06-09")
    desk.link(LinkKind.CANCELS, off, planned)

    assert agenda(desk.ledger, scope).coming == ()


def test_what_recurs_comes_again(desk: Desk, scope: Scope) -> None:
    desk.keep(Kind.ACTIVITY, item("exercise"), status=Status.DONE, when="2023-06-15", recurs="yearly")

    assert [one.day for one in agenda(desk.ledger, scope).coming] == [date(2024, 6, 15)]


@pytest.mark.parametrize(
    ("first", "recurs", "then"),
    [
        ("2023-01-31", "monthly", "2024-06-30"),
        ("2024-02-29", "yearly", "2025-02-28"),
        ("2024-05-30", "weekly", "2024-06-06"),
        ("2024-03-01", "quarterly", "2024-06-01"),
        ("2024-07-01", "yearly", "2024-07-01"),
    ],
)
def test_the_next_day_of_what_recurs(first: str, recurs: str, then: str) -> None:
    assert next_after(date.fromisoformat(first), recurs, date(2024, 6, 1)) == date.fromisoformat(then)


def test_a_rhythm_that_is_not_known_gives_no_day() -> None:
    assert next_after(date(2024, 1, 1), "each full moon", date(2024, 6, 1)) is None


def test_the_timeline_of_a_promise_goes_from_its_need_to_its_delivery(desk: Desk, scope: Scope) -> None:
    need = desk.keep(Kind.NEED, item("pumps", 40), to="Sarvène", status=None, published="2024-01-01")
    pledge = desk.keep(Kind.PLEDGE, item("pumps", 30), donor="Ardolie", published="2024-01-22")
    came = desk.keep(Kind.DELIVERY, item("pumps", 30), when="2024-03-20", published="2024-04-01")
    desk.keep(Kind.PLEDGE, item("tents", 5), donor="Norvelle")
    desk.link(LinkKind.ANSWERS, pledge, need)
    desk.link(LinkKind.DELIVERS, came, pledge)

    events = timeline(desk.ledger, scope, matter=pledge).events

    assert [(event.claims, event.first) for event in events] == [
        ((need,), date(2024, 1, 1)),
        ((pledge,), date(2024, 1, 22)),
        ((came,), date(2024, 3, 20)),
    ]
    assert [event.claims for event in timeline(desk.ledger, scope, actor="ardolie").events] == [(pledge,)]


def test_needs_are_set_against_pledges_and_deliveries_of_the_same_item(desk: Desk, scope: Scope) -> None:
    desk.keep(Kind.NEED, item("mobile generators", 120), to="Sarvène", status=None)
    desk.keep(Kind.NEED, item("diesel", 90), to="Sarvène", status=None, recurs="weekly")
    pledge = desk.keep(Kind.PLEDGE, item("mobile generators", 60), to="Sarvène")
    desk.link(LinkKind.DELIVERS, desk.keep(Kind.DELIVERY, item("mobile generators", 45), to="Sarvène"), pledge)
    other = desk.keep(Kind.PLEDGE, item("bridges", 2), to="Sarvène")
    desk.keep(Kind.PLEDGE, item("mobile generators", 5), to="Norvelle")

    answer = coverage(desk.ledger, scope, "sarvene")

    told = {(row.item, row.recurs): (row.needed, row.pledged, row.delivered, row.undelivered) for row in answer.rows}
    assert told == {("mobile generators", None): (120, 60, 45, 75), ("diesel", "weekly"): (90, 0, 0, None)}
    assert (Reason.NO_NEED, (other,)) in [(left.reason, left.claims) for left in answer.left_out]


def test_quotations_are_found_by_their_words_and_their_speaker(desk: Desk, scope: Scope) -> None:
    for speaker, says in (("Maren Oxbury", "Promises must be kept."), ("Nadia Quellorn", "A promise is a bridge.")):
        text = f"“{says}” said {speaker}."
        more = {"quote": says, "manner": Manner.DIRECT}
        desk.keep(Kind.STATEMENT, who=(speaker,), role=Role.SPEAKER, text=text, status=None, **more)

    found = quotes(desk.ledger, scope, "promise", speaker="Oxbury").quotes

    assert [(one.speakers[0].name, one.quote) for one in found] == [("Maren Oxbury", "Promises must be kept.")]
    assert len(quotes(desk.ledger, scope, "promise").quotes) == 2


def test_who_met_whom_is_counted_once_a_meeting(desk: Desk, scope: Scope) -> None:
    told = [desk.keep(Kind.MEETING, who=("Oxbury", "Dorange"), when="2024-01-09") for _ in range(3)]
    desk.link(LinkKind.SAME, told[0], told[1])
    coming = desk.keep(Kind.MEETING, who=("Oxbury", "Dorange"), status=Status.PLANNED)

    answer = met(desk.ledger, scope)

    assert [(pair.one.name, pair.other.name, pair.meetings) for pair in answer.pairs] == [("Dorange", "Oxbury", 2)]
    assert set(answer.pairs[0].claims) == set(told)
    assert [(left.reason, left.claims) for left in answer.left_out] == [(Reason.NOT_DONE, (coming,))]


def test_an_actor_is_shown_with_what_it_promised_gave_and_said(desk: Desk, scope: Scope) -> None:
    pledge = desk.keep(Kind.PLEDGE, item("tents", 5), donor="Norvelle", to="Sarvène")
    gift = desk.keep(Kind.DELIVERY, item("pumps", 2), donor="Norvelle")
    desk.keep(Kind.STATEMENT, who=("Norvelle",), role=Role.SPEAKER, status=None)

    answer = actor(desk.ledger, scope, "Norvelle")

    assert [promise.claims for promise in answer.promised] == [(pledge,)]
    assert [one.claims for one in answer.gave] == [(gift,)]
    assert len(answer.said) == 1
    assert [promise.claims for promise in actor(desk.ledger, scope, "Sarvène").received] == [(pledge,)]


def test_a_brief_tells_what_was_promised_at_the_last_meeting_and_what_was_said_since(desk: Desk, scope: Scope) -> None:
    source, who = "conference.txt", ("Norvelle", "Sarvène")
    desk.keep_together(
        source,
        (Kind.MEETING, {"who": who, "when": "2024-01-28"}),
        (Kind.PLEDGE, {"items": (item("tents", 5),), "donor": "Norvelle"}),
    )
    said = desk.keep(Kind.STATEMENT, who=("Norvelle",), role=Role.SPEAKER, published="2024-03-01", status=None)
    desk.keep(Kind.STATEMENT, who=("Norvelle",), role=Role.SPEAKER, published="2023-03-01", status=None)
    meeting = desk.keep(Kind.MEETING, who=who, status=Status.PLANNED, when="2024-06-09")

    answer = brief(desk.ledger, scope, meeting)

    assert [one.event.first for one in answer.last] == [date(2024, 1, 28)]
    assert [promise.lines[0].open for promise in answer.last[0].promised] == [5]
    assert [quote.words.claim for quote in answer.said] == [said]


def test_the_digest_holds_what_is_new_and_not_what_was_read_again(desk: Desk, scope: Scope) -> None:
    first = desk.keep(Kind.PLEDGE, item("tents", 5), text="Five tents are promised.", source="a.txt", by="2024-05-01")
    since = desk.now + timedelta(minutes=1)
    desk.keep(
        Kind.PLEDGE,
        item("tents", 5),
        text="Five tents are promised.",
        source="a.txt",
        by="2024-05-01",
        before="Again. ",
    )
    new = desk.keep(Kind.PLEDGE, item("pumps", 5))
    desk.accept(new)

    answer = digest(desk.ledger, replace(scope, today=date(2024, 6, 1)), since)

    assert [one.source for one in answer.documents] == ["3.txt"]
    assert [(one.source, one.number) for one in answer.revisions] == [("a.txt", 2)]
    assert answer.claims == {Kind.PLEDGE: 1}
    assert [promise.claims for promise in answer.promised] == [(new,)]
    assert [promise.matter for promise in answer.fell_due] == [f"m{first}"]
    assert [verdict.judgement.decision for verdict in answer.verdicts] == [Decision.ACCEPT]
