import tomllib
from pathlib import Path
from typing import Any

import pytest

from tenu.reading import quotations, sentences
from tenu.reading.analysis import Analysis
from tenu.reading.parsing.shipped import parser
from tenu.record import Manner

CASES = Path(__file__).parent / "quotations"


def analysed(text: str, language: str) -> list[Analysis]:
    spans = sentences.split(text, language)
    return parser(language).parse([(text[span.start : span.end], span.start) for span in spans])


def found(text: str, language: str) -> list[quotations.Statement]:
    return quotations.find(text, analysed(text, language))


def cases() -> list[tuple[str, dict[str, Any]]]:
    files = sorted(CASES.glob("*.toml"))
    return [(path.stem, case) for path in files for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


@pytest.mark.parametrize(
    ("language", "case"), cases(), ids=lambda value: value["text"][:40] if isinstance(value, dict) else value
)
def test_statements_are_found_as_a_person_marked_them(language: str, case: dict[str, Any]) -> None:
    text = case["text"]

    statements = found(text, language)

    read = [
        [
            s.manner.value,
            text[s.content.start : s.content.end],
            text[s.speaker.start : s.speaker.end] if s.speaker else None,
        ]
        for s in statements
    ]
    assert read == case["statements"]


class Known:
    """Names as somebody else found them, for these tests: what a mention or a pronoun at a place stands for."""

    def __init__(self, text: str, names: dict[str, str]) -> None:
        self.text, self.names = text, names

    def fullest(self, start: int, end: int) -> str | None:
        return self.names.get(self.text[start:end])

    def meant_by(self, start: int, end: int) -> str | None:
        return self.names.get(self.text[start:end])


def test_a_speaker_has_the_fullest_name_that_the_names_give() -> None:
    text = "M. Girard a indiqué que la réunion aura lieu."

    (statement,) = quotations.find(text, analysed(text, "fr"), Known(text, {"M. Girard": "Paul Girard"}))

    assert statement.name == "Paul Girard"


def test_a_speaker_without_a_name_keeps_the_words_that_mention_him() -> None:
    text = "La ministre a indiqué que la réunion aura lieu."

    (statement,) = quotations.find(text, analysed(text, "fr"), Known(text, {}))

    assert statement.name == "La ministre"


def test_a_pronoun_stands_for_the_speaker_of_the_sentence_before() -> None:
    text = "Paul Girard a indiqué que l’OTAN resterait unie. « Nous sommes prêts », a-t-il ajouté."

    _, statement = quotations.find(
        text, analysed(text, "fr"), Known(text, {"Paul Girard": "Paul Girard", "-t-il": "OTAN"})
    )

    assert statement.name == "Paul Girard"


def test_a_quotation_alone_in_its_sentence_goes_on_with_the_one_before() -> None:
    text = "“We will stay,” said Anna Hill. “We will help every village.”"

    first, second = found(text, "en")

    assert (first.goes_on, second.goes_on) == (False, True)
    assert second.name == "Anna Hill"
    assert second.cue is None


def test_a_quotation_that_opens_a_paragraph_has_the_speaker_named_behind_it() -> None:
    text = "The talks ended.\n\n“It was hard.”\n\n“We will meet again,” Anna Hill said."

    first, second = found(text, "en")

    assert first.name == second.name == "Anna Hill"


def test_the_evidence_is_the_whole_sentence_and_the_cue_stands_in_it() -> None:
    text = "Le débat est clos. « Nous sommes prêts. Nous partons », a-t-il ajouté mardi. La salle s’est vidée."

    (statement,) = found(text, "fr")

    assert (
        text[statement.evidence.start : statement.evidence.end]
        == "« Nous sommes prêts. Nous partons », a-t-il ajouté mardi."
    )
    assert statement.cue is not None
    assert text[statement.cue.start : statement.cue.end] == "a-t-il ajouté"


def test_two_clauses_in_marks_under_one_verb_are_two_statements() -> None:
    text = "La ministre a déclaré que « le modèle est bon » et que « les deux pays veulent négocier »."

    statements = found(text, "fr")

    assert [text[s.content.start : s.content.end] for s in statements] == [
        "le modèle est bon",
        "les deux pays veulent négocier",
    ]
    assert all(s.manner is not Manner.INDIRECT for s in statements)


def test_a_text_without_sentences_has_no_statements() -> None:
    assert quotations.find("", []) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_listed_verb_fits_the_pattern_it_stands_under(language: str) -> None:
    path = Path(quotations.__file__).parents[1] / language / "speech.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    misfits = [
        (pattern, verb)
        for way in ("say", "think", "show", "call", "voice")
        for pattern, verbs in table[way].items()
        if pattern != "irregular"
        for verb in verbs
        if not verb.endswith(table["endings"][pattern][0])
    ]

    assert misfits == []
