"""Where lines stand on a printed page, and in which order they are read."""

import re
from collections import Counter
from dataclasses import dataclass, replace

GUTTER = 8.0
"""How wide (points) the white space between two columns is at least."""

_PAGE_NUMBER = re.compile(
    r"(?:page\s*|p\.\s*|seite\s*|[-–—|]\s*)?\d{1,4}(?:\s*(?:/|sur|of|von)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its box in points from the upper left corner, its letters' size, its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int
    height: float


def body_size(pages: list[list[Line]]) -> float:
    """Give the size that most letters of a document have, 0 where it has none."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and lines that come back at the head or foot of pages, figures aside.

    A line is at the head or foot in the outer seventh of its page; it comes back where at least half of the pages, and
    two of them, have it. A page number is the outermost line of its page, and nothing but a number.
    """
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in page if _is_at_edge(line)})
    needed = max(2, len(pages) / 2)
    return [
        [
            line
            for line in page
            if not (_is_at_edge(line) and seen[_mark(line)] >= needed) and not _is_page_number(line, page)
        ]
        for page in pages
    ]


def _is_at_edge(line: Line) -> bool:
    return line.bottom < line.height / 7 or line.top > line.height * 6 / 7


def _is_page_number(line: Line, page: list[Line]) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    is_lowest = line.top > line.height * 3 / 4 and line.top >= max(other.top for other in page)
    is_highest = line.bottom < line.height / 5 and line.top <= min(other.top for other in page)
    return is_lowest or is_highest


def _mark(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def whole_rows(lines: list[Line]) -> list[Line]:
    """Put together what stands on one row with no more than a word's gap between: raised figures, bold words."""
    rows: list[Line] = []
    for line in lines:
        before = rows[-1] if rows else None
        if before is not None and _is_same_row(before, line):
            gap = " " if line.left - before.right > 0.15 * max(before.size, line.size) else ""
            rows[-1] = replace(
                before,
                text=before.text + gap + line.text,
                top=min(before.top, line.top),
                right=max(before.right, line.right),
                bottom=max(before.bottom, line.bottom),
                size=max(before.size, line.size),
            )
        else:
            rows.append(line)
    return rows


def _is_same_row(before: Line, line: Line) -> bool:
    shared = min(before.bottom, line.bottom) - max(before.top, line.top)
    gap = line.left - before.right
    return shared > 0.4 * min(before.bottom - before.top, line.bottom - line.top) and -2 < gap < 0.6 * before.size


def in_reading_order(lines: list[Line]) -> list[Line]:
    """Give a page's lines in the order they are read: down the first column, then down the next.

    Lines above and below the columns that go across them are read before and after. The order of the file settles
    what stands side by side without a gutter.
    """
    return _ordered(sorted(lines, key=lambda line: (round(line.top), line.left)), depth=0)


def _ordered(lines: list[Line], depth: int) -> list[Line]:
    if len(lines) < 4 or depth > 6:
        return lines
    for above in range(min(8, len(lines) - 3)):
        for below in range(min(6, len(lines) - above - 3)):
            middle = lines[above : len(lines) - below]
            columns = _columns(middle)
            if columns:
                left, right = (_ordered(column, depth + 1) for column in columns)
                return [*lines[:above], *left, *right, *lines[len(lines) - below :]]
    return lines


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """Part lines at the widest upright strip of white that has at least two lines on either side."""
    edge = 0.0
    best: tuple[float, float] | None = None
    for line in sorted(lines, key=lambda line: line.left):
        if edge and line.left - edge >= GUTTER and (best is None or line.left - edge > best[0]):
            best = (line.left - edge, (line.left + edge) / 2)
        edge = max(edge, line.right)
    if best is None:
        return None
    left = [line for line in lines if line.right <= best[1]]
    right = [line for line in lines if line.right > best[1]]
    return (left, right) if min(len(left), len(right)) >= 2 and _runs(left) and _runs(right) else None


def _runs(lines: list[Line]) -> bool:
    """Tell a column of text from a column of numbers or bullets: its lines hold words enough."""
    return sum(len(line.text) for line in lines) >= 15 * len(lines)
