"""Cut a text into sentences, by rules that know abbreviations, quotation marks, lists and numbers.

A quotation of several sentences is cut inside too, so that the parser gets one sentence at a time; its closing mark,
and what hangs on it (“, a-t-il ajouté.”), stays with its last sentence. A list item is a sentence of its own without
its bullet; a colon ends a sentence only at the end of a line.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tenu.errors import UncoveredLanguageError
from tenu.record import Span


def split(text: str, language: str, offset: int = 0) -> list[Span]:
    """Give the sentences of a text in order, in code points counted from the text's start plus `offset`.

    White space around a sentence and the bullet before a list item are left out. `language` is ISO 639-1;
    `UncoveredLanguageError` where tenu has no rules for it.
    """
    rules = rules_of(language)
    sentences = []
    for start, end in _lines(text):
        for first, last in _cut(text, start, end, rules):
            sentences.append(Span(first + offset, last + offset))
    return sentences


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language says about full stops that end no sentence; see its `sentences.toml`."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    cues: frozenset[str]


@cache
def rules_of(language: str) -> Rules:
    """Read a language's `sentences.toml`; `UncoveredLanguageError` where there is none."""
    path = Path(__file__).parent / language / "sentences.toml"
    if not re.fullmatch("[a-z]{2,3}", language) or not path.is_file():
        raise UncoveredLanguageError(
            f"tenu cannot cut “{language}” into sentences; it reads French (fr) and English (en)."
        )
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return Rules(**{name: frozenset(words) for name, words in lists.items()})


# Blank lines always end a sentence, single line ends only where what stands around them says so: text may be wrapped.
_LINE_END = re.compile(r"\n\s*+")
_BULLET = re.compile(r"(?:[•▪◦●‣⁃■□▶►➢✓·*|]|[-–—]{1,2}(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s))\s*+")
_WRAPPED_AFTER = re.compile(r"[^\W\d_]|[,\d(«“]")
_LONG_LINE = 60
_LONGEST_SENTENCE = 4000  # code points; beyond that stands rubbish, which a parser need not see in one piece


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Cut at line ends, keeping lines together that are one sentence wrapped."""
    start = 0
    for line_end in _LINE_END.finditer(text):
        if line_end.group().count("\n") > 1 or not _is_wrapped(text, start, line_end):
            yield start, line_end.start()
            start = line_end.end()
    yield start, len(text)


def _is_wrapped(text: str, start: int, line_end: re.Match[str]) -> bool:
    last, after = line_end.start() - 1, line_end.end()
    while last >= start and text[last].isspace():
        last -= 1
    if last < start or after >= len(text) or _BULLET.match(text, after):
        return False
    if text[last] in '.!?…:;»”"':
        return False
    if text[after].islower():
        return True
    line_start = max(start, text.rfind("\n", start, line_end.start()) + 1)
    next_end = text.find("\n", after)
    next_line = text[after : next_end if next_end >= 0 else len(text)].rstrip()
    is_heading = len(next_line) < _LONG_LINE and next_line[-1] not in '.!?…:;,»”"'
    return line_end.start() - line_start >= _LONG_LINE and not is_heading and bool(_WRAPPED_AFTER.match(text[after]))


_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++|[\u00a0\u202f ][!?]++)"
    r"(?P<closers>(?:[\u00a0\u202f ]?[»”]|[\u00a0\u202f ]\"(?=\s|$)|[\"'’)\]](?=[\s\"'’”»)\]]|$)|\[\d{1,3}\])*+)"
    r"(?P<gap>\s++|(?<=[^\W\d_]{2}[.])(?=[^\W\d_]{2}))"
)
_OPENERS = re.compile(r"(?:[«“‘\"'(\[¿¡–—-][\s]?){0,4}")
_WORD_BEFORE = re.compile(r"[^\s«»“”\"‘(\[]*$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_][.-]){1,6}[^\W\d_]|[^\W\d_]")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})(?:\.\d{1,3})*")
_LONGEST_ABBREVIATION = 24


def _cut(text: str, start: int, end: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """Cut one line into sentences."""
    start = _without_bullet(text, start, end)
    inside = _Brackets(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end, rules) and not inside.at(stop.end("closers")):
            yield from _trimmed(text, start, stop.end("closers"))
            start = stop.end()
    yield from _trimmed(text, start, end)


def _without_bullet(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or (bullet := _BULLET.match(text, start, end))):
        start = start + 1 if text[start].isspace() else bullet.end() if bullet else start
    return start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(sign, start + 1, start + _LONGEST_SENTENCE) for sign in ("; ", " "))
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + 1 if text[cut].isspace() else cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, rules: Rules) -> bool:
    after = stop.end()
    if after >= end:
        return False
    opened = _OPENERS.match(text, after, end)
    first = opened.end() if opened else after
    if first >= end or text[first].islower() or text[first] in ",;:)]»”":
        return False
    if not stop.group("gap"):
        return _glued(text, start, stop, end)
    if stop.group("stop") != "." or stop.group("closers").strip(")]"):
        return not _is_cue_after_question(text, stop, first, end, rules)
    return not _is_abbreviation(text, start, stop, first, end, rules)


_NEXT_WORDS = re.compile(r"(?:[^\W\d_][\w’'-]*[ \u00a0]){1,5}")


def _is_cue_after_question(text: str, stop: re.Match[str], first: int, end: int, rules: Rules) -> bool:
    """Tell whether “…?” is followed by its speaker and a verb of saying: “Who pays?” Mr Hill asked."""
    if not stop.group("closers") or stop.group("stop")[-1] not in "?!":
        return False
    begin = _NEXT_WORDS.match(text, first, end)
    following = _WORD_AFTER.match(text, begin.end(), end) if begin else None
    words = begin.group().split()[1:] if begin else []
    return any(word in rules.cues for word in [*words, following.group() if following else ""])


_ADDRESS = re.compile(r"[@/:_\d]|\.|www", re.IGNORECASE)


def _glued(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether “à Genève.Le conseil” lost its space: a small letter, a stop, a capitalised word, and no address."""
    before = _word_before(text, start, stop.start())
    after = text[stop.end() : min(end, stop.end() + 40)].split(maxsplit=1)[0]
    return (
        stop.group("stop") == "." and not stop.group("closers")
        and before[-1:].islower() and after[:1].isupper() and after.rstrip(".,;:’'")[1:].islower()
        and not _ADDRESS.search(before) and not _ADDRESS.search(after.rstrip(".,;:’'"))
    )  # fmt: skip


