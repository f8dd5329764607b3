"""What a person typed into the search field: words that must all be there, and phrases in quotation marks."""

import re
from dataclasses import dataclass

from tenu.ledger.words.fold import forms_asked, words_in

_PHRASE = re.compile(r'"([^"]*)"|«\s*([^»]*?)\s*»|“([^”]*)”')


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that must all be found, each in one of its forms; phrases must stand there word beside word."""

    words: tuple[tuple[str, ...], ...]
    phrases: tuple[tuple[tuple[str, ...], ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


def asked(typed: str) -> Asked:
    """Give the words and phrases of what was typed; nothing where it holds no word."""
    words = tuple(dict.fromkeys(tuple(forms) for word in words_in(typed) if (forms := forms_asked(word))))
    phrases = []
    for found in _PHRASE.finditer(typed):
        inside = words_in(next(group for group in found.groups() if group is not None))
        if len(inside) > 1:
            phrases.append(tuple(tuple(forms_asked(word)) for word in inside))
    return Asked(words, tuple(phrases))


def stand_together(phrase: tuple[tuple[str, ...], ...], text: str) -> bool:
    """Tell whether the phrase's words stand side by side in the text, each in one of its forms."""
    there = [set(forms_asked(word)) for word in words_in(text)]
    wanted = [set(forms) for forms in phrase]
    last = len(there) - len(wanted)
    return any(all(there[at + step] & forms for step, forms in enumerate(wanted)) for at in range(last + 1))
