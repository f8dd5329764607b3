"""Which language a text is written in."""

import math
import re
from collections import Counter
from functools import cache

from tenu.document.words import LANGUAGES, page_words

UNTOLD = "und"
_TAG = re.compile(r"</?[a-z]+>")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for word in page_words(language).stopwords:
            languages.setdefault(word, []).append(language)
    return {word: tuple(found) for word, found in languages.items()}


def _weights(words: list[str]) -> Counter[str]:
    """Weigh each language by its small words; a word that several share counts for each by its part."""
    shared = _languages_of_words()
    weights: Counter[str] = Counter()
    for word in words:
        for language in shared.get(word, ()):
            weights[language] += 1 / len(shared[word])  # type: ignore[assignment]
    return weights


def tell_language(text: str) -> str:
    """Give the ISO 639-1 code of the language that a whole text is written in, `und` where nothing tells it.

    Small words settle the languages that have a word list; the rest is left to py3langid, which is slow to load.
    """
    words = _WORD.findall(text[:20_000].lower())
    if sum(map(len, words)) < 12:
        return UNTOLD
    ranked = _weights(words).most_common(2)
    if ranked:
        best, weight = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0
        if weight >= 2 and weight >= 0.15 * len(words) and weight >= 1.5 * second:
            return best
    return _tell_by_letters(text)


def _tell_by_letters(text: str) -> str:
    """Give the language that sequences of letters tell with a probability of at least 0.8, else `und`."""
    from py3langid import rank  # type: ignore[import-untyped]

    ranked = rank(text[:20_000])
    language, best = ranked[0]
    probability = 1 / sum(math.exp(float(score) - float(best)) for _, score in ranked)
    return str(language) if probability >= 0.8 else UNTOLD


def tell_block_language(text: str, around: str) -> str:
    """Give the language of one block in a document written in `around`.

    A block counts as foreign only on clear evidence: at least two of another language's small words, and three times
    the weight of those of the language around it. Letters and abbreviations in capitals (“3:34 P.M. EST”) tell nothing.
    """
    words = [word.lower() for word in _WORD.findall(_TAG.sub(" ", text[:2000])) if len(word) > 1 and not word.isupper()]
    weights = _weights(words)
    if len(words) < 3 or not weights:
        return around
    best, weight = weights.most_common(1)[0]
    if best != around and weight >= 1.5 and weight >= 0.15 * len(words) and weight >= 3 * weights[around]:
        return best
    return around
