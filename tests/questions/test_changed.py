"""What changed between two versions, and two documents side by side, read for real and kept in a ledger."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenu.document import open_document
from tenu.document.changes import ChangeKind
from tenu.errors import UnknownRecordError, UsageError
from tenu.ledger import Decision, Judgement, Ledger
from tenu.pairing import Slot
from tenu.questions.changed import changes
from tenu.questions.compared import compare_kept
from tenu.reading import read
from tenu.record import Reading

NOON = datetime.datetime(2025, 3, 6, 12, tzinfo=datetime.UTC)
FIRST = """Norway pledges aid to Ukraine

4 March 2025

Last updated: 4 March 2025 10:00

Norway will provide EUR 2.0 billion to Ukraine in March.

Canada delivered 40 ambulances to Ukraine in February.

The ministers will meet in Oslo on 9 June.
"""
SECOND = FIRST.replace("10:00", "18:30").replace("EUR 2.0 billion", "EUR 1.8 billion").replace("in March.", "in June.")
THIRD = SECOND.replace("Canada delivered 40 ambulances to Ukraine in February.\n\n", "")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "tenu.db") as opened:
        yield opened


def keep(ledger: Ledger, text: str, source: str = "norway.en.txt") -> None:
    document = open_document(text.encode(), source)
    ledger.keep(text.encode(), Reading(document, tuple(read(document))), who="Ana", when=NOON)


def test_an_amount_that_became_smaller_and_a_later_month_are_told_in_words_and_in_claims(ledger: Ledger) -> None:
    keep(ledger, FIRST)
    keep(ledger, SECOND)

    found = changes(ledger, "norway.en.txt")

    assert [change.kind for change in found.words] == [ChangeKind.DATE, ChangeKind.CHANGED]
    assert found.words[1].words == (("2.0", "1.8"), ("March", "June"))
    told = {
        difference.slot: (difference.left, difference.right) for pair in found.claims for difference in pair.differences
    }
    assert told[Slot.AMOUNT] == ("EUR 2 bn", "EUR 1.8 bn")
    assert told[Slot.DATE] == ("2025-03", "2025-06")


def test_a_paragraph_that_went_takes_its_claim_along_and_leaves_an_orphan(ledger: Ledger) -> None:
    keep(ledger, SECOND)
    (delivery,) = [kept for kept in ledger.claims_of("norway.en.txt") if "ambulances" in kept.claim.evidence.text]
    ledger.judge(delivery.id, Judgement(Decision.ACCEPT), seen=0, who="Ana", when=NOON)
    keep(ledger, THIRD)

    found = changes(ledger, "norway.en.txt")

    assert [change.kind for change in found.words] == [ChangeKind.REMOVED]
    assert [(pair.left is not None, pair.right) for pair in found.claims] == [(True, None)]
    assert [(orphan.id, orphan.state) for orphan in found.orphans] == [(delivery.id, "accepted")]


def test_a_new_date_line_alone_is_no_change_of_what_is_said(ledger: Ledger) -> None:
    keep(ledger, FIRST)
    keep(ledger, FIRST.replace("10:00", "11:45"))

    found = changes(ledger, "norway.en.txt")

    assert found.only_dates
    assert found.claims == ()
    assert found.orphans == ()


def test_versions_that_are_not_next_to_each_other_are_compared_too(ledger: Ledger) -> None:
    for text in (FIRST, SECOND, THIRD):
        keep(ledger, text)

    found = changes(ledger, "norway.en.txt", before=1, after=3)

    assert {change.kind for change in found.words} == {ChangeKind.DATE, ChangeKind.CHANGED, ChangeKind.REMOVED}


def test_a_document_of_one_version_and_versions_turned_round_are_refused(ledger: Ledger) -> None:
    keep(ledger, FIRST)
    with pytest.raises(UsageError, match="only one version"):
        changes(ledger, "norway.en.txt")
    keep(ledger, SECOND)

    with pytest.raises(UsageError, match="not before"):
        changes(ledger, "norway.en.txt", before=2, after=1)
    with pytest.raises(UnknownRecordError, match="there is no 7"):
        changes(ledger, "norway.en.txt", before=1, after=7)


def test_two_languages_of_the_ledger_are_compared(ledger: Ledger) -> None:
    keep(ledger, FIRST)
    keep(
        ledger,
        "La Norvège promet une aide à l’Ukraine\n\n4 mars 2025\n\nMis à jour le : 4 mars 2025 10:00\n\n"
        "La Norvège fournira 2,5 milliards d’euros à l’Ukraine en mars.\n\n"
        "Le Canada a livré 40 ambulances à l’Ukraine en février.\n\nLes ministres se réuniront à Oslo le 9 juin.\n",
        "norway.fr.txt",
    )

    found = compare_kept(ledger, "norway.fr.txt", "norway.en.txt")

    amounts = [d for pair in found.pairs for d in pair.differences if d.slot is Slot.AMOUNT]
    assert [(amount.left, amount.right) for amount in amounts] == [("EUR 2.5 bn", "EUR 2 bn")]
    assert found.agreeing >= 1
