"""Cut a sentence into words by a language's own rules, without spaCy's tables of exceptions."""

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from tenu.reading.en import tokens as en
from tenu.reading.fr import tokens as fr

TOKEN: dict[str, re.Pattern[str]] = {"fr": fr.TOKEN, "en": en.TOKEN}
NORMAL: dict[str, dict[int, str]] = {"fr": fr.NORMAL, "en": en.NORMAL}
MEND: dict[str, Callable[[list[str]], None]] = {"fr": fr.mend, "en": en.mend}


class Words:
    """spaCy's tokenizer for one language: one regular expression, typographic variants made one."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language
        self.find = TOKEN[language].finditer
        self.normal = NORMAL[language]
        self.mend = MEND[language]

    def cut(self, text: str) -> list[tuple[int, int]]:
        """Where each word of the text starts and ends."""
        return [found.span() for found in self.find(text)]

    def spelled(self, text: str, places: list[tuple[int, int]]) -> list[str]:
        """The words, typographic variants made one."""
        plain = text.translate(self.normal)
        words = [plain[start:end] for start, end in places]
        self.mend(words)
        return words

    def doc(self, text: str, places: list[tuple[int, int]], words: list[str]) -> Doc:
        """The words as spaCy takes them, with where a space follows."""
        spaces = [text[end : end + 1].isspace() for _, end in places]
        return Doc(self.vocab, words=words, spaces=spaces, sent_starts=[i == 0 for i in range(len(words))])

    def __call__(self, text: str) -> Doc:
        """Words of a text whose spaces are single ones."""
        places = self.cut(text)
        return self.doc(text, places, self.spelled(text, places))

    def to_disk(self, _: Any, **__: Any) -> None:
        """Nothing is stored: the rules are code."""

    def from_disk(self, _: Any, **__: Any) -> "Words":
        """Nothing was stored."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is stored."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> "Words":
        """Nothing was stored."""
        return self


@registry.tokenizers("tenu.words")  # type: ignore[untyped-decorator]  # spaCy ships no types for it
def words_of(language: str) -> Callable[[Language], Words]:
    """The tokenizer named in a shipped model's configuration."""
    return lambda nlp: Words(nlp.vocab, language)


class French(Language):  # type: ignore[no-untyped-call]
    """French without spaCy's own French."""

    lang = "tenu_fr"


class English(Language):  # type: ignore[no-untyped-call]
    """English without spaCy's own English."""

    lang = "tenu_en"


LANGUAGES: dict[str, type[Language]] = {"fr": French, "en": English}
for _language in LANGUAGES.values():
    registry.languages(_language.lang)(_language)
