import random
import re
import time
from datetime import date
from functools import cache
from typing import Any

import pytest

from tenu.errors import UncoveredLanguageError
from tenu.reading import times
from tenu.reading.times.grammar import grammar, load
from tenu.reading.times.sequence import row_of
from tenu.record import edtf

PAGE = date(2022, 10, 11)  # a Tuesday


def cases(key: str) -> list[Any]:
    found = []
    for language in ("fr", "en"):
        for rule in load(language)["rule"]:
            for number, case in enumerate(rule.get(key, ())):
                found.append(pytest.param(language, case, id=f"{language}: {rule['name']} {number}"))
    return found


@pytest.mark.parametrize(("language", "case"), cases("reads"))
def test_a_rule_reads_its_sentences(language: str, case: dict[str, str]) -> None:
    anchor = date.fromisoformat(case["anchor"]) if "anchor" in case else None

    found = times.ranges(times.find(case["text"], language, anchor))

    assert any(
        all(getattr(time, key) == case[key] for key in ("words", "value", "timex") if key in case) for time in found
    ), found


@pytest.mark.parametrize(("language", "sentence"), cases("leaves"))
def test_a_rule_leaves_other_sentences_alone(language: str, sentence: str) -> None:
    found = times.find(sentence, language, PAGE)

    assert [t for t in found if t.words != "a week"] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("anchor", [PAGE, None])
def test_every_shape_of_every_rule_is_read_without_an_accident(language: str, anchor: date | None) -> None:
    chance = random.Random(7)  # noqa: S311 -- the same shapes each time, no secret
    data = load(language)
    for rule in data["rule"]:
        for _ in range(30):
            text = spoken(rule["pattern"], data, chance)
            for found in times.find(text, language, anchor):
                assert text[found.start : found.end] == found.words
                assert found.value is not None or found.reason, (text, found)
                if found.type is times.TimeType.DATE and found.value is not None:
                    assert edtf.valid(found.value), (text, found)


def spoken(pattern: str, data: dict[str, Any], chance: random.Random) -> str:
    """Say one of the things that a pattern reads."""
    for name, macro in reversed(list(data.get("macros", {}).items())):
        pattern = pattern.replace("{" + name + "}", f"({macro})")
    pattern = pattern.replace("[", "(").replace("]", ")")
    while (group := re.search(r"\(([^()]*)\)(\?)?", pattern)) is not None:
        chosen = chance.choice(group[1].split("|")) if not group[2] or chance.random() < 0.7 else ""
        pattern = pattern[: group.start()] + f" {chosen} " + pattern[group.end() :]
    words = []
    for word in chance.choice(pattern.split("|")).split():
        bare = word.rstrip("?")
        if word.endswith("?") and chance.random() < 0.5:
            continue
        words.append(
            instance(bare.rpartition(":")[2], data, chance) if re.fullmatch(r"(\w+:)?[A-Z][A-Z0-9_]+", bare) else bare
        )
    return re.sub(r" ([,’-]) ?", r"\1 ", " ".join(words)).replace("’ ", "’")


OTHERS = {
    "DAY": "12",
    "NUM": "3",
    "INT": "3",
    "YEAR": "2021",
    "MODERN": "2021",
    "ORDINAL": "3rd",
    "HOUR": "10",
    "MINUTE": "30",
    "TWO": "21",
    "CLOCK": "10:30",
    "ISO": "2021-02-03",
    "ISOWEEK": "2021-W05",
    "FIGURES": "13/02/2021",
    "SLASHED": "13/02",
    "DECADE": "1990s",
    "YEARPAIR": "2021/22",
    "QUARTER_CODE": "Q3",
    "HALF_CODE": "H1",
    "FISCAL_CODE": "FY22",
    "SHORT_YEAR": "’22",
    "CENTURY_ORDINAL": "XXIe",
    "ROUND": "2000",
    "T_DAY": "12 mai 2021",
    "T_MONTH": "juin 2021",
    "T_YEAR": "2021",
    "T_QUARTER": "Q3 2021",
    "T_SEASON": "hiver 2021",
    "T_WEEK": "week 5 2021",
    "T_ERA": "1990s",
    "T_CLOCK": "10:30",
    "T_PART": "ce soir",
    "T_LONG": "trois jours",
    "T_SET": "annually",
    "T_WEEKDAY": "lundi",
}


def instance(name: str, data: dict[str, Any], chance: random.Random) -> str:
    """Give a word of a class."""
    table = data["words"].get(name.removesuffix("_LOW"))
    if table:
        word: str = chance.choice(sorted(table))
        return word if name.endswith("_LOW") else word.capitalize()
    return OTHERS[name]


def test_days_told_together_are_one_period_for_claims_and_apart_for_timex() -> None:
    text = "Les ministres se sont réunis ces mercredi et jeudi (12 et 13 octobre 2022)."

    apart = times.find(text, "fr", PAGE)
    joined = times.ranges(apart)

    assert [t.timex for t in apart][-2:] == ["2022-10-12", "2022-10-13"]
    assert [(t.words, t.value) for t in joined] == [
        ("mercredi et jeudi", "2022-10-12/2022-10-13"),
        ("12 et 13 octobre 2022", "2022-10-12/2022-10-13"),
    ]


