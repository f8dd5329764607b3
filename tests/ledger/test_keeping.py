from dataclasses import replace
from datetime import timedelta

import pytest
from tests.ledger.writing import NOON, NORWAY, brought, norway, said

from tenu.errors import LedgerError, UnknownRecordError
from tenu.ledger import Filters, Ledger, Outcome
from tenu.record import Kind, Passage, Reading

LATER = NOON + timedelta(days=1)


def test_a_document_is_kept_with_its_text_and_claims(ledger: Ledger) -> None:
    content, reading = norway()

    kept = ledger.keep(content, reading, who="Ana", when=NOON)

    assert kept.outcome is Outcome.NEW_DOCUMENT
    document = ledger.document(kept.document)
    assert document.document == reading.document
    assert [claim.claim for claim in ledger.claims_of(kept.document)] == list(reading.claims)
    assert ledger.content(kept.document) == content


def test_reading_the_same_bytes_twice_adds_nothing(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    before = ledger.claims()

    again = ledger.keep(*norway(), who="Ben", when=LATER)

    assert again.outcome is Outcome.NOTHING_NEW
    assert ledger.claims() == before
    assert ledger.count() == (1, 3)


def test_changed_bytes_at_the_same_source_make_a_new_version(ledger: Ledger) -> None:
    first = ledger.keep(*norway(), who="Ana", when=NOON)

    second = ledger.keep(*norway(before="Mise à jour. "), who="Ana", when=LATER)

    assert (second.outcome, second.version) == (Outcome.NEW_VERSION, 2)
    assert second.document == first.document
    document = ledger.document(first.document)
    assert [version.number for version in document.versions] == [1, 2]
    assert document.document is not None
    assert document.document.text.startswith("Mise à jour. ")
    assert ledger.count() == (1, 3)


def test_a_page_that_goes_back_to_earlier_bytes_has_a_new_version(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    ledger.keep(*norway(before="Mise à jour. "), who="Ana", when=LATER)

    back = ledger.keep(*norway(), who="Ana", when=LATER + timedelta(hours=1))

    assert (back.outcome, back.version) == (Outcome.NEW_VERSION, 3)
    versions = ledger.document("https://www.example.org/a").versions
    assert versions[0].sha256 == versions[2].sha256 != versions[1].sha256
    assert {claim.version for claim in ledger.claims().entries} == {3}
    assert {claim.version for claim in ledger.claims(Filters(as_of=LATER)).entries} == {2}
    assert sum(b'"contents"' in line for line in ledger.export()) == 2
    assert ledger.verify().faults == ()


def test_an_archive_taken_in_once_more_adds_nothing(ledger: Ledger) -> None:
    captures = [(norway(), NOON), (norway(before="Mise à jour. "), LATER), (norway(), LATER + timedelta(hours=1))]
    for one, at in captures:
        ledger.keep(*one, who="Ana", when=at)

    again = [ledger.keep(*one, who="Ana", when=at) for one, at in captures]

    assert [(kept.outcome, kept.version) for kept in again] == [
        (Outcome.NOTHING_NEW, 3),
        (Outcome.NOTHING_NEW, 2),
        (Outcome.NOTHING_NEW, 3),
    ]
    assert ledger.document("https://www.example.org/a").version == 3


def test_a_newer_reader_adds_a_reading_and_leaves_what_it_sees_alike(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    before = [claim.id for claim in ledger.claims().entries]
    content, reading = norway(version="2")
    fewer = Reading(reading.document, reading.claims[:2])

    kept = ledger.keep(content, fewer, who="Ana", when=LATER)

    assert (kept.outcome, kept.version, kept.claims) == (Outcome.NEW_READING, 1, ())
    assert [claim.id for claim in ledger.claims().entries] == before[:2]
    gone = ledger.claim(before[2])
    assert gone.known_until == LATER


def test_a_newer_reader_that_sees_more_keeps_the_old_and_adds_the_new(ledger: Ledger) -> None:
    content, reading = norway()
    ledger.keep(content, Reading(reading.document, reading.claims[:1]), who="Ana", when=NOON)
    first = ledger.claims().entries[0]

    ledger.keep(content, reading, who="Ana", when=LATER)

    listed = ledger.claims().entries
    assert [claim.claim for claim in listed] == list(reading.claims)
    assert listed[0] == first


def test_a_newer_reader_of_an_older_version_changes_nothing_current(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    ledger.keep(*norway(before="Mise à jour. "), who="Ana", when=LATER)
    current = ledger.claims()
    content, reading = norway(version="2")

    kept = ledger.keep(content, Reading(reading.document, reading.claims[:1]), who="Ana", when=LATER)

    assert kept.outcome is Outcome.NEW_READING
    assert ledger.claims() == current


def test_an_older_page_shows_as_it_was_known_then(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    ledger.keep(*norway(before="Mise à jour. "), who="Ana", when=LATER)

    then = ledger.claims(Filters(as_of=NOON))
    before_all = ledger.claims(Filters(as_of=NOON - timedelta(seconds=1)))

    assert [claim.version for claim in then.entries] == [1, 1, 1]
    assert all(claim.known_until is None for claim in then.entries)
    assert before_all.entries == ()
    assert [document.version for document in ledger.documents(Filters(as_of=NOON)).entries] == [1]


def test_the_same_bytes_at_two_sources_are_two_documents_with_claims_of_their_own(ledger: Ledger) -> None:
    ledger.keep(*norway(source="a.txt"), who="Ana", when=NOON)

    ledger.keep(*norway(source="b.txt"), who="Ana", when=NOON)

    ids = [claim.id for claim in ledger.claims().entries]
    assert len(set(ids)) == 6


def test_a_document_with_nothing_to_claim_is_kept(ledger: Ledger) -> None:
    kept = ledger.keep(*brought("Il fait beau."), who="Ana", when=NOON)

    assert kept.claims == ()
    assert ledger.documents().entries[0].claims == 0


def test_a_claim_whose_words_are_not_in_the_text_is_refused_with_its_whole_document(ledger: Ledger) -> None:
    content, reading = norway()
    wrong = replace(reading.claims[0], evidence=Passage("Ce n’est pas là.", 0, 16))

    with pytest.raises(LedgerError, match="not in the text"):
        ledger.keep(content, Reading(reading.document, (wrong, *reading.claims[1:])), who="Ana", when=NOON)

    assert ledger.count() == (0, 0)


def test_a_reading_of_other_bytes_is_refused(ledger: Ledger) -> None:
    _, reading = norway()

    with pytest.raises(LedgerError, match="other bytes"):
        ledger.keep(b"something else", reading, who="Ana", when=NOON)


def test_nobody_writes_without_a_name_or_a_zone(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="name"):
        ledger.keep(*norway(), who=" ", when=NOON)
    with pytest.raises(LedgerError, match="zone"):
        ledger.keep(*norway(), who="Ana", when=NOON.replace(tzinfo=None))


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    ledger.keep(*norway(), who="Ana", when=NOON)
    first = ledger.claims().entries[0]

    assert ledger.claim(first.id[:6]) == first
    with pytest.raises(UnknownRecordError, match="no claim"):
        ledger.claim("zzzzzzzz")
    with pytest.raises(UnknownRecordError, match="no document"):
        ledger.document("zzzzzzzz")


def test_strange_letters_are_kept_to_the_letter(ledger: Ledger) -> None:
    text = "A\x00B a donné « 5 € » 🎁 au Līvānu novads. Ліки для лікарні."
    content, reading = brought(text, said(text, "Ліки для лікарні.", Kind.NEED))

    kept = ledger.keep(content, reading, who="Ana", when=NOON)

    assert ledger.document(kept.document).document == reading.document
    assert ledger.find("ліки").entries[0].claim == reading.claims[0]
    assert ledger.find_documents("livanu").entries[0].id == kept.document


def test_many_documents_are_kept_in_one_go_and_again_without_a_trace(ledger: Ledger) -> None:
    many = [norway(source=f"{number}.txt") for number in range(30)]

    first = list(ledger.keep_all(many, who="Ana", clock=lambda: NOON))
    again = list(ledger.keep_all(many, who="Ana", clock=lambda: LATER))

    assert {kept.outcome for kept in first} == {Outcome.NEW_DOCUMENT}
    assert {kept.outcome for kept in again} == {Outcome.NOTHING_NEW}
    assert ledger.count() == (30, 90)


def test_long_documents_end_a_transaction_sooner(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenu.ledger.ledger.BYTES_AT_ONCE", 300)
    many = iter([norway(source=f"{number}.txt") for number in range(30)])

    next(ledger.keep_all(many, who="Ana", clock=lambda: NOON))

    assert ledger.count() == (2, 6)
    assert len(list(many)) == 28


def test_two_versions_of_a_page_in_one_go_are_kept_in_turn(ledger: Ledger) -> None:
    many = [norway(), norway(before="Mise à jour. "), norway()]

    outcomes = [kept.outcome for kept in ledger.keep_all(many, who="Ana", clock=lambda: NOON)]

    assert outcomes == [Outcome.NEW_DOCUMENT, Outcome.NEW_VERSION, Outcome.NOTHING_NEW]
    assert NORWAY in ledger.content("https://www.example.org/a").decode()
