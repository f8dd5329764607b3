"""PDF: the running text of its pages, in reading order, without running heads, page numbers and broken words."""

import ctypes
from collections import Counter
from typing import Any

from tenu.document.draft import Draft, TextBuilder
from tenu.document.layout import Line, body_size, in_reading_order, whole_rows, without_running_heads
from tenu.document.limits import Limits
from tenu.document.paragraphs import Paragraph, paragraphs_of
from tenu.errors import UnreadableSourceError
from tenu.record.document import BlockKind


def draft_pdf(content: bytes, source: str, charset: str | None, limits: Limits) -> Draft:  # noqa: ARG001 - a Reader
    """Give the text of a PDF in pieces, each with the page (from 1) on which it begins.

    Refused: a broken file, one that asks for a password, one of more pages than the limit, and one that holds pictures
    of pages instead of text.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        pdf = pypdfium2.PdfDocument(content)
        if len(pdf) > limits.pages:
            raise UnreadableSourceError(f"{source} has {len(pdf)} pages, more than the limit of {limits.pages}.")
        pages = [whole_rows(_lines(pdf[number], number + 1)) for number in range(len(pdf))]
        title = " ".join((pdf.get_metadata_dict().get("Title") or "").split())
        pdf.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableSourceError(_why(source, str(error))) from error
    builder = TextBuilder()
    ordered = [in_reading_order(page) for page in without_running_heads(pages)]
    for paragraph, kind in _kinds(list(paragraphs_of(ordered)), body_size(ordered)):
        builder.add(paragraph.text, kind, page=paragraph.page)
    if not builder.pieces:
        raise UnreadableSourceError(
            f"{source} holds no text, perhaps only pictures of pages; run text recognition (OCR) over it first."
        )
    return Draft(builder.text, tuple(builder.pieces), title=title or None)


def _why(source: str, reason: str) -> str:
    if "password" in reason.lower():
        return f"{source} asks for a password; save it without one and read that."
    return f"{source} is a broken PDF ({reason}); save it again, or save its text and read that."


def _lines(page: Any, number: int) -> list[Line]:
    """Give the lines of a page with their boxes in points from the page's upper left corner.

    White wider than nearly two letters ends a line: what stands beyond may be another column.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    width, height = page.get_size()
    lines: list[Line] = []
    words: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    sizes: list[float] = []
    box = pdfium.FS_RECTF()
    # a page has thousands of letters, and each is asked for three times: names are looked up once
    raw, into, letters = text.raw, ctypes.byref(box), _letters
    code_at, box_at, size_at = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetFontSize,
    )
    for at in range(text.count_chars()):
        letter = letters[code_at(raw, at)]
        if letter in ("\r", "\n"):
            _add_line(lines, words, boxes, sizes, number, (width, height))
            continue
        if not letter.isspace() and box_at(raw, at, into):
            size = round(size_at(raw, at), 1)
            left, right = box.left, box.right
            if boxes and left - boxes[-1][2] > max(10, 1.8 * size):
                _add_line(lines, words, boxes, sizes, number, (width, height))
            boxes.append((left, height - box.top, right, height - box.bottom))
            sizes.append(size)
        words.append(letter)
    _add_line(lines, words, boxes, sizes, number, (width, height))
    text.close()
    page.close()
    return lines


class _Letters(dict[int, str]):
    """The letters of a PDF's codes, worked out when they are first met."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = _letter(code)
        return letter


_letters = _Letters()


def _letter(code: int) -> str:
    """Give a letter; U+FFFE, U+0002 are PDFium's marks for a hyphen at a line's end, surrogates and NUL are nothing."""
    if code in (0xFFFE, 0x02, 0xAD):
        return "\u00ad"
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0xFFFF:
        return ""
    return chr(code)


def _add_line(
    lines: list[Line],
    words: list[str],
    boxes: list[tuple[float, float, float, float]],
    sizes: list[float],
    number: int,
    page: tuple[float, float],
) -> None:
    """Make a line of the letters come together and begin the next."""
    text = "".join(words).strip()
    if text and boxes:
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        size = Counter(sizes).most_common(1)[0][0]
        lines.append(Line(text, left, top, right, bottom, size or bottom - top, number, page[1]))
    words.clear()
    boxes.clear()
    sizes.clear()


def _kinds(paragraphs: list[Paragraph], size: float) -> list[tuple[Paragraph, BlockKind | None]]:
    """Tell headings by their size: a fifth larger than the running text; the first page's largest is the title."""
    kinds: list[tuple[Paragraph, BlockKind | None]] = []
    first = [p.size for p in paragraphs if p.page == 1 and len(p.text) > 3]
    largest = max(first, default=0.0)
    titled = False
    for paragraph in paragraphs:
        kind: BlockKind | None = BlockKind.LIST_ITEM if paragraph.is_item else None
        if paragraph.size > 1.15 * size and len(paragraph.text) < 400:
            is_title = not titled and paragraph.page == 1 and paragraph.size == largest
            titled = titled or is_title
            kind = BlockKind.TITLE if is_title else BlockKind.HEADING
        kinds.append((paragraph, kind))
    return kinds
