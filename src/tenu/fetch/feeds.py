"""What a feed or a sitemap lists: addresses with their titles, days and, where given, texts."""

import calendar
import datetime
import html
import io
import re
from dataclasses import dataclass
from typing import Any

from tenu.errors import UnreadableSourceError

_ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<(?:!--.{0,2000}?--|\?[^>]*|!doctype[^>\[]*(?:\[[^\]]*\]\s*)?)>\s*)*<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_OWN_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
_ADDRESS = re.compile(rb"<(?:\w+:)?loc\b", re.IGNORECASE)

FEED_BYTES = 5 * 1024 * 1024
FEED_ENTRIES = 2_000
SITEMAP_ADDRESSES = 50_000
"""How many addresses a sitemap may name, by the protocol (https://www.sitemaps.org/protocol.html)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a feed or sitemap.

    `published` and `updated` are ISO 8601 in UTC, None where not given; `page` is a page (HTML, UTF-8) made of the
    entry's own title, day and text, None where the entry holds no text.
    """

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    page: bytes | None = None


def lists(content: bytes) -> bool:
    """Tell whether bytes are a feed (RSS, Atom) or a sitemap."""
    return _ROOT.match(content[:4096].lstrip(b"\xef\xbb\xbf")) is not None


def is_index(content: bytes) -> bool:
    """Tell whether bytes are a sitemap of sitemaps, whose addresses are to be brought in turn."""
    found = _ROOT.match(content[:4096].lstrip(b"\xef\xbb\xbf"))
    return found is not None and found[1].lower() == b"sitemapindex"


def read_list(content: bytes, source: str) -> tuple[Listed, ...]:
    """Give the entries of a feed or sitemap in its order.

    Refused with `UnreadableSourceError`: what is neither, what is broken, and what declares entities of its own, as
    bombs do and no feed needs.
    """
    if _OWN_ENTITIES.search(content):
        raise UnreadableSourceError(f"{source} declares entities of its own, as no feed needs; it is refused.")
    found = _ROOT.match(content[:4096].lstrip(b"\xef\xbb\xbf"))
    if found is None:
        raise UnreadableSourceError(f"{source} is neither a feed nor a sitemap; check the address.")
    if found[1].lower() in (b"urlset", b"sitemapindex"):
        _refuse_by_number(content, _ADDRESS, SITEMAP_ADDRESSES, source)
        return _sitemap(content, source)
    if len(content) > FEED_BYTES:
        raise UnreadableSourceError(f"{source} is a feed of more than {FEED_BYTES // 1024 // 1024} MB, the limit.")
    _refuse_by_number(content, _ENTRY, FEED_ENTRIES, source)
    return _feed(content)


def _refuse_by_number(content: bytes, entry: re.Pattern[bytes], limit: int, source: str) -> None:
    """Refuse a list of more entries than the limit, before anything is parsed."""
    many = sum(1 for _ in entry.finditer(content))
    if many > limit:
        raise UnreadableSourceError(f"{source} lists {many} entries, more than the limit of {limit}.")


def _sitemap(content: bytes, source: str) -> tuple[Listed, ...]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableSourceError(f"{source} is a broken sitemap ({error.msg}); look at it in a browser.") from error
    if root is None:
        raise UnreadableSourceError(f"{source} is a broken sitemap; look at it in a browser.")
    listed = []
    for entry in root:
        url = (entry.findtext("{*}loc") or "").strip()
        if url.startswith(("http://", "https://")):
            updated = (entry.findtext("{*}lastmod") or "").strip() or None
            listed.append(Listed(url, updated=updated))
    return tuple(listed)


def _feed(content: bytes) -> tuple[Listed, ...]:
    import feedparser  # type: ignore[import-untyped]

    stream = io.BytesIO(content)  # bytes themselves it would try to open as a file's name
    feed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    return tuple(listed for entry in feed.entries if (listed := _entry(entry)) is not None)


def _entry(entry: Any) -> Listed | None:
    url = str(entry.get("link") or entry.get("id") or "").strip()
    if not url.startswith(("http://", "https://")):
        return None
    title = " ".join(str(entry.get("title") or "").split()) or None
    published = _moment(entry.get("published_parsed"))
    updated = _moment(entry.get("updated_parsed")) if "updated_parsed" in entry.keys() else None  # noqa: SIM118 - not `in`
    return Listed(url, title, published, updated, _page(entry, url, title, published))


def _moment(parsed: Any) -> str | None:
    """Give a moment in UTC, None where the feed's date could not be read."""
    try:
        return datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.UTC).isoformat()
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _page(entry: Any, url: str, title: str | None, published: str | None) -> bytes | None:
    """Make a page of an entry's title, day and text, so that it is read as any other page."""
    contents = [content.get("value") for content in entry.get("content") or ()]
    text = next(filter(None, [*contents, entry.get("summary")]), None)
    if not text:
        return None
    head = f'<link rel="canonical" href="{html.escape(url)}"><title>{html.escape(title or "")}</title>'
    if published:
        head += f'<meta property="article:published_time" content="{published}">'
    heading = f"<h1>{html.escape(title)}</h1>" if title else ""
    body = text if "<" in text else f"<p>{html.escape(text)}</p>"
    head = f'<head><meta charset="utf-8">{head}</head>'
    page = f"<!DOCTYPE html><html>{head}<body><main>{heading}{body}</main></body></html>"
    return page.encode("utf-8", "replace")
