import pytest
from tests.ledger.writing import NOON, norway

from tenu.errors import LedgerError
from tenu.ledger import Decision, Filters, Judgement, Ledger, State
from tenu.record import Stage, Terms


def test_many_claims_are_judged_at_once_and_found_by_how_they_stand(ledger: Ledger) -> None:
    ids = ledger.keep(*norway(), who="reader", when=NOON).claims
    terms = Terms(Stage.COMMITMENT)

    judged = ledger.judge_many(
        {
            ids[0]: Judgement(Decision.ACCEPT, terms=terms),
            ids[1]: Judgement(Decision.REJECT, reason="a rumour"),
            "there is none such": Judgement(Decision.ACCEPT),
        },
        who="Ada",
        when=NOON,
    )

    assert judged == 2
    accepted = ledger.claims(Filters(state=State.ACCEPTED)).entries
    assert [(kept.id, kept.terms, kept.seen) for kept in accepted] == [(ids[0], terms, 1)]
    assert [kept.id for kept in ledger.claims(Filters(state=State.OPEN)).entries] == [ids[2]]
    assert ledger.verify().sound


def test_a_claim_that_somebody_judged_is_passed_over(ledger: Ledger) -> None:
    ids = ledger.keep(*norway(), who="reader", when=NOON).claims
    ledger.judge(ids[0], Judgement(Decision.REJECT, reason="a rumour"), seen=0, who="Ada", when=NOON)

    assert ledger.judge_many({ids[0]: Judgement(Decision.ACCEPT)}, who="Bo", when=NOON) == 0
    assert ledger.claim(ids[0]).state is State.REJECTED


def test_many_claims_are_not_rejected_without_a_reason(ledger: Ledger) -> None:
    ids = ledger.keep(*norway(), who="reader", when=NOON).claims

    with pytest.raises(LedgerError, match="needs its reason"):
        ledger.judge_many({ids[0]: Judgement(Decision.REJECT)}, who="Bo", when=NOON)
