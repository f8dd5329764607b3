"""Fold words: accents and capitals away by Unicode, endings away by each language's list."""

import re
import unicodedata
from functools import cache, lru_cache

from tenu.ledger.words.endings import Passes, endings_of

FOLDING = 2
"""Raised whenever folding changes; a ledger whose index was made with another number is indexed again."""

COVERED = ("fr", "en")
"""The languages whose endings are known; words of others are folded without losing their ending."""

LONGEST = 64
"""Letters of a word that count; what is longer is not a word, and PostgreSQL refuses it."""

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_TABLE = str.maketrans(_LETTERS)
_ROOM = 400_000


def words_in(text: str) -> list[str]:
    """List the words of a text as they stand there: runs of letters, digits and accents."""
    return _WORD.findall(text)


def plain(word: str) -> str:
    """Give the word without capitals and accents, cut after `LONGEST` letters."""
    if word.isascii():
        return word[:LONGEST].lower()
    spread = unicodedata.normalize("NFKD", word[:LONGEST].casefold())
    return "".join(letter for letter in spread if letter.isalnum() or letter == "_").translate(_TABLE)


def stem(word: str, language: str) -> str:
    """Give the folded word without its ending; in a language that is not covered the ending stays."""
    folded = plain(word)
    if language not in COVERED or not folded.isalpha():
        return folded
    return _without_ending(folded, _passes(language))


def stems(text: str, language: str) -> set[str]:
    """Give the folded forms of all words of a text in one language."""
    known = _known(language)
    if len(known) > _ROOM:
        known.clear()
    return set().union(*map(known.__getitem__, set(text.split())))


@lru_cache(100_000)
def forms_asked(word: str) -> tuple[str, ...]:
    """Give every form under which a word that was asked for can stand in the index, whatever its language."""
    return tuple(sorted({plain(word), *(stem(word, language) for language in COVERED)} - {""}))


def _without_ending(word: str, passes: Passes) -> str:
    for rules in passes:
        for ending, instead, least in rules.get(word[-1], ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: len(word) - len(ending)] + instead
                break
    return word


class _Stems(dict[str, tuple[str, ...]]):
    """The folded forms of the words in a run of letters and marks (`l’OTAN,`), worked out when it is first met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, run: str) -> tuple[str, ...]:
        folded = (stem(word, self._language) for word in words_in(run))
        forms = self[run] = tuple(form for form in folded if form)
        return forms


@cache
def _known(language: str) -> _Stems:
    return _Stems(language)


@cache
def _passes(language: str) -> Passes:
    return endings_of(language)
