"""DOCX: the paragraphs and tables of a Word document, with what their styles say they are."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from tenu.document.draft import Draft, TextBuilder
from tenu.document.limits import MEGABYTE, Limits
from tenu.errors import UnreadableSourceError
from tenu.record.document import BlockKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_OTHERS = (NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What zipfile raises besides on archives of unknown packing, with passwords, cut short or with impossible figures."""

_XML_LIMIT = 64 * MEGABYTE
_STYLES = (
    (re.compile(r"title|titre$", re.IGNORECASE), BlockKind.TITLE),
    (re.compile(r"heading|titre ?\d|überschrift", re.IGNORECASE), BlockKind.HEADING),
    (re.compile(r"list", re.IGNORECASE), BlockKind.LIST_ITEM),
    (re.compile(r"quote|citation", re.IGNORECASE), BlockKind.QUOTE),
    (re.compile(r"caption|l[ée]gende", re.IGNORECASE), BlockKind.CAPTION),
)


def draft_docx(content: bytes, source: str, charset: str | None, limits: Limits) -> Draft:  # noqa: ARG001 - a Reader
    """Give the text of a Word document's body in pieces.

    Deleted words of tracked changes are left out, inserted ones are in. Refused: an archive that is broken, has no
    Word document in it, or unpacks to more than the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive, source, limits)
            names = archive.namelist()
            if "word/document.xml" not in names:
                raise UnreadableSourceError(
                    f"{source} is an archive without a Word document in it; unpack it and read what it holds."
                )
            body = _parse(_member(archive, "word/document.xml", source, limits), source)
            core = _member(archive, "docProps/core.xml", source, limits) if "docProps/core.xml" in names else None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, *_OTHERS) as error:
        raise UnreadableSourceError(f"{source} is a broken archive ({error}); save the document again.") from error
    builder = TextBuilder()
    for element in _blocks(body):
        if element.tag == f"{_W}tbl":
            builder.add(_table_words(element), BlockKind.TABLE)
        else:
            builder.add(_words(element), _kind(element))
    return Draft(builder.text, tuple(builder.pieces), title=_title(core, source))


def _refuse_bomb(archive: zipfile.ZipFile, source: str, limits: Limits) -> None:
    """Refuse an archive of too many parts, or one that says it unpacks to far more than it packs."""
    parts = archive.infolist()
    if len(parts) > limits.members:
        raise UnreadableSourceError(f"{source} has {len(parts)} parts, more than the limit of {limits.members}.")
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > limits.ratio * max(1, part.compress_size):
            raise UnreadableSourceError(
                f"{source} unpacks to more than {limits.ratio} times its size, as no document does; it is refused."
            )


def _member(archive: zipfile.ZipFile, name: str, source: str, limits: Limits) -> bytes:
    """Unpack one part, counting what really comes out."""
    limit = min(_XML_LIMIT, max(MEGABYTE, limits.ratio * archive.getinfo(name).compress_size))
    with archive.open(name) as part:
        content = part.read(limit + 1)
    if len(content) > limit:
        raise UnreadableSourceError(f"{source} unpacks to more than {limit // MEGABYTE} MB; it is refused.")
    return content


def _parse(content: bytes, source: str) -> etree._Element:
    """Parse a part with entities, document types and the network off."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableSourceError(f"{source} holds broken XML ({error.msg}); save the document again.") from error
    if b"<!DOCTYPE" in content:
        raise UnreadableSourceError(
            f"{source} declares a document type of its own, as no Word document does; it is refused."
        )
    return root


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Give the body's paragraphs and outermost tables in order."""
    walk = etree.iterwalk(body, events=("start",), tag=(f"{_W}p", f"{_W}tbl"))
    for _, element in walk:
        yield element
        walk.skip_subtree()


def _words(paragraph: etree._Element) -> str:
    """Give a paragraph's words, its tabs and line breaks."""
    words: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag == f"{_W}tab":
            words.append("\t")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            words.append("\u2011")
        elif element.tag == f"{_W}softHyphen":
            words.append("\u00ad")
    return "".join(words)


def _table_words(table: etree._Element) -> str:
    """Give a table's rows as lines, its cells parted by tabs."""
    rows = []
    for row in table.iter(f"{_W}tr"):
        cells = (" ".join(" ".join(map(_words, cell.iter(f"{_W}p"))).split()) for cell in row.iter(f"{_W}tc"))
        rows.append("\t".join(cells))
    return "\n".join(row for row in rows if row.strip())


def _kind(paragraph: etree._Element) -> BlockKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "") if style is not None else ""
    if name.lower() in ("subtitle", "sous-titre"):
        return BlockKind.LEAD
    kind = next((kind for pattern, kind in _STYLES if pattern.match(name)), None)
    if kind is None and paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return BlockKind.LIST_ITEM
    return kind


def _title(core: bytes | None, source: str) -> str | None:
    if core is None:
        return None
    title = _parse(core, source).findtext(f"{_DC}title")
    return " ".join(title.split()) or None if title else None
