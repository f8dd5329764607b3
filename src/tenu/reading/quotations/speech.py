"""The verbs and phrases of a language that report speech, from its `speech.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from tenu.errors import UncoveredLanguageError


class Way(StrEnum):
    """What a reporting verb does with what it reports; `reading/en/speech.toml` says what each is."""

    SAY = "say"
    THINK = "think"
    SHOW = "show"
    CALL = "call"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting verb or phrase as it stands at some word: its first form, its way, and how many words it takes."""

    lemma: str
    way: Way
    length: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A language's reporting words; all forms in small letters with straight apostrophes."""

    verbs: Mapping[str, Reporting]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Reporting]]]
    words: Mapping[str, frozenset[str]]
    according: Mapping[str, Sequence[tuple[str, ...]]]
    openings: frozenset[str]

    def at(self, forms: Sequence[str], i: int) -> Reporting | None:
        """Give the reporting verb or phrase that starts at word `i`, the longest one."""
        for phrase, reporting in self.phrases.get(forms[i], ()):
            if tuple(forms[i : i + len(phrase)]) == phrase:
                return reporting
        return self.verbs.get(forms[i])


def plain(form: str) -> str:
    """Give a form as the lists have it: small letters, straight apostrophes."""
    form = form.lower()
    return form if form.isascii() else form.replace("’", "'").replace("ʼ", "'")


@cache
def speech_of(language: str) -> Speech:
    """Read a language's reporting words; `UncoveredLanguageError` where it has none."""
    path = Path(__file__).parents[1] / language / "speech.toml"
    if not path.is_file():
        raise UncoveredLanguageError(
            f"tenu knows no reporting verbs of “{language}”; it reads French (fr) and English (en)."
        )
    return _built(tomllib.loads(path.read_text(encoding="utf-8")))


def _built(table: Mapping[str, Any]) -> Speech:
    verbs: dict[str, Reporting] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Reporting]]] = {}
    for way in Way:
        for lemma, forms in _forms(table[way], table["endings"]):
            for form in forms:
                words = _words(form)
                reporting = Reporting(lemma, way, len(words))
                if len(words) == 1:
                    verbs.setdefault(words[0], reporting)
                else:
                    phrases.setdefault(words[0], []).append((words, reporting))
    for found in phrases.values():
        found.sort(key=lambda pair: -len(pair[0]))
    words_of = {
        name: frozenset(map(plain, forms)) for part in ("words", "nouns") for name, forms in table[part].items()
    }
    according: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table["words"]["according"]:
        according.setdefault(_words(phrase)[0], []).append(_words(phrase))
    return Speech(verbs, phrases, words_of, according, frozenset(verbs) | frozenset(phrases))


def _forms(verbs: Mapping[str, Any], endings: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    for pattern, lemmas in verbs.items():
        if pattern == "irregular":
            for lemma, forms in lemmas.items():
                yield lemma, [lemma, *forms]
        else:
            for lemma in lemmas:
                yield lemma, [_form(lemma, endings[pattern][0], ending) for ending in endings[pattern]]


def _form(lemma: str, first: str, ending: str) -> str:
    stem = lemma.removesuffix(first)
    return stem + stem[-1] + ending[1:] if ending.startswith("+") else stem + ending


def _words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into words as sentences are: an elided word keeps its apostrophe."""
    return tuple(plain(phrase).replace("'", "' ").split())
