from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.ledger.writing import NOON, brought, norway, said

from tenu.errors import LedgerError
from tenu.ledger import Filters, Ledger, State
from tenu.ledger.judging import Decision, Judgement, OvertakenError
from tenu.record import Claim, Kind, Reading, Stage, Status, Terms

LATER = NOON + timedelta(hours=1)
ACCEPT = Judgement(Decision.ACCEPT)
UNDO = Judgement(Decision.UNDO)
REJECT = Judgement(Decision.REJECT, reason="not said")


def amended(claim: Claim) -> Judgement:
    return Judgement(Decision.AMEND, amended=replace(claim, kind=Kind.NEED, status=None, when="2021-05"))


@pytest.fixture
def first(ledger: Ledger) -> str:
    ledger.keep(*norway(), who="tenu", when=NOON)
    return ledger.claims().entries[0].id


def test_a_claim_is_accepted_by_somebody_at_some_time(ledger: Ledger, first: str) -> None:
    verdict = ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER)

    claim = ledger.claim(first)
    assert (claim.state, claim.seen) == (State.ACCEPTED, 1)
    assert (verdict.by, verdict.at) == ("Ana", LATER)
    assert ledger.verdicts(first) == (verdict,)
    assert [found.id for found in ledger.claims(Filters(state=State.ACCEPTED)).entries] == [first]


def test_an_amended_claim_stands_beside_the_first(ledger: Ledger, first: str) -> None:
    proposed = ledger.claim(first).claim

    ledger.judge(first, amended(proposed), seen=0, who="Ana", when=LATER)

    claim = ledger.claim(first)
    assert claim.state is State.AMENDED
    assert claim.claim.kind is Kind.NEED
    assert claim.proposed == proposed


def test_lists_go_by_how_a_claim_stands_and_the_past_by_how_it_stood(ledger: Ledger, first: str) -> None:
    ledger.judge(first, amended(ledger.claim(first).claim), seen=0, who="Ana", when=LATER)

    def listed(filters: Filters) -> list[str]:
        return [claim.id for claim in ledger.claims(filters).entries]

    assert first in listed(Filters(kind=Kind.NEED))
    assert first not in listed(Filters(kind=Kind.DELIVERY))
    assert first in listed(Filters(kind=Kind.DELIVERY, as_of=NOON))
    assert first not in listed(Filters(kind=Kind.NEED, as_of=NOON))
    assert first in listed(Filters(during=(date(2021, 5, 3), date(2021, 5, 4))))
    assert first not in listed(Filters(during=(date(2022, 10, 10), date(2022, 10, 10))))
    assert first in listed(Filters(during=(date(2022, 10, 10), date(2022, 10, 10)), as_of=NOON))
    assert ledger.claim(first, as_of=NOON).state is State.OPEN
    assert listed(Filters(state=State.OPEN, as_of=NOON)) == listed(Filters(as_of=NOON))


def test_a_rejection_needs_its_reason(ledger: Ledger, first: str) -> None:
    with pytest.raises(LedgerError, match="reason"):
        ledger.judge(first, Judgement(Decision.REJECT), seen=0, who="Ana", when=LATER)

    ledger.judge(first, REJECT, seen=0, who="Ana", when=LATER)

    assert ledger.verdicts(first)[0].judgement.reason == "not said"


def test_undo_is_another_verdict_and_gives_back_what_was_before(ledger: Ledger, first: str) -> None:
    proposed = ledger.claim(first).claim
    ledger.judge(first, amended(proposed), seen=0, who="Ana", when=LATER)
    before = ledger.claim(first)
    ledger.judge(first, REJECT, seen=1, who="Ben", when=LATER)

    ledger.judge(first, UNDO, seen=2, who="Ben", when=LATER)

    after = ledger.claim(first)
    assert (after.state, after.claim) == (State.AMENDED, before.claim)
    ledger.judge(first, UNDO, seen=3, who="Ben", when=LATER)
    assert (ledger.claim(first).state, ledger.claim(first).claim) == (State.OPEN, proposed)
    assert [verdict.judgement.decision for verdict in ledger.verdicts(first)] == ["amend", "reject", "undo", "undo"]
    with pytest.raises(LedgerError, match="undo"):
        ledger.judge(first, UNDO, seen=4, who="Ben", when=LATER)


def test_the_second_of_two_people_is_refused_with_both_decisions_at_hand(ledger: Ledger, first: str) -> None:
    ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER)

    with pytest.raises(OvertakenError, match="accept by Ana") as refused:
        ledger.judge(first, REJECT, seen=0, who="Ben", when=LATER)

    assert refused.value.yours == REJECT
    assert [verdict.by for verdict in refused.value.theirs] == ["Ana"]
    assert refused.value.claim.seen == 1
    assert ledger.claim(first).state is State.ACCEPTED


def test_a_decision_sent_twice_counts_once(ledger: Ledger, first: str) -> None:
    sent = ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER, client_id="a-1")

    again = ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER + timedelta(hours=1), client_id="a-1")

    assert again == sent
    assert ledger.claim(first).seen == 1
    with pytest.raises(LedgerError, match="another decision"):
        ledger.judge(first, REJECT, seen=1, who="Ana", when=LATER, client_id="a-1")


def test_amended_words_must_stand_in_the_text(ledger: Ledger, first: str) -> None:
    claim = ledger.claim(first).claim
    wrong = replace(claim, evidence=replace(claim.evidence, text="La Suède a livré"))

    with pytest.raises(LedgerError, match="not in the text"):
        ledger.judge(first, Judgement(Decision.AMEND, amended=wrong), seen=0, who="Ana", when=LATER)

    assert ledger.verdicts(first) == ()


