"""Which reader reads which format; each is loaded only when such a document comes."""

from collections.abc import Callable

from tenu.document.draft import Draft
from tenu.document.encoding import decode
from tenu.document.formats import Format
from tenu.document.limits import Limits

Reader = Callable[[bytes, str, str | None, Limits], Draft]
"""Bytes, their source's name, the charset that a header told, the limits: a draft, or `UnreadableSourceError`."""


def reader_of(form: Format) -> Reader:
    """Give the reader of a format."""
    match form:
        case Format.PDF:
            from tenu.document.pdf import draft_pdf

            return draft_pdf
        case Format.DOCX:
            from tenu.document.docx import draft_docx

            return draft_docx
        case Format.MAIL:
            from tenu.document.mail import draft_mail

            return draft_mail
        case Format.HTML:
            return _read_html
        case Format.PLAIN:
            return _read_plain


def _read_html(content: bytes, source: str, charset: str | None, limits: Limits) -> Draft:
    from tenu.document.html import draft_html

    return draft_html(decode(content, source, charset=charset, in_page=True), source, limits)


def _read_plain(content: bytes, source: str, charset: str | None, limits: Limits) -> Draft:
    from tenu.document.plain import draft_plain

    decoded = decode(content, source, charset=charset)
    limits.refuse_by_text(decoded.text, source)
    return draft_plain(decoded)
