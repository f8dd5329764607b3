"""A language's words for people, offices, bodies and groups."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tenu.errors import UncoveredLanguageError
from tenu.reading.names.atoms import ATOM, fold
from tenu.reading.parsing.lemmas import lemma_table

HERE = Path(__file__).parent

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""Listed phrases by their first atom: all their atoms folded, longest first, and what is said about them."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's `names.toml` lists, made ready for matching on folded atoms."""

    language: str
    articles: frozenset[str]
    common: frozenset[str]
    titles: Phrases
    heads: Phrases
    weak: frozenset[str]
    same_office: tuple[tuple[frozenset[str], frozenset[str]], ...]
    alike_offices: tuple[tuple[frozenset[str], frozenset[str]], ...]
    posted: frozenset[str]
    counterparts: frozenset[str]
    modifiers: frozenset[str]
    office_links: frozenset[str]
    portfolio: frozenset[str]
    body_heads: Phrases
    body_links: frozenset[str]
    companies: frozenset[str]
    governments: frozenset[str]
    government_of: Phrases
    small_bodies: frozenset[str]
    group_nouns: Phrases
    dual: frozenset[str]
    willing: frozenset[str]
    pronouns: dict[str, str]
    nicknames: dict[str, str]
    own_voice: re.Pattern[str]
    joint_voice: re.Pattern[str]
    voices: re.Pattern[str]
    impersonal: re.Pattern[str]


def phrases(listed: Iterable[tuple[str, str]]) -> Phrases:
    """Give phrases by their first atom, longest first."""
    table: Phrases = {}
    for phrase, about in listed:
        atoms = tuple(fold(word) for word in ATOM.findall(phrase))
        if atoms:
            table.setdefault(atoms[0], []).append((atoms, about))
    for same_start in table.values():
        same_start.sort(key=lambda entry: -len(entry[0]))
    return table


def match(table: Phrases, folded: tuple[str, ...], i: int) -> tuple[int, str] | None:
    """Give how many atoms the longest listed phrase at atom `i` has, and what is said about it."""
    for atoms, about in table.get(folded[i], ()):
        if folded[i : i + len(atoms)] == atoms:
            return len(atoms), about
    return None


def folded_set(words: Iterable[str]) -> frozenset[str]:
    """Give single words folded; of a phrase, its atoms each."""
    return frozenset(fold(atom) for word in words for atom in ATOM.findall(word))


@cache
def lexicon(language: str) -> Lexicon:
    """Give a language's words for names; `UncoveredLanguageError` for a language that has no file of them."""
    path = HERE.parent / language / "names.toml"
    if not path.exists():
        raise UncoveredLanguageError(
            f"tenu has no words for names in the language “{language}”; it has English and French."
        )
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    offices, bodies, groups = data["offices"], data["bodies"], data["groups"]
    return Lexicon(
        language=language,
        articles=folded_set(data["articles"]),
        common=folded_set([data["common"]]),
        titles=phrases(data["titles"].items()),
        heads=phrases(_gendered(offices["heads"], language)),
        weak=folded_set(offices["weak"]),
        same_office=tuple((folded_set(one), folded_set(other)) for one, other in offices["same"]),
        alike_offices=tuple(
            pair
            for one, other in offices["alike"]
            for pair in ((folded_set(one), folded_set(other)), (folded_set(other), folded_set(one)))
        ),
        posted=folded_set(offices["posted"]),
        counterparts=folded_set(offices["counterparts"]),
        modifiers=folded_set(offices["modifiers"]),
        office_links=folded_set(offices["links"]),
        portfolio=folded_set(offices["portfolio"]),
        body_heads=phrases((head, "") for head in bodies["heads"]),
        body_links=folded_set(bodies["links"]),
        companies=folded_set(bodies["companies"]),
        governments=folded_set(bodies["governments"]),
        government_of=phrases((phrase, "") for phrase in bodies["government_of"]),
        small_bodies=folded_set(bodies["small"]),
        group_nouns=phrases((noun, "") for noun in groups["nouns"]),
        dual=folded_set(groups["dual"]),
        willing=frozenset(data["willing"]),
        pronouns=data["pronouns"],
        own_voice=re.compile(rf"(?:{'|'.join(map(re.escape, data['own_voice']))})(?!\w)", re.IGNORECASE),
        joint_voice=re.compile(rf"\b(?:{'|'.join(map(re.escape, data['joint_voice']))})(?!\w)", re.IGNORECASE),
        voices=re.compile(data["voices"], re.IGNORECASE),
        impersonal=re.compile(data["impersonal"], re.IGNORECASE),
        nicknames={fold(short): fold(long) for short, long in data["nicknames"].items()},
    )


FEMALE_OFFICES = ("woman", "queen", "princess", "duchess", "lady")


def _gendered(heads: list[str], language: str) -> Iterable[tuple[str, str]]:
    for head in heads:
        form, _, mark = head.partition("/")
        female = mark == "f" or (language == "en" and form.casefold().endswith(FEMALE_OFFICES))
        yield form, "f" if female else "m" if language == "fr" and _is_male(form) else ""


def _is_male(form: str) -> bool:
    """Tell whether a French form is only a man's: “conseiller”, “président”, not “ministre”, “porte-parole”."""
    return form.endswith(("er", "eur", "ent", "ant", "ien", "oi", "an", "é", "premier ministre"))


@cache
def given_names() -> dict[str, str]:
    """Give the gender (`m`, `f`, or empty where either) of given names, folded."""
    genders: dict[str, str] = {}
    for line in (HERE / "given.txt").read_text(encoding="utf-8").splitlines():
        mark, _, names = line.partition(" ")
        if mark in ("m", "f"):
            for name in names.split():
                key = fold(ATOM.findall(name)[0]) if "-" in name else fold(name)
                genders[key] = mark if genders.get(key, mark) == mark else ""
    return genders


@cache
def ordinary_words(language: str) -> frozenset[str]:
    """Give a language's common words in all their forms, folded: what a name is probably not made of."""
    known = lemma_table(language)
    return frozenset(fold(form) for form, upos in known if upos not in ("PROPN", "X") and form.islower())
