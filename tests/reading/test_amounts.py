"""Amounts: the cases lie in `amounts/`, one file a language, a line a case."""

import re
import time
from decimal import Decimal
from pathlib import Path

import pytest

from tenu.errors import UncoveredLanguageError
from tenu.reading import amounts
from tenu.reading.amounts import Measure
from tenu.reading.amounts.lexicon import lexicon

CASES = Path(__file__).parent / "amounts"


def cases() -> list[tuple[str, ...]]:
    found = []
    for language in ("fr", "en"):
        lines = (CASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
        found += [(language, *line.split("\t")) for line in lines if not line.startswith("#")]
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case[0]}: {case[1]} ({case[2]})")
def test_an_amount_is_read_as_its_line_says(case: tuple[str, ...]) -> None:
    language, text, country, *wanted = case

    found = [a for a in amounts.find(text, language, country=None if country == "-" else country) if a.plain]

    assert found, text
    first = found[0]
    noun = "-" if first.noun_start is None else text[first.noun_start :].split(" ")[: len(wanted[6].split())]
    got = [first.kind, first.value, first.high, first.currency, first.unit, first.bound]
    assert ["-" if value is None else str(value) for value in got] == wanted[:6]
    assert noun == "-" or wanted[6] == "-" or " ".join(noun).rstrip(".") == wanted[6]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le 12 octobre 2022, à 10h30 et à 17 heures, pendant deux ans et 3 jours.", "fr"),
        ("Les 12 et 13 octobre, de 2024 à 2027, en 2001, 2005, 2008 et 2010.", "fr"),
        ("Le G7, la COVID-19, les F-16; tél. 058 462 48 26.", "fr"),
        ("L’un des projets, un tiers.", "fr"),
        ("On 12 October 2022 at 10:30 a.m., for two weeks and 3 days, in 2024-27.", "en"),
        ("December 12 and 13, 2022; the 1990s; the 21st century; the 2030 Agenda.", "en"),
        ("A two-day visit to the G7; COVID-19; 202-456-1414; a 15-member team.", "en"),
        ("One of them, two thirds, twenty-first.", "en"),
    ],
)
def test_times_codes_and_telephone_numbers_are_no_counts(text: str, language: str) -> None:
    found = amounts.find(text, language)

    assert [a.words for a in found if a.kind in (Measure.COUNT, Measure.MONEY)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il envoie 1.000,5 tonnes.", "fr"),
        ("Il envoie 1,500 tonnes.", "fr"),
        ("It sent 1.500 tonnes.", "en"),
        ("It sent 1.000,5 tonnes.", "en"),
        ("It costs several million dollars.", "en"),
        ("Cela coûte plusieurs millions d’euros.", "fr"),
        ("Des centaines de milliers de personnes fuient.", "fr"),
    ],
)
def test_an_unclear_number_is_kept_with_its_words_and_a_reason(text: str, language: str) -> None:
    found = amounts.find(text, language)

    assert found[0].value is None
    assert found[0].words in text
    assert found[0].reason


def test_an_article_that_may_be_a_number_is_not_plain() -> None:
    article, number = amounts.find("Elle livre un avion et deux pompes.", "fr")

    assert (article.value, article.plain) == (1, False)
    assert (number.value, number.plain) == (2, True)


def test_an_amount_in_brackets_takes_the_only_currency_of_its_text() -> None:
    found = amounts.find("Credits of CHF 241 million, of which one for an aircraft (103.2 mn).", "en")

    money = [a for a in found if a.kind is Measure.MONEY]
    assert [(a.value, a.currency, a.inherited) for a in money] == [
        (241_000_000, "CHF", False),
        (103_200_000, "CHF", True),
    ]


def test_an_amount_in_brackets_has_no_currency_where_its_text_has_two() -> None:
    found = amounts.find("Credits of CHF 241 million and EUR 5 million (103.2 mn).", "en")

    assert found[-1].currency is None
    assert found[-1].reason


def test_a_change_from_one_amount_to_another_is_two_amounts() -> None:
    found = amounts.find("The fee will be decreased from 700 to 550 Swiss francs.", "en")

    assert [(a.value, a.currency) for a in found] == [(700, "CHF"), (550, "CHF")]


def test_decimals_stay_exact() -> None:
    found = amounts.find("It grew by 0.1 percent.", "en")

    assert found[0].value == Decimal("0.1")


def test_places_are_those_of_the_whole_text() -> None:
    text = "Au total, 31 ambulances."

    found = amounts.find(text[10:], "fr", offset=10)

    assert text[found[0].start : found[0].end] == found[0].words
    assert found[0].noun_start == text.index("ambulances")


def test_a_language_without_number_words_is_refused() -> None:
    with pytest.raises(UncoveredLanguageError, match="“de”"):
        amounts.find("31 Krankenwagen", "de")


def test_a_megabyte_of_digits_is_kept_as_words_that_could_not_be_read() -> None:
    began = time.process_time()

    found = amounts.find("$" + "20" * 500_000, "en")

    assert [(a.value, a.reason) for a in found] == [(None, "a numeral of 1,000,000 digits and marks is no amount")]
    assert time.process_time() - began < 5


HOSTILE = [
    "1 ",
    "1 000",
    "9.",
    "1,",
    "one hundred and ",
    "cent ",
    "$1-",
    "a million ",
    "12 et 13 ",
    "€",
    "EUR 5 ",
    "5 % ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_takes_time_in_step_with_its_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (10_000, 100_000))

    assert finding(long) < 25 * max(0.02, *(finding(short) for _ in range(3)))


def finding(text: str) -> float:
    """Give the seconds that it takes to find a text's amounts."""
    began = time.process_time()
    amounts.find(text, "en")
    return time.process_time() - began


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_search_for_numbers_takes_no_long_over_hostile_text_that_holds_none(language: str) -> None:
    start = lexicon(language).start

    slow = {piece: spent for piece in ("€", "$ ", "EUR ", "mai ", "« » ") if (spent := scan(start, piece)) > 0.05}

    assert not slow


def scan(pattern: re.Pattern[str], piece: str) -> float:
    """Give the seconds that a pattern takes over 100 kB of a piece, the least of a few."""
    spent: list[float] = []
    while not spent or (len(spent) < 12 and min(spent) > 0.04):
        began = time.process_time()
        for _found in pattern.finditer(piece * (100_000 // len(piece))):
            pass
        spent.append(time.process_time() - began)
    return min(spent)
