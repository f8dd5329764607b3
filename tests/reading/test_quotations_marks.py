import time

import pytest

from tenu.reading.quotations import Quoted, marks


def inner(text: str, depth: int = 0) -> list[str]:
    return [text[quoted.inner.start : quoted.inner.end] for quoted in marks(text) if quoted.depth == depth]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il a dit « oui ».", ["oui"]),
        ("Il a dit «oui».", ["oui"]),
        ("Il a dit \u00ab\u00a0oui\u00a0\u00bb.", ["oui"]),
        ("She said “yes” and “no”.", ["yes", "no"]),
        ('She said "yes," and "no".', ["yes,", "no"]),
        ("She said 'yes' to the dogs' owners.", ["yes"]),
        ("She said ‘yes’ to the dogs’ owners.", ["yes"]),
        ("She said ``yes''.", ["yes"]),
        ('She said "yes,” and “no" and “maybe".', ["yes,", "no", "maybe"]),
        ("Er sagte „ja“.", ["ja"]),
        ("l'eau, l’air, aujourd'hui, the ’90s", []),
        ('rappelé:"Nous irons".', ["Nous irons"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


def test_a_quotation_within_a_quotation_stands_one_deeper() -> None:
    text = "« Il a crié “au feu” dans la rue », dit-elle."

    assert inner(text) == ["Il a crié “au feu” dans la rue"]
    assert inner(text, depth=1) == ["au feu"]


def test_a_quotation_over_paragraphs_is_one_stretch() -> None:
    text = "“We came.\n\n“We saw.\n\n“We left,” she said."

    (quoted,) = marks(text)

    assert text[quoted.inner.start : quoted.inner.end] == "We came.\n\n“We saw.\n\n“We left,"
    assert quoted.closed


def test_a_missing_closing_mark_ends_with_its_paragraph_and_says_so() -> None:
    text = "Il a dit : « Nous restons.\n\nLa suite demain."

    (quoted,) = marks(text)

    assert text[quoted.inner.start : quoted.inner.end] == "Nous restons."
    assert not quoted.closed


def test_a_stray_opening_mark_does_not_swallow_the_quotation_behind_it() -> None:
    assert inner("« Nous restons, dit-il. « Nous partons », dit-elle.") == ["Nous partons"]


def test_an_inch_sign_is_no_quotation() -> None:
    assert inner('A 5" pipe broke.\n\nShe said "help".') == ["help"]


def test_outer_holds_the_marks_and_inner_the_words_alone() -> None:
    (quoted,) = marks("a « b » c")

    assert isinstance(quoted, Quoted)
    assert (quoted.outer.start, quoted.outer.end) == (2, 7)
    assert (quoted.inner.start, quoted.inner.end) == (4, 5)


@pytest.mark.parametrize(
    "piece", ["« ", '"""" ', '"a', "“", "’", "'a", "«a\n\n", "«»", "' ", "‘a’ ", '"a\n', "» «", "„ “"]
)
def test_hostile_marks_are_read_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    begun = time.process_time()
    marks(text)

    assert time.process_time() - begun < 5
