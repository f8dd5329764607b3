"""Which format bytes are in, by what they hold first and by their name only then."""

import re
from enum import StrEnum


class Format(StrEnum):
    """The formats that documents come in."""

    PLAIN = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"
    MAIL = "e-mail"


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\b[^>]*>(?:\s|<!--.{0,2000}?-->|<\?[^>]*>|<![A-Za-z][^>]*>)*<([\w:.-]+)", re.DOTALL)
_MAIL = re.compile(
    rb"(?:From |(?:Return-Path|Received|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To|X-[\w-]+|"
    rb"DKIM-Signature|Content-Type|Reply-To|Sender|List-[\w-]+|ARC-[\w-]+|Authentication-Results):)",
    re.IGNORECASE,
)
_MAIL_MARKS = (
    re.compile(rb"^(?:From|Sender):", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^(?:Message-ID|MIME-Version|Received):", re.IGNORECASE | re.MULTILINE),
)
_MEDIA_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "message/rfc822": Format.MAIL,
}
_ENDINGS = {".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".eml": Format.MAIL}


def xml_root(content: bytes) -> str | None:
    """Give the name of the outermost element of XML that is no page (`?` where it is not found), None for others."""
    head = content[:8192].lstrip(b"\xef\xbb\xbf")
    if _HTML.match(head) or not head.lstrip().startswith(b"<?xml"):
        return None
    found = _XML.match(head)
    return found[1].decode("ascii", "replace") if found else "?"


def tell_format(content: bytes, source: str, media_type: str | None = None) -> Format:
    """Give the format of a document's bytes; the header's media type and the name decide where the bytes do not."""
    head = content[:8192].lstrip(b"\xef\xbb\xbf\xff\xfe")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX
    if _HTML.match(head.replace(b"\x00", b"")):
        return Format.HTML
    if _MAIL.match(head) and all(marks.search(head) for marks in _MAIL_MARKS):
        return Format.MAIL
    told = _MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower())
    if told is None and not media_type:
        name = source.lower().partition("?")[0]
        told = next((form for ending, form in _ENDINGS.items() if name.endswith(ending)), None)
    if told is Format.MAIL and not _MAIL.match(head):
        return Format.PLAIN
    return told or Format.PLAIN