def test_offsets_are_counted_from_the_offset_given() -> None:
    found = times.find("Le 12 octobre 2022.", "fr", offset=100)

    assert [(t.start, t.end) for t in found] == [(103, 118)]


def test_the_tense_given_decides_which_wednesday_is_meant() -> None:
    values = [times.find("mercredi", "fr", PAGE, tense=tense)[0].value for tense in ("past", "future")]

    assert values == ["2022-10-05", "2022-10-12"]


def test_without_a_page_day_a_weekday_keeps_its_words_and_the_reason() -> None:
    found = times.find("Ils se verront mercredi.", "fr")[0]

    assert (found.words, found.value, found.timex) == ("mercredi", None, "XXXX-WXX-3")
    assert found.reason


@pytest.mark.parametrize(
    ("language", "sentence", "role"),
    [
        ("fr", "Les fonds seront versés d’ici à mars 2023.", "by"),
        ("fr", "Elle dure depuis mai 2021.", "since"),
        ("fr", "valable jusqu’au 31 mai 2023", "until"),
        ("fr", "au plus tard le 31 mai 2023", "by"),
        ("en", "by the end of 2025", "by"),
        ("en", "no later than 31 May 2025", "by"),
        ("en", "since spring 2022", "since"),
        ("en", "until 31 May 2025", "until"),
        ("en", "It opened in 2021.", "in"),
    ],
)
def test_the_words_before_tell_the_role(language: str, sentence: str, role: str) -> None:
    found = times.find(sentence, language, PAGE)

    assert [t.role for t in found] == [role]


@pytest.mark.parametrize(
    "sentence",
    [
        "You may sit; we sat in the sun.",
        "It costs $27 and 45%.",
        "We march on.",
        "A second vote was held.",
        "Form ABC-2020X.",
    ],
)
def test_common_words_are_no_times(sentence: str) -> None:
    assert times.find(sentence, "en", PAGE) == []


def test_what_lasts_since_a_month_began_before_the_page() -> None:
    found = times.find("Il travaille à San Francisco depuis septembre.", "fr", date(2023, 4, 25))

    assert [(t.value, t.role) for t in found] == [("2022-09", times.Role.SINCE)]


def test_a_day_in_figures_that_could_be_two_days_stays_open() -> None:
    found = times.find("Signed 03/04/2021.", "en", PAGE)

    assert [(t.words, t.value) for t in found] == [("03/04/2021", None)]
    assert "either way" in str(found[0].reason)


def test_a_day_that_no_calendar_has_is_kept_with_the_reason() -> None:
    found = times.find("Le 30 février 2021", "fr")

    assert [(t.words, t.value, t.reason) for t in found] == [("30 février 2021", None, "the calendar has no such day")]


def test_a_language_without_words_of_time_is_refused() -> None:
    with pytest.raises(UncoveredLanguageError, match="English and French"):
        times.find("am Mittwoch", "de")


HOSTILE = [
    "1 ",
    "le ",
    "1",
    "1.",
    "mercredi ",
    "12/",
    "12-",
    "2022-",
    "\n",
    " ",
    "du 1 au ",
    "mars ",
    "12 mars et ",
    "d’ici ",
    "l’",
    "’",
    "the ",
    "every ",
    "two ",
    "10:",
    "twenty-",
    "Monday, ",
    "May ",
    "in ",
    "the end of ",
    "2022 ",
    "the last ",
    "une ",
    "- ",
    ", ",
    "1,000,",
    "10h",
    "vingt et ",
    "12 May 2022 ",
    "first ",
    "\n \n",
    "1st ",
    "20s ",
    "Jan. ",
    "a ",
    "days ",
    "aujourd’hui ",
    "5 p.m. ",
    "q",
    "Q3 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str, language: str) -> None:
    times.find(piece * 20, language, PAGE)

    short, long = (fastest(piece * (size // len(piece)), language) for size in (1_000, 8_000))

    assert long < max(24 * short, 0.1)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_rule_takes_long_over_hostile_text(language: str) -> None:
    words = grammar(language)
    slow = {}
    for piece in HOSTILE[::7]:
        kinds = row_of(piece * (100_000 // len(piece)), words).kinds
        for rule in (rule for some in words.rounds for many in some.rules.values() for rule in many):
            spent = scan(rule.pattern.regex, kinds)
            if spent > 0.05:
                slow[rule.name, piece] = spent

    assert not slow


@cache
def scan(pattern: re.Pattern[str], kinds: str) -> float:
    """Give the seconds that a rule's expression takes over a text's kinds, found or not."""
    spent: list[float] = []
    while not spent or (len(spent) < 4 and min(spent) > 0.04):
        begun = time.process_time()
        for _found in pattern.finditer(kinds):
            pass
        spent.append(time.process_time() - begun)
    return min(spent)


def fastest(text: str, language: str) -> float:
    spent = []
    for _ in range(3):
        begun = time.process_time()
        times.find(text, language, PAGE)
        spent.append(time.process_time() - begun)
    return min(spent)