def _is_abbreviation(text: str, start: int, stop: re.Match[str], first: int, end: int, rules: Rules) -> bool:
    word = _word_before(text, start, stop.start())
    for separator in ("’", "'", "-"):  # “l’art. 5”, “vice-gov. Smith”
        if word not in rules.may_end and separator in word:
            word = word.rpartition(separator)[2]
    following = _WORD_AFTER.match(text, first, end)
    begins = following is not None and following.group() in rules.starters
    if word in rules.before_name:
        return True
    if word in rules.before_number and text[first].isdigit():
        return True
    if word in rules.may_end or ("." in word and _INITIALS.fullmatch(word)):
        return not begins
    if len(word) == 1 and word.isupper():
        return not begins
    return _is_enumerator(start, stop.start(), word)


def _is_enumerator(start: int, end: int, word: str) -> bool:
    """Tell whether the word is the number of a list item: “1. …”, “a. …” at the sentence's start."""
    return end - len(word) <= start and _ENUMERATOR.fullmatch(word) is not None


def _word_before(text: str, start: int, end: int) -> str:
    found = _WORD_BEFORE.search(text[max(start, end - _LONGEST_ABBREVIATION) : end])
    return found.group() if found else ""


_BRACKET = re.compile(r"[()\n]")
_LONGEST_ASIDE = 240


class _Brackets:
    """Short asides in brackets, in which no sentence ends."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._asides: list[tuple[int, int]] = []
        self._next = 0
        opened: int | None = None
        for bracket in _BRACKET.finditer(text, start, end):
            if bracket.group() == "(":
                opened = bracket.start() if opened is None else opened
            elif opened is not None:
                if bracket.group() == ")" and bracket.start() - opened <= _LONGEST_ASIDE:
                    self._asides.append((opened, bracket.start()))
                opened = None

    def at(self, place: int) -> bool:
        """Tell whether a place lies in an aside; asked from left to right."""
        while self._next < len(self._asides) and self._asides[self._next][1] < place:
            self._next += 1
        return self._next < len(self._asides) and self._asides[self._next][0] < place
