"""Lines put together into paragraphs, across columns and pages, words broken at a line's end made whole."""

import itertools
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from tenu.document.layout import Line

_BULLET = re.compile(r"(?:[•‣◦▪■●○·∙⁃➢►\uf0b7\uf0a7–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_ENDED = re.compile(r"[.!?…:;][»”\"’')\]\s]*$")
_HYPHENATED = """
vice sous contre après avant demi semi franco anglo russo afro euro self well long short high low half cross mid north
south east west nord sud ouest celui celle ceux celles peut quelqu grand arrière porte haut
"""
_KEPT_HYPHENS = frozenset(_HYPHENATED.split())


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a printed page: its words, its letters' size, the page it begins on, whether a list's item."""

    text: str
    size: float
    page: int
    is_item: bool


def paragraphs_of(pages: list[list[Line]]) -> Iterator[Paragraph]:
    """Give the paragraphs of pages whose lines are in reading order.

    A paragraph ends where the next line stands further off than lines do, is of another size, begins an item, or
    follows a line that ended short with a full stop. One that is cut by a column or page goes on there.
    """
    lines = [line for page in pages for line in page]
    usual_gap = _usual_gap(lines)
    kept: list[Line] = []
    for line in lines:
        if kept and _begins(kept, line, usual_gap):
            yield _paragraph(kept)
            kept = []
        kept.append(line)
    if kept:
        yield _paragraph(kept)


def _usual_gap(lines: list[Line]) -> float:
    """Give how far the lines of running text stand apart, in points from one's bottom to the next one's top."""
    gaps = [
        after.top - before.bottom
        for before, after in itertools.pairwise(lines)
        if before.page == after.page and -before.size < after.top - before.bottom < 3 * before.size
    ]
    return statistics.median(gaps) if gaps else 0.0


def _begins(kept: list[Line], line: Line, usual_gap: float) -> bool:
    """Tell whether a line begins a paragraph after those come together."""
    before = kept[-1]
    if _BULLET.match(line.text) and not before.text.endswith("\u00ad"):
        return True
    if abs(line.size - before.size) > 0.1 * max(before.size, 1):
        return True
    same_line = abs(line.top - before.top) < 0.5 * max(before.size, 1)
    if same_line:
        return False
    if line.page != before.page or line.top < before.top:
        return bool(_ENDED.search(before.text)) or not line.text[:1].islower()
    if line.top - before.bottom > usual_gap + 0.45 * line.size:
        return True
    right = max(kept_line.right for kept_line in kept)
    ended = bool(_ENDED.search(before.text))
    indented = line.left - min(kept_line.left for kept_line in kept) > 8 and line.left > before.left + 8
    return ended and (before.right < right - 0.15 * (right - before.left) or indented)


def _paragraph(lines: list[Line]) -> Paragraph:
    text = ""
    for line in lines:
        text = _joined(text, line.text)
    marks = _BULLET.match(text)
    text = text[marks.end() :] if marks else text
    return Paragraph(_without_soft_hyphens(text), lines[0].size, lines[0].page, marks is not None)


def _without_soft_hyphens(text: str) -> str:
    """Make words whole that the file has joined itself, with a mark where the line ended."""
    return re.sub(r"([^\W\d_]*)\u00ad", lambda found: found[1] + ("-" if _keeps_hyphen(found[1]) else ""), text)


def _joined(text: str, line: str) -> str:
    """Put a line after a text; a word broken by a hyphen is made whole where what follows is a small letter."""
    if not text:
        return line
    if text.endswith("\u00ad"):
        broken = text[:-1]
        keeps = _keeps_hyphen(broken) or not line[:1].islower()
        return f"{broken}-{line}" if keeps else broken + line
    if text.endswith(("-", "\u2010")) and len(text) > 1 and text[-2].isalpha():
        return text + line if _keeps_hyphen(text[:-1]) or not line[:1].islower() else text[:-1] + line
    return f"{text} {line}"


def _keeps_hyphen(broken: str) -> bool:
    """Tell whether the word before a hyphen at a line's end is one that has a hyphen anyway (“vice-”, “self-”)."""
    word = re.search(r"[^\W\d_]*$", broken)
    return word is not None and word[0].lower() in _KEPT_HYPHENS
