from dataclasses import replace
from datetime import timedelta

import pytest
from tests.ledger.writing import NOON, NORWAY, brought, norway, said

from tenu.errors import ConflictError, LedgerError
from tenu.ledger import Filters, Ledger, State
from tenu.ledger.judging import Decision, Judgement
from tenu.record import Actor, Claim, Kind, Reading, Role, Stage, Terms

LATER = NOON + timedelta(days=1)
NEXT = LATER + timedelta(days=1)
SOURCE = "https://www.example.org/a"
UNDO = Judgement(Decision.UNDO)


def written(text: str = NORWAY, words: str = "5 millions d’euros à l’Ukraine", **more: object) -> Claim:
    """Give a claim as a person selects it, whose donor is named outside its words."""
    start = text.index("La Norvège")
    donor = Actor(Role.DONOR, "Norvège", "La Norvège", start, start + len("La Norvège"), iso="NOR")
    return replace(said(text, words, Kind.AGREEMENT, id=""), actors=(donor,), **more)  # type: ignore[arg-type]


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.keep(*norway(), who="tenu", when=NOON)
    return ledger


def test_a_claim_that_a_person_adds_is_accepted_and_names_its_writer(kept: Ledger) -> None:
    added = kept.add(SOURCE, written(), who="Ana", when=LATER)

    assert (added.state, added.seen, added.version) == (State.ACCEPTED, 1, 1)
    assert (added.claim.read_by.reader, added.claim.read_by.rule) == ("person", "added by Ana")
    assert added.claim.id == added.id
    assert [claim.claim.kind for claim in kept.claims_of(SOURCE)] == ["delivery", "pledge", "agreement", "meeting"]
    assert [claim.id for claim in kept.find("million euro", Filters(actor="NOR", kind=Kind.AGREEMENT)).entries] == [
        added.id
    ]
    assert [(verdict.by, verdict.state) for verdict in kept.verdicts(added.id)] == [("Ana", State.ACCEPTED)]
    assert kept.verify().faults == ()


def test_an_added_claim_was_not_there_before(kept: Ledger) -> None:
    kept.add(SOURCE, written(), who="Ana", when=LATER)

    assert len(kept.claims(Filters(as_of=NOON)).entries) == 3
    assert len(kept.claims(Filters(as_of=LATER)).entries) == 4


def test_a_claim_sent_twice_is_added_once(kept: Ledger) -> None:
    first = kept.add(SOURCE, written(), who="Ana", when=LATER, client_id="a")

    again = kept.add(SOURCE, written(), who="Ana", when=NEXT, client_id="a")

    assert again == first
    with pytest.raises(LedgerError, match="another decision"):
        kept.add(SOURCE, written(words="trois ambulances"), who="Ana", when=NEXT, client_id="a")
    with pytest.raises(ConflictError, match=first.id):
        kept.add(SOURCE, written(), who="Ben", when=NEXT)
    assert kept.count() == (1, 4)


def test_words_that_are_not_in_the_current_text_are_refused(kept: Ledger) -> None:
    claim = written()
    kept.keep(*norway(before="Mise à jour. "), who="tenu", when=LATER)

    with pytest.raises(LedgerError, match="as it stands now"):
        kept.add(SOURCE, claim, who="Ana", when=NEXT)
    with pytest.raises(LedgerError, match="not a time"):
        kept.add(SOURCE, written("Mise à jour. " + NORWAY, when="soon"), who="Ana", when=NEXT)
    assert kept.count() == (1, 3)


def test_taking_an_added_claim_back_is_a_verdict(kept: Ledger) -> None:
    added = kept.add(SOURCE, written(), terms=Terms(stage=Stage.COMMITMENT), who="Ana", when=LATER)
    assert added.terms == Terms(stage=Stage.COMMITMENT)

    kept.judge(added.id, UNDO, seen=1, who="Ana", when=NEXT)

    assert (kept.claim(added.id).state, kept.claim(added.id).terms) == (State.OPEN, None)
    assert [verdict.judgement.decision for verdict in kept.verdicts(added.id)] == [Decision.AMEND, Decision.UNDO]
    assert kept.verify().faults == ()


@pytest.mark.parametrize("before", ["", "Mise à jour. La Norvège remercie l’hôpital. "])
def test_an_added_claim_outlives_readers_that_do_not_find_it(kept: Ledger, before: str) -> None:
    added = kept.add(SOURCE, written(), who="Ana", when=LATER)

    kept.keep(*norway(before=before, version="2"), who="tenu", when=NEXT)

    (now,) = kept.claims(Filters(kind=Kind.AGREEMENT)).entries
    text = before + NORWAY
    assert text[now.claim.evidence.start : now.claim.evidence.end] == added.claim.evidence.text
    donor = now.claim.actors[0]
    assert text[donor.start : donor.end] == donor.mention
    assert (now.state, now.gone_from, now.version) == (State.ACCEPTED, None, 2 if before else 1)
    assert kept.last_verdicts(SOURCE)[now.id].keys() == {"Ana"}
    assert kept.verify().faults == ()


def test_an_added_claim_whose_words_left_the_page_is_gone_and_comes_back_with_them(kept: Ledger) -> None:
    added = kept.add(SOURCE, written(), who="Ana", when=LATER)

    kept.keep(*brought("Cette page a été retirée."), who="tenu", when=NEXT)
    gone = kept.claim(added.id)
    kept.keep(*norway(), who="tenu", when=NEXT + timedelta(days=1))

    assert gone.gone_from == NEXT
    (back,) = kept.claims(Filters(kind=Kind.AGREEMENT)).entries
    assert (back.state, back.gone_from, back.version) == (State.ACCEPTED, None, 3)
    assert kept.verify().faults == ()


def test_what_was_accepted_stays_while_the_page_says_it_though_a_newer_reader_is_silent(kept: Ledger) -> None:
    first = kept.claims().entries[0]
    kept.judge(first.id, Judgement(Decision.ACCEPT), seen=0, who="Ana", when=LATER)
    content, reading = norway(version="2")

    kept.keep(content, Reading(reading.document, ()), who="tenu", when=NEXT)

    assert [(claim.id, claim.gone_from) for claim in kept.claims().entries] == [(first.id, None)]


def test_words_that_stand_twice_are_found_where_their_surroundings_are(ledger: Ledger) -> None:
    text = "Au nord : dix tentes. Au sud : dix tentes."
    ledger.keep(*brought(text), who="tenu", when=NOON)
    second = said(text, "sud : dix tentes", Kind.DELIVERY)
    south = replace(second, evidence=replace(second.evidence, text="dix tentes", start=text.rindex("dix")))
    ledger.add(SOURCE, south, who="Ana", when=LATER)
    changed = "À l’est : dix tentes. Au nord : dix tentes. Au sud : dix tentes. À l’ouest : dix tentes."

    ledger.keep(*brought(changed), who="tenu", when=NEXT)

    assert ledger.claims().entries[0].claim.evidence.start == changed.index("dix tentes. À l’ouest")