def test_terms_are_noted_with_a_verdict(ledger: Ledger, first: str) -> None:
    terms = Terms(stage=Stage.COMMITMENT, conditions=("parliament approves",))

    ledger.judge(first, Judgement(Decision.AMEND, terms=terms), seen=0, who="Ana", when=LATER)

    assert ledger.claim(first).terms == terms
    assert ledger.claim(first, as_of=NOON).terms is None


def test_verdicts_go_with_what_says_the_same_when_the_page_changes_around_it(ledger: Ledger, first: str) -> None:
    other = ledger.claims().entries[1]
    ledger.judge(first, amended(ledger.claim(first).claim), seen=0, who="Ana", when=LATER)
    ledger.judge(other.id, REJECT, seen=0, who="Ben", when=LATER)

    ledger.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER + timedelta(days=1))

    now = ledger.claims().entries
    assert [claim.state for claim in now] == [State.AMENDED, State.REJECTED, State.OPEN]
    assert now[0].claim.kind is Kind.NEED
    text = ledger.document(now[0].document).document
    assert text is not None
    evidence = now[0].claim.evidence
    assert text.text[evidence.start : evidence.end] == evidence.text
    assert ledger.verdicts(now[0].id)[0].by == "Ana"
    assert ledger.claims(Filters(kind=Kind.NEED)).entries == (now[0],)


def test_what_was_accepted_stays_when_the_page_no_longer_says_it(ledger: Ledger, first: str) -> None:
    ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER)
    text = "Cette page a été retirée."
    gone = LATER + timedelta(days=1)

    ledger.keep(*brought(text), who="tenu", when=gone)

    assert [(claim.id, claim.gone_from) for claim in ledger.claims().entries] == [(first, gone)]
    ledger.keep(*norway(version="2"), who="tenu", when=gone)


def test_what_came_back_to_the_page_is_no_longer_gone(ledger: Ledger, first: str) -> None:
    ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER)
    content, reading = norway()
    ledger.keep(content, Reading(reading.document, ()), who="tenu", when=LATER)

    ledger.keep(content, reading, who="tenu", when=LATER)

    claim = ledger.claim(first)
    assert (claim.gone_from, claim.state) == (None, State.ACCEPTED)
    assert ledger.count() == (1, 3)


def test_an_undone_amendment_is_still_found_in_the_past_it_stood_in(ledger: Ledger) -> None:
    text = "Le pays a besoin de pompes. Il remercie."
    ledger.keep(*brought(text, said(text, "Le pays a besoin de pompes.", Kind.NEED)), who="tenu", when=NOON)
    claim = ledger.claims().entries[0]
    change = replace(claim.claim, kind=Kind.PLEDGE, status=Status.DONE)
    ledger.judge(claim.id, Judgement(Decision.AMEND, amended=change), seen=0, who="Ana", when=LATER)
    ledger.judge(claim.id, UNDO, seen=1, who="Ana", when=LATER + timedelta(hours=1))

    assert [found.id for found in ledger.claims(Filters(kind=Kind.PLEDGE, as_of=LATER)).entries] == [claim.id]
    assert ledger.claims(Filters(kind=Kind.PLEDGE)).entries == ()


def test_lists_tell_what_somebody_has_and_has_not_judged(ledger: Ledger, first: str) -> None:
    other = ledger.claims().entries[1].id
    ledger.judge(first, ACCEPT, seen=0, who="Ana", when=LATER)
    ledger.judge(other, ACCEPT, seen=0, who="Ben", when=LATER)
    ledger.judge(other, REJECT, seen=1, who="Ana", when=LATER)
    ledger.judge(other, UNDO, seen=2, who="Ana", when=LATER + timedelta(hours=1))

    def ids(**asked: object) -> list[str]:
        return [claim.id for claim in ledger.claims(Filters(**asked)).entries]  # type: ignore[arg-type]

    assert ids(judged_by="Ana") == [first]
    assert ids(judged_by="Ana", as_of=LATER) == [first, other]
    assert ids(judged_by="Ben", not_judged_by="Ana") == [other]
    assert ids(not_judged_by="Ana", kind=Kind.PLEDGE) == [other]
    assert first not in ids(not_judged_by="Ana")


def test_each_persons_last_verdict_is_given_for_a_whole_document_and_goes_with_its_claims(
    ledger: Ledger, first: str
) -> None:
    ledger.judge(first, REJECT, seen=0, who="Ana", when=LATER)
    ledger.judge(first, ACCEPT, seen=1, who="Ben", when=LATER)
    ledger.judge(first, ACCEPT, seen=2, who="Ana", when=LATER)
    ledger.judge(first, UNDO, seen=3, who="Ana", when=LATER)

    def told() -> list[dict[str, str]]:
        found = ledger.last_verdicts("https://www.example.org/a")
        return [{who: verdict.state.value for who, verdict in each.items()} for each in found.values()]

    before = told()
    ledger.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER + timedelta(days=1))

    assert before == told() == [{"Ana": "rejected", "Ben": "accepted"}]
    now = ledger.claims().entries[0]
    assert (now.state, now.seen) == (State.ACCEPTED, 2)
    ledger.judge(now.id, UNDO, seen=2, who="Ben", when=LATER + timedelta(days=2))
    assert ledger.claim(now.id).state is State.REJECTED
    assert ledger.verify().faults == ()
