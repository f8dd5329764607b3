"""A sentence as the runs of letters and digits it is made of: what names are matched on, whatever the parser cuts."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
ATOM = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Give a word without case and accents: “États” as `etats`."""
    decomposed = unicodedata.normalize("NFD", word.casefold().translate(PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a sentence, as columns; places in code points of the sentence's text."""

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]
    size: int

    @classmethod
    def of(cls, text: str) -> "Atoms":
        """Cut a sentence into atoms."""
        found = list(ATOM.finditer(text))
        words = tuple([match.group() for match in found])
        return cls(
            text,
            words,
            tuple([fold(word) for word in words]),
            tuple([match.start() for match in found]),
            tuple([match.end() for match in found]),
            tuple([word[0].isupper() for word in words]),
            len(words),
        )

    def gap(self, i: int) -> str:
        """Give what stands between atom `i` and the next."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i + 1 < self.size else self.text[self.ends[i] :]

    def slice(self, i: int, j: int) -> str:
        """Give the text from atom `i` up to and with atom `j - 1`."""
        return self.text[self.starts[i] : self.ends[j - 1]]
