"""A language's words for numbers, as patterns."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tenu.errors import UncoveredLanguageError
from tenu.reading.amounts.amount import Bound
from tenu.reading.cldr import currencies

READING = Path(__file__).parent.parent
GAP = r"[ \t\u00a0\u202f\u2009\u2007]"
"""The spaces that may stand inside an amount: plain, non-breaking, narrow, thin, figure."""
BEHIND = 40
"""How many code points before a number are looked at for a currency, a bound or a label."""

DIGITS = (
    r"\d{1,3}(?:[ \u00a0\u202f\u2009\u2007]\d{3})+(?!\d)(?:[.,]\d+)?"  # 1 500; 20 000,50
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)(?:[.,]\d+)?"  # 20'000
    r"|\d+(?:[.,]\d+)*"
)


def any_of(words: Iterable[str], *, backwards: bool = False) -> str:
    """Give a pattern for any of the words, the longest that stands there, their spaces and apostrophes in any form.

    It branches letter by letter: a list of words tried one after the other takes a hundred times as long where none
    stands. `backwards` is for a text that is read from its end.
    """
    tree = Branches()
    for word in words:
        branch = tree
        for letter in reversed(word) if backwards else word:
            branch = branch.setdefault(_LOOSE.get(letter) or re.escape(letter), Branches())
        branch[""] = Branches()
    return _pattern_of(tree) or r"(?!)"


class Branches(dict[str, "Branches"]):
    """What may follow, by the pattern of a letter; a word may end where the empty pattern stands."""


_LOOSE = {" ": GAP, "'": "['’]", "’": "['’]"}


def _pattern_of(tree: Branches) -> str:
    parts = [letter + _pattern_of(below) for letter, below in tree.items() if letter]
    return f"(?:{'|'.join(parts)}){'?' if '' in tree else ''}" if parts else ""


def behind(text: str, place: int, floor: int = 0) -> str:
    """Give what stands before a place, read backwards, as far as it is looked at; `floor` is where the rest begins."""
    return text[max(floor, place - BEHIND) : place][::-1]


def whole(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, not running on into a longer one."""
    return rf"(?:{any_of(words)})(?!\w)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's number words and the patterns made from them; patterns match at a place in a text.

    Those that end in `_before` match what stands before it read backwards, so that they too begin at the place.
    """

    decimal: str
    grouping: str
    hundred: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    alone: frozenset[str]
    words: dict[str, int]
    collective: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    bounds: dict[str, Bound]
    bounds_after: dict[str, Bound]
    currencies: dict[str, str]
    bare: dict[str, frozenset[str]]
    range_opening: frozenset[str]
    surely_counted: frozenset[str]
    countable_units: frozenset[str]
    atom: re.Pattern[str]
    start: re.Pattern[str]
    scale: re.Pattern[str]
    short_scale: re.Pattern[str]
    currency_before: re.Pattern[str]
    currency_after: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    label_before: re.Pattern[str]
    month_before: re.Pattern[str]
    month_after: re.Pattern[str]
    duration: re.Pattern[str]
    no_count: re.Pattern[str]
    percent: re.Pattern[str]
    to: re.Pattern[str]
    middle: re.Pattern[str]
    opening_before: re.Pattern[str]
    sign: re.Pattern[str]
    unit: re.Pattern[str]
    noun_link: re.Pattern[str]


def fold(word: str) -> str:
    """Give a word as the tables hold it: lower case, curly apostrophes, plain spaces."""
    return re.sub(r"\s", " ", word.replace("'", "’")).casefold()


@cache
def symbols() -> dict[str, str]:
    """Give the codes for currency signs; several codes apart by bars, `?` where the sign alone is still open."""
    lines = (Path(__file__).parent / "symbols.tsv").read_text(encoding="utf-8").splitlines()
    table = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return (
        {code: code for code in currencies()}
        | {sign.replace(" ", "\u00a0"): code for sign, code in table.items()}
        | table
    )


def currency_names(language: str, own: dict[str, str]) -> dict[str, str]:
    """Give codes by currency name: CLDR's names, then the language's own file, which wins."""
    named = {fold(name): c.code for c in currencies().values() for name in (c.fr if language == "fr" else c.en)}
    return named | {fold(name): codes for name, codes in own.items()}


def bare_currencies(language: str, nouns: dict[str, str]) -> dict[str, frozenset[str]]:
    """Give, for a currency's noun alone (“francs”), all the codes whose CLDR name has it as its head."""
    found: dict[str, frozenset[str]] = {}
    for word, singular in nouns.items():
        position = 0 if language == "fr" else -1
        codes = {
            c.code
            for c in currencies().values()
            for name in (c.fr if language == "fr" else c.en)
            if fold(name).split()[position] in (fold(word), fold(singular))
        }
        found[fold(word)] = frozenset(codes)
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Give a language's number words; `UncoveredLanguageError` for a language that has no file of them."""
    path = READING / language / "numbers.toml"
    if not path.exists():
        raise UncoveredLanguageError(
            f"tenu has no number words for the language “{language}”; it has English and French."
        )
    return _lexicon(language, tomllib.loads(path.read_text(encoding="utf-8")))


