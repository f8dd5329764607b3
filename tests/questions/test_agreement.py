"""How far two people agree, counted by hand."""

from datetime import UTC, datetime

import pytest

from tenu.ledger import Decision, Judgement, State, Verdict
from tenu.questions.agreement import SETTLING, agreement, agreements, disagreement, first_readings

NOW = datetime(2026, 3, 12, tzinfo=UTC)


def _told(*given: tuple[str, Decision], settles: str = "") -> list[Verdict]:
    return [
        Verdict("c", number, Judgement(decision), by, NOW, State.OPEN, settles or None)
        for number, (by, decision) in enumerate(given, 1)
    ]


def test_kappa_takes_off_what_chance_would_give() -> None:
    """By hand: 20 + 15 of 50 alike, chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5 (the usual worked example)."""
    decided = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15

    found = agreement("Karim", "Nora", decided)

    assert (found.both, found.alike, found.percent) == (50, 35, 70.0)
    assert found.kappa == pytest.approx(0.4)


def test_kappa_is_left_open_where_both_decided_one_thing_throughout() -> None:
    assert agreement("Karim", "Nora", [("accept", "accept")] * 9).kappa is None
    assert agreement("Karim", "Nora", []).percent is None


def test_two_who_never_agree_are_below_chance() -> None:
    found = agreement("Karim", "Nora", [("accept", "reject"), ("reject", "accept")])

    assert (found.percent, found.kappa) == (0.0, -1.0)


def test_a_first_reading_is_what_was_decided_before_looking_again_and_undone_verdicts_are_left_out() -> None:
    verdicts = _told(
        ("Nora", Decision.ACCEPT),
        ("Nora", Decision.UNDO),
        ("Nora", Decision.REJECT),
        ("Karim", Decision.ACCEPT),
        ("Nora", Decision.ACCEPT),
    )

    readings = first_readings(verdicts)

    assert {who: verdict.judgement.decision for who, verdict in readings.items()} == {
        "Nora": Decision.REJECT,
        "Karim": Decision.ACCEPT,
    }


def test_people_differ_until_one_of_them_looks_again_or_somebody_settles_it() -> None:
    apart = _told(("Nora", Decision.ACCEPT), ("Karim", Decision.REJECT))
    settled = apart + _told(("Karim", Decision.ACCEPT), settles=f"{SETTLING}1")

    assert disagreement(apart) is not None
    assert disagreement([*apart, *_told(("Nora", Decision.REJECT))]) is None
    assert disagreement(settled) is None
    assert agreements([first_readings(settled)])[0].alike == 0
