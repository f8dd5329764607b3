import time
from pathlib import Path

import pytest

from tenu.errors import UncoveredLanguageError
from tenu.reading import sentences

CASES = Path(__file__).parent / "sentences"


def cut(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences.split(text, language)]


def marked_cases() -> list[tuple[str, str]]:
    """Read the paragraphs marked by hand: one a line, `‖` where a sentence ends."""
    cases = []
    for path in sorted(CASES.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        cases += [(path.stem, line) for line in lines if line and not line.startswith("#")]
    return cases


@pytest.mark.parametrize(("language", "paragraph"), marked_cases())
def test_sentences_end_where_a_person_marked_it(language: str, paragraph: str) -> None:
    wanted = [part.strip() for part in paragraph.split("‖")]

    found = cut(" ".join(wanted), language)

    assert found == wanted


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    text = "Visite officielle à Berne\n\n12 mars 2024\n\nLa ministre est arrivée."

    found = cut(text, "fr")

    assert found == ["Visite officielle à Berne", "12 mars 2024", "La ministre est arrivée."]


def test_a_list_item_is_a_sentence_without_its_bullet() -> None:
    text = "The parcel holds:\n• 31 ambulances;\n• 20 pumps\n– two generators"

    found = cut(text, "en")

    assert found == ["The parcel holds:", "31 ambulances;", "20 pumps", "two generators"]


def test_a_wrapped_line_is_not_the_end_of_a_sentence() -> None:
    text = "The ministers met for two hours in the old town hall and agreed to\nmeet again in spring."

    found = cut(text, "en")

    assert found == [text]


def test_places_count_from_the_offset() -> None:
    found = sentences.split("  Il part. Elle reste.", "fr", offset=100)

    assert [(span.start, span.end) for span in found] == [(102, 110), (111, 122)]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences.split(" \n\u00a0\n", "en") == []


def test_a_language_without_rules_is_refused_by_name() -> None:
    with pytest.raises(UncoveredLanguageError, match="“de”"):
        sentences.split("Guten Tag.", "de")


@pytest.mark.parametrize(
    "piece", ["« ", '"', ". ", "...", "A.", "(", " ( . ) ", "\n", "\u00a0", "M. ", "»”. ", "• ", "a) ", "- "]
)
def test_hostile_text_is_cut_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    begun = time.process_time()
    sentences.split(text, "fr")

    assert time.process_time() - begun < 1.5