def _lexicon(language: str, data: dict[str, Any]) -> Lexicon:
    names = currency_names(language, data["currencies"])
    bare = bare_currencies(language, data["bare"])
    atoms = any_of([*data["words"], *data["hundred"], *(s for s, p in data["scales"].items() if p == 3)])
    joiners = any_of(data["joiners"])
    number_words = rf"(?:{atoms})(?:(?:-|{GAP}|{GAP}(?:{joiners}){GAP}|-(?:{joiners})-)(?:{atoms}))*(?!\w|['’]\w|-\w)"
    scale_words = any_of(data["scales"])
    some, many = any_of(data["vague"]), any_of(data["vague_plurals"])
    vague = rf"(?:(?:{some}){GAP})?(?:{many})(?!\w)|(?:{some}){GAP}(?:{scale_words})(?!\w)"
    start = (
        r"(?=[^\W_])"  # most places hold no letter or figure, and are left at once
        rf"(?:(?<![\w/])(?<!\d[.,:])(?P<digits>{DIGITS})"
        rf"|(?<![\w.,/–-])(?:(?P<vague>{vague})|(?P<half>{any_of(data['half'])}){GAP}?(?=million|billion|milliard|trillion)"
        rf"|(?P<article>{any_of(data['articles'])})(?={GAP}(?:{scale_words})(?!\w))"
        rf"|(?P<collective>{any_of(data['collective'])})(?!(?<![’'])\w)|(?P<word>{number_words})))"
    )
    sign = any_of(symbols())
    return Lexicon(
        decimal=data["decimal"],
        grouping=data["grouping"],
        hundred=frozenset(data["hundred"]),
        joiners=frozenset(data["joiners"]),
        articles=frozenset(data["articles"]),
        alone=frozenset(data["alone"]),
        words=data["words"],
        collective={fold(k): v for k, v in data["collective"].items()},
        scales=data["scales"],
        short_scales=data["short_scales"],
        bounds={fold(k): Bound(v) for k, v in data["bounds"].items()},
        bounds_after={fold(k): Bound(v) for k, v in data["bounds_after"].items()},
        currencies=names,
        bare=bare,
        range_opening=frozenset(data["range_opening"]),
        surely_counted=frozenset(data["surely_counted"]),
        countable_units=frozenset(data["countable_units"]),
        atom=re.compile(atoms, re.IGNORECASE),
        start=re.compile(start, re.IGNORECASE),
        scale=re.compile(rf"(?:{GAP}|-)?({scale_words})(?!\w)", re.IGNORECASE),
        short_scale=re.compile(rf"{GAP}?({any_of(data['short_scales'])})(?!\w)"),
        currency_before=re.compile(rf"{GAP}?({any_of(symbols(), backwards=True)})(?![^\W\d_])"),
        currency_after=re.compile(
            rf"(?:\.[-–—])?{GAP}?+(?:({sign})(?!\w)"
            rf"|(?:(?:{any_of(data['money_links'])}){GAP}?+)?(?i:({any_of([*names, *bare])}))(?!\w))"
        ),
        bound_before=re.compile(rf"{GAP}?({any_of(data['bounds'], backwards=True)})(?!\w)", re.IGNORECASE),
        bound_after=re.compile(rf"{GAP}({whole(data['bounds_after'])})", re.IGNORECASE),
        label_before=re.compile(rf"{GAP}?(?:{any_of(data['labels'], backwards=True)})(?!\w)", re.IGNORECASE),
        month_before=re.compile(
            rf"(?:{GAP}?(?:,|[-–]{GAP}?|\w+{GAP})\d{{1,2}})?{GAP}\.?(?:{any_of(data['month'], backwards=True)})(?!\w)",
            re.IGNORECASE,
        ),
        month_after=re.compile(
            rf"(?:st|nd|rd|th|er|re)?{GAP}?+"
            rf"(?:(?:[-–,&]|et|and|au|to|ou|or){GAP}?+\d{{1,2}}(?:st|nd|rd|th|er)?{GAP}?+){{0,4}}+"
            rf"(?:of{GAP})?{whole(data['month'])}",
            re.IGNORECASE,
        ),
        duration=re.compile(rf"(?:{GAP}(?:\w+{GAP})?|-){whole(data['durations'])}", re.IGNORECASE),
        no_count=re.compile(rf"[ -]{whole(data['no_count'])}", re.IGNORECASE),
        percent=re.compile(rf"{GAP}?-?(?:{any_of(data['percent'])})(?!\w)", re.IGNORECASE),
        to=re.compile(rf"{GAP}?(?:{any_of(data['range_dash'])}){GAP}?(?=[^\W_]|[$€£])", re.IGNORECASE),
        middle=re.compile(rf"{GAP}(?:{any_of(data['range_middle'])}){GAP}", re.IGNORECASE),
        opening_before=re.compile(rf"{GAP}({any_of(data['range_opening'], backwards=True)})(?!\w)", re.IGNORECASE),
        sign=re.compile(rf"({sign}){GAP}?"),
        unit=re.compile(rf"{GAP}?({any_of(data['units'])})(?!\w)"),
        noun_link=re.compile(rf"{GAP}(?:{any_of(data['noun_links'])})(?:{GAP}|(?<=['’]))"),
    )
