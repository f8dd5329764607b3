"""Web archives (WARC): the pages that a crawl kept, with the address and moment of each."""

import datetime
from collections.abc import Iterator
from typing import BinaryIO

from tenu.errors import UnreadableSourceError
from tenu.fetch.fetched import Fetched, NotBrought, now

READ = (
    "text/",
    "application/xhtml",
    "application/pdf",
    "message/rfc822",
    "application/vnd.openxmlformats",
    "application/msword",
)
"""The media types, or their beginnings, of what is taken from an archive."""


def is_archive(content: bytes, source: str) -> bool:
    """Tell whether bytes are a web archive, packed or not."""
    packed = content.startswith(b"\x1f\x8b") and ".warc" in source.lower()
    return packed or content.startswith((b"WARC/1.", b"WARC/0."))


def from_archive(archive: BinaryIO, source: str, limit: int) -> Iterator[Fetched | NotBrought]:
    """Give each page (HTTP 200, of a type that is read) of a web archive; one over `limit` bytes is not brought.

    An archive that breaks off gives what came before, then a `NotBrought` that says so; one without a page says so too.
    """
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    found = False
    try:
        for record in ArchiveIterator(archive):
            url = record.rec_headers.get_header("WARC-Target-URI")
            if record.rec_type != "response" or not url or not record.http_headers:
                continue
            media_type = (record.http_headers.get_header("Content-Type") or "").lower()
            if record.http_headers.get_statuscode() != "200" or not media_type.startswith(READ):
                continue
            found = True
            page = record.content_stream().read(limit + 1)
            if len(page) > limit:
                sentence = f"{url} in {source} has more than {limit} bytes, the limit; it is left out."
                yield NotBrought(url, UnreadableSourceError(sentence))
                continue
            if len(page) <= limit and getattr(record.raw_stream, "limit", 0) > 0:
                raise EOFError(f"within {url}")
            yield Fetched(page, url, _when(record.rec_headers.get_header("WARC-Date")), url, *_typed(media_type))
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, UnicodeError) as error:
        sentence = f"{source} breaks off or is no web archive ({error}); what came before was read."
        yield NotBrought(source, UnreadableSourceError(sentence))
    else:
        if not found:
            sentence = f"{source} holds no pages of a type that tenu reads, or breaks off before the first."
            yield NotBrought(source, UnreadableSourceError(sentence))


def _when(told: str | None) -> datetime.datetime:
    """Give the moment of the crawl, the present one where the archive does not tell it."""
    try:
        return datetime.datetime.fromisoformat(told or "")
    except ValueError:
        return now()


def _typed(media_type: str) -> tuple[str, str | None]:
    """Part a Content-Type into the media type and the charset."""
    kind, _, rest = media_type.partition(";")
    _, found, charset = rest.partition("charset=")
    return kind.strip(), charset.split(";")[0].strip(" \"'") or None if found else None
