"""HTML: the text of a page's main part, piece by piece, as its elements hold it."""

from lxml import etree

from tenu.document.draft import Draft, Piece, TextBuilder
from tenu.document.encoding import Decoded
from tenu.document.limits import Limits
from tenu.document.mainpart import main_part, words_of
from tenu.document.pagehead import agree, read_head
from tenu.document.trimming import trim
from tenu.document.vote import vote
from tenu.document.walk import Walk
from tenu.errors import UnreadableSourceError
from tenu.record.document import BlockKind


def draft_html(decoded: Decoded, source: str, limits: Limits) -> Draft:
    """Give the text of a page's main part in pieces, and what its head says.

    Every letter comes from the page's elements. White space alone is read as a browser does (CSS Text 3 §4.1): runs
    of space, tab and line end in the source are one space, `br` is a line end, and no-break spaces stay.
    """
    root = parse(decoded.text, source, limits)
    head = read_head(root)
    main = main_part(root)
    whole = TextBuilder()
    Walk(whole, main.element, head.title).through(main.element)
    pieces = trim(whole.text, whole.pieces)
    if not main.named and pieces:
        pieces = vote(decoded.text.encode("utf-8", "replace"), whole.text, pieces)
    builder = _titled(_first_title(root, head.title), whole.text, pieces)
    return Draft(
        builder.text,
        tuple(builder.pieces),
        title=head.title,
        published=head.published,
        updated=head.updated,
        language=head.language,
        url=head.url,
        encoding=decoded.encoding,
        encoding_told_by=decoded.told_by,
        related=head.related,
    )


def parse(text: str, source: str, limits: Limits) -> etree._Element:
    """Give the page's root element; refused: a page whose elements stand deeper in one another than the limit.

    The parser's own limits would cut a page off without a word, at 256 elements in one another or 10 MB in one piece;
    they are taken off, and ours stand instead.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    content = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableSourceError(
            f"{source} could not be read as a page (HTML): it is broken, or too large ({error.msg})."
        ) from error
    if root is None:
        raise UnreadableSourceError(f"{source} holds no words; check that it is the file or page you meant.")
    _refuse_by_depth(root, source, limits)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableSourceError(
            f"{source} goes beyond what the parser of pages (HTML) takes; save its text and read that."
        )
    return root


def _refuse_by_depth(root: etree._Element, source: str, limits: Limits) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.depth:
            raise UnreadableSourceError(
                f"{source} has elements more than {limits.depth} deep in one another; no page needs that, "
                "so it is refused."
            )


def _first_title(root: etree._Element, told: str | None) -> str | None:
    """Give the words of the first h1 that the head's title agrees with, else the head's title, else the first h1."""
    headings = [" ".join(words_of(heading).split()) for heading in root.iter("h1")]
    agreed = next((words for words in headings if told and words and agree(words, told)), None)
    if agreed and told and told in agreed:
        return told
    return agreed or told or next(filter(None, headings), None)


def _titled(title: str | None, text: str, pieces: list[Piece]) -> TextBuilder:
    """Put the pieces into a text of their own, the page's title before them where none of them is it."""
    builder = TextBuilder()
    at = next((at for at, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    if at is None:
        at = next((at for at, piece in enumerate(pieces[:5]) if text[piece.start : piece.end] == title), None)
    if at is None and title:
        builder.add(title, BlockKind.TITLE)
    for place, piece in enumerate(pieces):
        kind = BlockKind.TITLE if place == at else piece.kind
        builder.add(text[piece.start : piece.end], kind, url=piece.url)
    return builder
