"""From bytes to characters: which encoding a document is in, and who says so."""

import codecs
import re
from dataclasses import dataclass

from tenu.errors import UnreadableSourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_PAGE = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)["']""", re.IGNORECASE
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding (Python's name) that it was read in, and what told it.

    `told_by` is `mark` (byte order mark), `header`, `page` (meta or XML declaration), `bytes` (they are valid UTF-8)
    or `guess` (what charset-normalizer takes them for).
    """

    text: str
    encoding: str
    told_by: str


def decode(content: bytes, source: str, *, charset: str | None = None, in_page: bool = False) -> Decoded:
    """Turn bytes into characters by the byte order mark, the HTTP header's `charset`, the page's word, else UTF-8.

    The order is that of the HTML standard (§13.2.3.2, encoding sniffing). What none of these settles is left to
    charset-normalizer and recorded as a guess. Refused: bytes that are no text, and bytes of no encoding.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], name, source), name, "mark")
    for told, told_by in ((charset, "header"), (_charset_in(content) if in_page else None, "page")):
        decoded = _as_told(content, told, told_by) if told else None
        if decoded is not None:
            return decoded
    if _is_binary(content):
        raise UnreadableSourceError(
            f"{source} is a binary file that tenu has no reader for; give a text, a page (HTML), a PDF or a DOCX."
        )
    try:
        return Decoded(content.decode("utf-8"), "utf-8", "bytes")
    except UnicodeDecodeError:
        return _guess(content, source)


def _charset_in(content: bytes) -> str | None:
    found = _IN_PAGE.search(content[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _as_told(content: bytes, name: str, told_by: str) -> Decoded | None:
    """Decode as told, None where the name is unknown or the bytes are not of that encoding.

    Pages that say ISO-8859-1 or ASCII are read as windows-1252, and a meta that says UTF-16 as UTF-8, as the
    WHATWG Encoding Standard (§4.2) has it.
    """
    try:
        encoding = codecs.lookup(name.strip().lower()).name
    except LookupError:
        return None
    if encoding in ("iso8859-1", "ascii"):
        encoding = "cp1252"
    if encoding.startswith("utf-16") and told_by == "page":
        encoding = "utf-8"
    try:
        return Decoded(content.decode(encoding), encoding, told_by)
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            f"{source} begins with the mark of {encoding}, but byte {error.start} is not of it; save it again as UTF-8."
        ) from error


def _is_binary(content: bytes) -> bool:
    """Tell whether bytes are no text: control characters that no text encoding of one byte a letter uses."""
    head = content[:65_536]
    return b"\x00" in head or len(_BINARY.findall(head)) > len(head) // 100


def _guess(content: bytes, source: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000], cp_exclusion=["utf_7"]).best()
    if best is not None:
        decoded = _as_told(content, best.encoding, "guess")
        if decoded is not None:
            return decoded
    raise UnreadableSourceError(f"The encoding of {source} could not be told; save it as UTF-8 and read it again.")
