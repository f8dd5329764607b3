"""E-mail: a message's own text, with its subject for a title and its date for the day of publication."""

import email.errors
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from tenu.document.draft import Draft, TextBuilder
from tenu.document.encoding import decode
from tenu.document.limits import Limits
from tenu.document.plain import draft_plain
from tenu.errors import UnreadableSourceError
from tenu.record.document import BlockKind, Related


def draft_mail(content: bytes, source: str, charset: str | None, limits: Limits) -> Draft:  # noqa: ARG001 - a Reader
    """Give the text of a message: its HTML part where it has one, else its plain text, below the subject.

    Attachments are named as related documents, not read. Refused: a message without a text, and one whose parts stand
    too deep in one another.
    """
    parser = BytesParser(EmailMessage, policy=email.policy.default)
    try:
        message = parser.parsebytes(content)
        body = message.get_body(("html", "plain"))
        subject = " ".join(str(message.get("Subject", "")).split())
        text = _text(body) if isinstance(body, EmailMessage) else None
        attached = _attachments(message)
    except (LookupError, ValueError, TypeError, AttributeError, IndexError, email.errors.MessageError) as error:
        raise UnreadableSourceError(f"{source} is a broken message ({error}); save its text and read that.") from error
    if body is None or not text:
        raise UnreadableSourceError(f"{source} is a message without a text; save what is attached and read that.")
    draft = _draft_of(text, body.get_content_subtype() == "html", source, limits)
    return replace(_under_subject(draft, subject, _day(message)), related=attached)


def _attachments(message: EmailMessage) -> tuple[Related, ...]:
    """Give the files that come with a message, their names as they stand."""
    names = (part.get_filename() for part in message.walk() if part.get_content_disposition() == "attachment")
    return tuple(Related("attachment", None, 0, 0, name) for name in names if name)


def _text(body: EmailMessage) -> str:
    """Decode a part by the encoding it names, the best guess where that is wrong."""
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return str(payload or "")
    return (
        decode(payload, "the message", charset=body.get_content_charset(), in_page=True).text if payload.strip() else ""
    )


def _draft_of(text: str, is_page: bool, source: str, limits: Limits) -> Draft:
    content = text.encode("utf-8", "replace")
    if is_page:
        from tenu.document.html import draft_html

        return draft_html(decode(content, source, charset="utf-8"), source, limits)
    return draft_plain(decode(content, source, charset="utf-8"))


def _under_subject(draft: Draft, subject: str, day: str | None) -> Draft:
    """Put the subject before the text as its title, where the text does not begin with it."""
    builder = TextBuilder()
    if subject and not draft.text.lstrip().startswith(subject):
        builder.add(subject, BlockKind.TITLE)
    for piece in draft.pieces:
        kind = BlockKind.HEADING if piece.kind is BlockKind.TITLE and builder.pieces else piece.kind
        builder.add(draft.text[piece.start : piece.end], kind, url=piece.url)
    return Draft(builder.text, tuple(builder.pieces), title=subject or draft.title, published=draft.published or day)


def _day(message: EmailMessage) -> str | None:
    """Give the day that the message was sent, by its sender's clock."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
