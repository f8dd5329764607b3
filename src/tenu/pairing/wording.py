"""When two stretches of words say the same: folding, likeness, and names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_EMPTY = frozenset(
    "le la les l un une des du de d à au aux en et the a an of to in and for on its his her their ses son sa".split()  # noqa: SIM905 - thirty words read best as a line
)
"""Words that tell no name from another, in both languages."""


def fold(text: object) -> str:
    """Give a text without case, quotation marks, kinds of apostrophe, dash and white space, and marks at its ends."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    folded = re.sub(r"[’‘ʼ`´]", "'", folded)
    folded = re.sub(r"[«»“”„\"]", " ", folded)
    folded = re.sub(r"[–—‑-]", "-", folded)
    return re.sub(r"\s+", " ", folded).strip(" .,;:!?-…")


def words(text: object) -> list[str]:
    """Give a text's words, folded, signs of money and percent among them."""
    return re.findall(r"[\w%€$£]+", fold(text))


def content(text: object) -> set[str]:
    """Give the words that tell a name from another; all of them where there are no such words."""
    found = words(text)
    return set(found) - _EMPTY or set(found)


def likeness(one: object, other: object) -> float:
    """Give the F1, 0 to 1, of two texts' words, counted with repetition."""
    left, right = Counter(words(one)), Counter(words(other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def same_passage(wanted: str, given: str) -> bool:
    """Tell whether one passage holds four fifths of the other's words, and four words of the wanted one at least."""
    left, right = Counter(words(wanted)), Counter(words(given))
    shared = (left & right).total()
    return bool(shared) and shared / min(left.total(), right.total()) >= 0.8 and shared >= min(4, left.total())


def same_name(wanted: str, iso: str | None, names: Iterable[str], given_iso: str | None) -> bool:
    """Tell whether any of a thing's names is the wanted one: by the country's code where both have one, else by words.

    By words: all of the shorter name stands in the longer, half of up to three wanted words are shared, and the given
    name is no whole sentence.
    """
    if iso and given_iso:
        return iso == given_iso
    want = content(wanted)
    return any(_same_words(want, content(name)) for name in names)


def _same_words(want: set[str], have: set[str]) -> bool:
    if not want or not have or len(have) > 3 * len(want) + 3:
        return False
    shared = len(want & have)
    return shared == min(len(want), len(have)) and shared * 2 >= min(len(want), 3)
