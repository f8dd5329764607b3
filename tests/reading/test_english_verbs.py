"""English verbs that the model takes for something else, settled by their neighbours."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.reading.en.lemmas import lemma
from tenu.reading.frames.frame import WordClass
from tenu.reading.language import language, load_frames
from tenu.record import Kind


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        (
            "The council met in Turku on Monday.\n\nWe are also imposing new export restrictions on forty companies.\n",
            1,
        ),
        ("The council met in Turku on Monday.\n\nThe new export restrictions are imposing.\n", 0),
    ],
)
def test_what_stands_behind_be_and_has_an_object_is_a_verb(text: str, decisions: int) -> None:
    claims = read(open_document(text.encode(), "note.txt", language="en"))

    assert sum(claim.kind is Kind.DECISION for claim in claims) == decisions


def test_the_name_before_a_decision_tells_whose_it_is() -> None:
    text = "Minister Asa Lind welcomed the EU decision to lift the tariffs.\n"

    [decision] = [c for c in read(open_document(text.encode(), "n.txt", language="en")) if c.kind is Kind.DECISION]

    assert [actor.name for actor in decision.actors] == ["EU"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two leaders committed to continue the reconstruction of the region.\n", Kind.PLEDGE),
        ("Sweden is providing Peru with badly needed relief equipment.\n", Kind.DELIVERY),
    ],
)
def test_a_past_form_is_a_verb_or_an_attribute_by_what_stands_around_it(text: str, kind: Kind) -> None:
    claims = read(open_document(f"Note\n\n{text}".encode(), "note.txt", language="en"))

    assert [claim.kind for claim in claims] == [kind]


@pytest.mark.parametrize(
    ("headline", "verbs"),
    [
        ("President Ana Sol Approves Kansas Flood Declaration", ["Approves"]),
        ("Minister Asa Lind to Host Talks on Trade in Geneva", ["Host"]),
        ("United States and Peru Calls Remarks Plans", []),
        ("New Director of National Institutes of Health", []),
    ],
)
def test_a_headline_set_with_capitals_keeps_its_verbs(headline: str, verbs: list[str]) -> None:
    [analysis] = language("en").parser.parse([(headline, 0)])

    assert [token.text for token in analysis.tokens if token.upos == "VERB"] == verbs


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The talks focused on the relations between the two countries.", "focused"),
        ("Talks between Asa Lind and the Danish minister centred on trade and peace.", "centred"),
        ("The talks focused on trade were long.", "long"),
    ],
)
def test_what_talks_were_about_is_told_by_a_verb(sentence: str, verb: str) -> None:
    [analysis] = language("en").parser.parse([(sentence, 0)])

    assert analysis.tokens[analysis.root].text == verb


def test_the_verbs_of_the_frames_are_known_by_their_regular_forms() -> None:
    verbs = {word for frame in load_frames("en") if frame.word_class is WordClass.VERBS for word in frame.words}
    ending = {verb for verb in verbs if verb.isalpha() and verb.endswith("e") and len(verb) > 2}

    unknown = {verb for verb in ending if lemma(f"{verb}d", f"{verb}d", "VERB") != verb}

    assert not unknown, "add them to models/lists/verbs.en.txt and to verbs.txt"


def test_a_meeting_that_takes_place_is_told_by_its_noun() -> None:
    text = "Note\n\nA meeting of the finance ministers will take place in Turku in May.\n"

    [meeting] = read(open_document(text.encode(), "note.txt", language="en"))

    assert [actor.name for actor in meeting.actors] == ["finance ministers"]
