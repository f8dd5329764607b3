"""Find what stands between quotation marks, in any of the ways that people set them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from tenu.record import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks: `outer` with its marks, `inner` without; in code points.

    `depth` is 0 for a quotation that stands in no other. `closed` is false where the closing mark is missing and the
    stretch ends with its paragraph. A quotation that runs over paragraphs, each opened by a mark, is one stretch.
    """

    outer: Span
    inner: Span
    depth: int
    closed: bool


def marks(text: str) -> list[Quoted]:
    """Give the quoted stretches of a text in the order in which they open; stray marks are left alone."""
    pairing = _Pairing(text)
    for start, end in _paragraphs(text):
        pairing.read(start, end)
    pairing.give_up(0)
    return sorted(pairing.found, key=lambda quoted: (quoted.outer.start, -quoted.outer.end))


# Apostrophes within words are no marks. Typewriters make double marks of two single ones.
_MARK = re.compile(r"(?P<rubbish>([«»“”\"‘’'])\2{2,}+)|[«»“”„‟\"‘‚‹›]|``|''|['’](?![^\W_])|(?<![^\W_])['’]")
_PARAGRAPH_END = re.compile(r"\n\s*+")
_FREE_BEFORE = frozenset("([{—–-/«“„‘‚'`:…*•¿¡")
_FREE_AFTER = frozenset(")]}—–-/»”’'.,;:!?…*")
_DEEPEST = 6
_LONGEST_SINGLE = 400


class _Turn(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class _Open:
    family: str
    start: int
    inner: int
    depth: int
    found: int  # how many stretches had been found when it opened


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _PARAGRAPH_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


class _Pairing:
    """Pairs opening with closing marks, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.found: list[Quoted] = []
        self._text = text
        self._open: list[_Open] = []
        self._last_end = 0

    def read(self, start: int, end: int) -> None:
        """Pair the marks of one paragraph; one that the paragraph before left open may go on here."""
        first = _MARK.match(self._text, start, end)
        goes_on = bool(first and self._open and _family(first.group()) == self._open[0].family)
        self.give_up(1 if goes_on else 0)
        for mark in _MARK.finditer(self._text, first.end() if first and goes_on else start, end):
            self._take(mark, start, end)
        self._last_end = end

    def give_up(self, kept: int) -> None:
        """Take the marks left open, but for the first `kept`, for strays or for stretches without a closing mark."""
        while len(self._open) > kept:
            stray = self._open.pop()
            inside = self.found[stray.found :]
            if inside or self._text[stray.start] not in "«“„":
                self._raise_from(stray)
            else:
                self._note(stray, self._last_end, self._last_end, closed=False)

    def _take(self, mark: re.Match[str], start: int, end: int) -> None:
        if mark["rubbish"]:
            return
        family = _family(mark.group())
        level = next((i for i in reversed(range(len(self._open))) if self._open[i].family == family), None)
        before = self._text[mark.start() - 1] if mark.start() > start else " "
        after = self._text[mark.end()] if mark.end() < end else " "
        turn = _turn(mark.group(), before, after, level is not None)
        if turn is _Turn.OPENS and len(self._open) < _DEEPEST:
            self._open.append(_Open(family, mark.start(), mark.end(), len(self._open), len(self.found)))
        elif turn is _Turn.CLOSES and level is not None:
            while len(self._open) > level + 1:
                self._raise_from(self._open.pop())
            self._close(self._open.pop(), mark)

    def _close(self, opened: _Open, mark: re.Match[str]) -> None:
        if opened.family == "‘" and mark.start() - opened.start > _LONGEST_SINGLE:
            self._raise_from(opened)
        else:
            self._note(opened, mark.start(), mark.end(), closed=True)

    def _raise_from(self, stray: _Open) -> None:
        """Take back that a mark opened anything: what stands after it stands one level higher."""
        for i in range(stray.found, len(self.found)):
            if self.found[i].depth > stray.depth:
                self.found[i] = replace(self.found[i], depth=self.found[i].depth - 1)

    def _note(self, opened: _Open, inner_end: int, outer_end: int, *, closed: bool) -> None:
        first, last = opened.inner, inner_end
        while first < last and self._text[first].isspace():
            first += 1
        while first < last and self._text[last - 1].isspace():
            last -= 1
        if first < last:
            self.found.append(Quoted(Span(opened.start, outer_end), Span(first, last), opened.depth, closed))


def _family(sign: str) -> str:
    """Name the marks that pair with one another; a curly mark may be closed by a straight one, and the other way."""
    if sign in "«»":
        return "«"
    return '"' if sign in ("“", "”", "„", "‟", '"', "``", "''") else "‘"


def _turn(sign: str, before: str, after: str, is_open: bool) -> _Turn:
    """Tell whether a mark opens or closes, from its shape, its neighbours, and whether one of its kind is open."""
    free_before = before.isspace() or before in _FREE_BEFORE
    free_after = after.isspace() or after in _FREE_AFTER
    if sign in "«„‚‹":
        return _Turn.OPENS
    if sign in "»›":
        return _Turn.CLOSES
    if sign in "“‟":
        return _Turn.CLOSES if is_open and not free_before and free_after else _Turn.OPENS
    if sign == "‘":
        return _Turn.OPENS if free_before and not free_after else _Turn.NEITHER
    if sign in "”’":
        opens = not is_open and free_before and after.isalnum() and sign == "”"
        return _Turn.OPENS if opens else _Turn.CLOSES
    return _straight_turn(sign, free_before, free_after, is_open)


def _straight_turn(sign: str, free_before: bool, free_after: bool, is_open: bool) -> _Turn:
    if free_before and not free_after:
        return _Turn.OPENS
    if free_after and not free_before:
        return _Turn.CLOSES
    if sign == "'":
        return _Turn.NEITHER
    return _Turn.CLOSES if is_open else _Turn.OPENS
