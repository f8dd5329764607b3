"""Which format bytes are in, by what they hold first and by their name only then."""

import re
from enum import StrEnum


class Format(StrEnum):
    """The formats that documents come in."""

    PLAIN = "plain text"
    HTML = "HTML"


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|section)\b",
    re.IGNORECASE | re.DOTALL,
)


def tell_format(content: bytes, source: str, media_type: str | None = None) -> Format:
    """Give the format of a document's bytes; the name and the header's media type decide where the bytes do not."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML.match(head.replace(b"\x00", b"")):
        return Format.HTML
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return Format.HTML
    if not kind and source.lower().partition("?")[0].endswith((".html", ".htm", ".xhtml")) and b"<" in head:
        return Format.HTML
    return Format.PLAIN
