"""Plain text: kept to the letter, and cut into pieces where it shows them."""

import itertools
import re
from collections.abc import Iterator

from tenu.document.dates import head_dates, is_byline
from tenu.document.draft import Draft, Piece
from tenu.document.encoding import Decoded
from tenu.record.document import BlockKind

_BULLET = re.compile(r"[ \t\u00a0]*(?:[•‣◦▪■●○·∙⁃➢►–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t\u00a0\u202f]+(?=\S)")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[\s\-=_*~•|·–—]*")
_CELLS = re.compile(r"\S(?:\t|[ ]*\|[ ]*)\S")
_QUOTED = re.compile(r">[ \t]?(?=\S)")


def draft_plain(decoded: Decoded) -> Draft:
    """Cut a plain text into pieces; the text stays as it is, save that every line ends in a line feed alone.

    Line ends are the writing system's, not the writer's (XML 1.0 §2.11 treats them so): CR LF and CR become LF, and
    nothing else is changed.
    """
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Draft(text, tuple(pieces_of(text)), encoding=decoded.encoding, encoding_told_by=decoded.told_by)


def pieces_of(text: str) -> Iterator[Piece]:
    """Give the pieces of a text in order: paragraphs, list items, headings marked with #, tables."""
    stretches = list(_stretches(text))
    whole = _width(text, [line for lines in stretches for line in lines])
    for lines in stretches:
        yield from _cut(text, lines, _width(text, lines) or whole)


Line = tuple[int, int]


def _stretches(text: str) -> Iterator[list[Line]]:
    """Give the lines (start, end) of each stretch between blank lines."""
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append((start, min(start + len(line) + 1, len(text))))
        elif lines:
            yield lines
            lines = []
        start += len(line) + 1
    if lines:
        yield lines


def _width(text: str, lines: list[Line]) -> int:
    """Give the width at which lines are wrapped, 0 where they are not: three of them come within 15 letters of it."""
    lengths = sorted(len(text[start:end].rstrip()) for start, end in lines)
    return lengths[-1] if len(lengths) > 2 and 40 <= lengths[-1] <= 120 and lengths[-3] >= lengths[-1] - 15 else 0


def _cut(text: str, lines: list[Line], width: int) -> Iterator[Piece]:
    if len(lines) >= 2 and all(_CELLS.search(text, *line) for line in lines) and not _is_head(text, lines):
        yield from _trimmed(text, lines[0][0], lines[-1][1], BlockKind.TABLE)
        return
    first = lines[0]
    until = first[1]
    for before, line in itertools.pairwise(lines):
        if not _goes_on(text, before, line, width):
            yield from _piece(text, first[0], until)
            first = line
        until = line[1]
    yield from _piece(text, first[0], until)


def _is_head(text: str, lines: list[Line]) -> bool:
    """Tell the labels of a head, set apart by tabs (“From: …”, “Published …”), from a table."""
    return any(is_byline(text[start:end]) or head_dates(text[start:end]) for start, end in lines)


def _goes_on(text: str, before: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on with the paragraph of the one before: its first word had no room left there.

    Text wrapped at a width breaks where the next word would not have fitted; a line that had room for it ends its
    paragraph. A width of 0 stands for text that is not wrapped.
    """
    words = text[line[0] : line[1]].split()
    ended = text[before[0] : before[1]].rstrip()
    if _BULLET.match(text, *line) or _HASHES.match(text, *line) or _RULE.fullmatch(ended):
        return False
    if _QUOTED.match(text, *before) and _QUOTED.match(text, *line):
        return True
    return width > 0 and not _HASHES.match(text, *before) and len(ended) + 1 + len(words[0]) > width - 2


def _piece(text: str, start: int, end: int) -> Iterator[Piece]:
    """Give one piece without its marks (bullet, #, >), nothing where it is only a rule between others."""
    if _RULE.fullmatch(text, start, end):
        return
    for marks, kind in ((_BULLET, BlockKind.LIST_ITEM), (_HASHES, BlockKind.HEADING), (_QUOTED, BlockKind.QUOTE)):
        found = marks.match(text, start, end)
        if found:
            yield from _trimmed(text, found.end(), end, kind)
            return
    yield from _trimmed(text, start, end, None)


def _trimmed(text: str, start: int, end: int, kind: BlockKind | None) -> Iterator[Piece]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield Piece(start, end, kind)
