"""Lines that point to another document: a transcript, a translation, an attachment."""

import re
from dataclasses import dataclass
from functools import cache

from tenu.document.words import page_words, plain

_READ = ("fr", "en")
_SAID = re.compile(r"[.!?]\s+\S|\b(?:is|are|was|were|est|sont|below|ci-dessous|ci-après)\b")
_FILE_ADDRESS = re.compile(r"\.(?:pdf|docx?)(?:$|[?#])", re.IGNORECASE)
_FILE = re.compile(r".*\((?:pdf|docx?)\b[^)]*\)?$|\S+\.(?:pdf|docx)$")


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a line points to, and the language of that document where the line names it."""

    relation: str
    language: str | None


def pointer_in(line: str) -> Pointer | None:
    """Tell what a line points to, None where it is no pointer.

    A pointer is a short line without a statement that begins with a verb of reading (“Lire”, “Download”) or consists
    of little but the name of what it points to: a transcript, a translation, a file.
    """
    if len(line) > 200:
        return None
    words = plain(line).strip(" •-–>»→[](.")
    if _SAID.search(words) or words.endswith(":"):
        return None
    for relation in ("transcript", "translation", "attachment"):
        if _order(relation).match(words) or (len(words) <= 120 and _name(relation).match(words)):
            return Pointer(relation, language_named(words))
    return Pointer("attachment", language_named(words)) if _FILE.match(words) else None


def pointer_of(line: str, url: str | None) -> Pointer | None:
    """Tell what a line points to by its words, else by the address behind it where that is a file's."""
    pointer = pointer_in(line)
    if pointer is None and url and _FILE_ADDRESS.search(url):
        return Pointer("attachment", language_named(plain(line)))
    return pointer


@cache
def _order(relation: str) -> re.Pattern[str]:
    """Build what begins with a verb of reading and names the thing within ten words."""
    verbs = "|".join(verb for language in _READ for verb in page_words(language).link_verbs)
    return re.compile(rf"(?:{verbs})\s+(?:\S+\s+){{0,10}}?(?:l'|d'|\()?(?:{_names(relation)})s?\b")


@cache
def _name(relation: str) -> re.Pattern[str]:
    """Build what begins with the thing's name; a file alone needs an order, or its ending."""
    if relation == "attachment":
        return re.compile(r"(?!)")
    return re.compile(rf"(?:la |le |l'|the |une |a )?(?:{_names(relation)})s?\b(?! by\b)")


def _names(relation: str) -> str:
    return "|".join(re.escape(name) for language in _READ for name in getattr(page_words(language), relation))


def language_named(words: str) -> str | None:
    """Give the code of the last language that the words name (“en anglais”, “in French”), None where they name none."""
    found = [
        (at.start(), code)
        for language in _READ
        for name, code in page_words(language).language_names.items()
        for at in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    ]
    return max(found)[1] if found else None
