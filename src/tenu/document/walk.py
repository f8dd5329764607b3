"""A walk through a page's elements that cuts their text into pieces."""

import re

from lxml import etree

from tenu.document.draft import TextBuilder
from tenu.document.mainpart import is_beside, words_of
from tenu.document.pagehead import agree
from tenu.record.document import BlockKind

BREAK = "\x00"
"""Stands for `br` while a piece is put together; NUL is no character of HTML."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SKIPPED_TAGS = """
script style noscript template svg math iframe object embed button select textarea input head canvas
audio video map dialog
"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCK_TAGS = """
address article aside blockquote body
center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
caption legend
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_KINDS = {
    "h1": BlockKind.TITLE,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_CAPTION_MARKS = r"caption|legende?|figcaption|photo-?credits?|image-?credits?|copyright"
_CAPTION = re.compile(rf"(?:^|[\s_-])(?:{_CAPTION_MARKS})(?:$|[\s_-])", re.IGNORECASE)
_LEAD_MARKS = r"lead|lede|intro|introduction|chapo|chapeau|standfirst|teaser-text|summary"
_LEAD = re.compile(rf"(?:^|[\s_-])(?:{_LEAD_MARKS})(?:$|[\s_-])", re.IGNORECASE)


class Walk:
    """Goes through an element in document order and adds its pieces to a text."""

    def __init__(self, builder: TextBuilder, main: etree._Element, title: str | None = None) -> None:
        """Begin a walk that adds to `builder`; what stands beside the main part within `main` is left out.

        An h1 is the title where `title`, the head's, agrees with it; without one, the first h1 is.
        """
        self._builder = builder
        self._main = main
        self._title = title
        self._words: list[str] = []
        self._kinds: list[BlockKind | None] = [None]
        self._links: list[str] = []
        self._linked = 0
        self._titled = False
        self._url: str | None = None

    def through(self, root: etree._Element) -> None:
        """Add the pieces of an element and of all in it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        left_out: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if left_out is None and self._is_left_out(element):
                    left_out = element
                    self._flush_at(element)
                elif left_out is None:
                    self._open(element)
            elif left_out is None:
                self._close(element)
                self._tail(element, root)
            elif left_out is element:
                left_out = None
                self._flush_at(element)
                self._tail(element, root)
        self._flush()

    def _is_left_out(self, element: etree._Element) -> bool:
        if element.tag == "table" and _is_data(element):
            self._flush()
            self._builder.add(_table_words(element), BlockKind.TABLE)
            return True
        return element.tag in _SKIPPED or _is_hidden(element) or (element is not self._main and is_beside(element))

    def _flush_at(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()

    def _open(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()
            self._kinds.append(self._kind_of(element) or self._kinds[-1])
        if element.tag == "br":
            self._words.append(BREAK)
        if element.tag == "a":
            self._links.append(element.get("href") or "")
        self._add(element.text)

    def _close(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._flush()
            self._kinds.pop()
        if element.tag == "a" and self._links:
            self._links.pop()

    def _tail(self, element: etree._Element, root: etree._Element) -> None:
        if element is not root:
            self._add(element.tail)

    def _add(self, words: str | None) -> None:
        if not words:
            return
        self._words.append(words)
        if self._links:
            self._linked += len(words.strip())
            self._url = self._links[-1] or None

    def _kind_of(self, element: etree._Element) -> BlockKind | None:
        kind = _KINDS.get(str(element.tag))
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if kind is None and _CAPTION.search(marks):
            return BlockKind.CAPTION
        if kind is None and _LEAD.search(marks) and element.tag in ("p", "div"):
            return BlockKind.LEAD
        return kind

    def _flush(self) -> None:
        """Add what has come together as pieces: two breaks on end part them, one is a line end within."""
        lines = [_SPACE.sub(" ", line).strip(" ") for line in "".join(self._words).split(BREAK)]
        whole = sum(map(len, lines))
        linked = whole > 0 and self._linked >= 0.9 * whole
        for words in re.split(r"\n{2,}", "\n".join(lines)):
            self._add_piece(words, self._url if linked else None)
        self._words.clear()
        self._linked = 0
        self._url = None

    def _add_piece(self, words: str, url: str | None) -> None:
        kind = self._kinds[-1]
        if not any(map(str.isalnum, words)) and "#" not in words:
            return
        if kind is BlockKind.TITLE:
            if self._titled or (self._title is not None and not agree(words, self._title)):
                kind = BlockKind.HEADING
            else:
                self._titled = True
        self._builder.add(words, kind, url=url)


def _is_hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"


def _is_data(table: etree._Element) -> bool:
    """Tell a table of data from one that only lays a page out: two rows and columns at least, and short cells."""
    rows = list(table.iter("tr"))
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    if max(sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows) < 2:
        return False
    return all(len(words_of(cell)) < 1000 for cell in table.iter("td", "th"))


def _table_words(table: etree._Element) -> str:
    """Give a table's rows as lines, its cells parted by tabs."""
    lines = []
    for row in table.iter("tr"):
        cells = [_cell_words(cell) for cell in row if cell.tag in ("td", "th")]
        if any(cells):
            lines.append("\t".join(cells))
    return "\n".join(lines)


def _cell_words(cell: etree._Element) -> str:
    """Give the words of a cell on one line."""
    builder = TextBuilder()
    Walk(builder, cell).through(cell)
    return " ".join(builder.text.split("\n")).replace("  ", " ")
