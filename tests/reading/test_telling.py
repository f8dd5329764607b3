"""What a sentence's words say to what its frames found: the table of weights, and what it lets in and holds back."""

from pathlib import Path

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.reading.analysis import Analysis
from tenu.reading.claims.weighing import LIKELY, UNLIKELY, Weighing
from tenu.reading.language import COVERED, language
from tenu.reading.reader import judge, prepare
from tenu.reading.telling import Weights
from tenu.reading.telling.weights import load
from tenu.record import Claim, Kind


def told(text: str, code: str) -> list[Claim]:
    head = "Journée au ministère\n\n3 mars 2025" if code == "fr" else "A day at the ministry\n\n3 March 2025"
    return read(open_document(f"{head}\n\n{text}".encode(), "page.txt", language=code))


def test_the_order_of_signs_changes_nothing_in_what_they_say() -> None:
    weights = Weights((Kind.NEED,), {"(bias)": (0,), "one": (10,), "two": (20,), "three": (30,)})

    forwards, backwards = ["one", "two", "three"], ["three", "two", "one"]

    assert weights.worth(Kind.NEED, forwards) == weights.worth(Kind.NEED, backwards)
    assert weights.likelihoods(forwards) == weights.likelihoods(backwards)


def test_signs_add_up_to_a_likelihood() -> None:
    weights = Weights((Kind.NEED,), {"(bias)": (0,), "word lack": (200,), "word joy": (-200,)})

    assert weights.likelihoods(()) == {Kind.NEED: 0.5}
    assert weights.likelihoods(("word lack",)) == {Kind.NEED: pytest.approx(0.881, abs=0.001)}
    assert weights.likelihoods(("word lack", "word joy", "word never seen")) == {Kind.NEED: 0.5}


def test_a_table_of_weights_leaves_empty_what_weighs_nothing(tmp_path: Path) -> None:
    table = tmp_path / "telling.tsv"
    table.write_text("sign\tneed\tpledge\n(bias)\t-1\t-2\nword lack\t1.5\t\n", encoding="utf-8")

    weights = load(table)

    assert weights.kinds == (Kind.NEED, Kind.PLEDGE)
    assert weights.worth(Kind.NEED, ("word lack",)) == 1.5
    assert weights.worth(Kind.PLEDGE, ("word lack",)) == 0.0


@pytest.mark.parametrize("code", COVERED)
def test_every_kind_of_entry_is_weighed_and_has_an_open_reading(code: str) -> None:
    tongue = language(code)

    assert set(tongue.weights.kinds) == set(Kind) - {Kind.STATEMENT}
    assert tongue.frames.opens == {(kind, told_by) for kind in tongue.weights.kinds for told_by in ("verbs", "nouns")}


@pytest.mark.parametrize("code", COVERED)
def test_what_a_frame_finds_speaks_for_its_kind(code: str) -> None:
    weights = language(code).weights

    assert all(weights.worth(kind, (f"frame {kind}",)) > 0 for kind in weights.kinds)


def test_an_empty_sentence_is_likely_nothing() -> None:
    for code in COVERED:
        assert max(language(code).weights.likelihoods(()).values()) < UNLIKELY < LIKELY


def test_a_likely_claim_keeps_to_the_words_of_its_sentence() -> None:
    text = "The committee finalised on Friday the rules for ports that the ministry had proposed in January."

    for claim in told(text, "en"):
        assert claim.evidence.text in text
        assert all(actor.mention in text for actor in claim.actors)


def test_the_signs_of_a_sentence_can_be_read() -> None:
    document = open_document(b"3 March 2025\n\nNorway signed the treaty.", "page.txt", language="en")
    sentences, known = prepare(document)
    (sentence,) = sentences

    weighed = Weighing(judge(sentences, known), 1, document.published).weigh(sentence, language("en"))

    assert isinstance(sentence.analysis, Analysis)
    assert {"word sign", "root sign", "does sign", "somebody acts", "names country"} <= weighed.signs
    assert set(weighed.likelihoods) == set(Kind) - {Kind.STATEMENT}
