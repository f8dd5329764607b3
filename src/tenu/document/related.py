"""Lines that point to another document: a transcript, a translation, an attachment."""

import re
from dataclasses import dataclass
from functools import cache

from tenu.document.words import page_words, plain

_READ = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a line points to, and the language of that document where the line names it."""

    relation: str
    language: str | None


def pointer_in(line: str) -> Pointer | None:
    """Tell what a line points to, None where it is no pointer.

    A pointer is a short line that begins with a verb of reading (“Lire”, “Download”) or with the name of what it
    points to, and names a transcript, a translation or a file.
    """
    if len(line) > 200:
        return None
    words = plain(line).strip(" •-–>»→[](.:")
    for relation in ("transcript", "translation", "attachment"):
        found = _pattern(relation).match(words)
        if found and not _is_sentence(words):
            return Pointer(relation, language_named(words))
    return None


@cache
def _pattern(relation: str) -> re.Pattern[str]:
    """Build what begins a pointer: the thing's name, or a verb of reading with the name within ten words."""
    names = "|".join(re.escape(name) for language in _READ for name in getattr(page_words(language), relation))
    verbs = "|".join(verb for language in _READ for verb in page_words(language).link_verbs)
    within = r"(?:\S+\s+){0,10}?(?:l'|d'|\()?"
    ending = r"s?\b"
    if relation == "attachment":
        return re.compile(rf"(?:{verbs})\s+{within}(?:{names}){ending}|.*\((?:pdf|docx?)\b[^)]*\)?$|\S+\.(?:pdf|docx)$")
    return re.compile(rf"(?:(?:{verbs})\s+{within})?(?:la |le |l'|the |une |a )?(?:{names}){ending}")


def _is_sentence(words: str) -> bool:
    """Tell whether the line goes on after a full stop, so that it says more than where to look."""
    return bool(re.search(r"[.!?]\s+\S", words))


def language_named(words: str) -> str | None:
    """Give the code of the last language that the words name (“en anglais”, “in French”), None where they name none."""
    found = [
        (at.start(), code)
        for language in _READ
        for name, code in page_words(language).language_names.items()
        for at in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    ]
    return max(found)[1] if found else None
