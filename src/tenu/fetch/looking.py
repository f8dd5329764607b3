"""Look at what a watched publisher lists now, and tell when its silence or a changed layout is an alarm."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from tenu.errors import UnreadableSourceError
from tenu.fetch.feeds import Listed, is_index, lists, read_list
from tenu.fetch.fetched import Fetched, NotBrought, Unchanged
from tenu.fetch.sources import Outlet, Shape, Source
from tenu.fetch.transport import Web

NESTED = 3
"""How many sitemaps of a sitemap of sitemaps are read: those changed last."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an outlet lists now, and the marks with which to ask again only for what has changed."""

    outlet: Outlet
    listed: tuple[Listed, ...]
    etag: str | None
    last_modified: str | None


def look(
    outlet: Outlet, web: Web, *, etag: str | None = None, last_modified: str | None = None
) -> Look | Unchanged | NotBrought:
    """Bring what an outlet lists; an outlet that lists nothing is a `NotBrought`, never an empty success."""
    brought = web.ask(outlet.url, etag=etag, last_modified=last_modified)
    if not isinstance(brought, Fetched):
        return brought
    try:
        listed = _wanted(outlet, _listed(brought, outlet, web))
    except UnreadableSourceError as error:
        return NotBrought(outlet.url, error)
    if not listed:
        return NotBrought(outlet.url, UnreadableSourceError(_nothing(outlet)))
    return Look(outlet, listed, brought.etag, brought.last_modified)


def _nothing(outlet: Outlet) -> str:
    wanted = f" that fits {outlet.take.pattern}" if outlet.take else ""
    return f"{outlet.url} lists no address{wanted}; its layout may have changed, look at it in a browser."


def _listed(brought: Fetched, outlet: Outlet, web: Web) -> tuple[Listed, ...]:
    if outlet.shape is Shape.PAGE and not lists(brought.content):
        return links_of(brought.content, brought.url or outlet.url)
    found = read_list(brought.content, outlet.url)
    if not is_index(brought.content):
        return found
    newest = sorted(found, key=lambda listed: listed.updated or "", reverse=True)[:NESTED]
    nested = [web.bring(listed.url) for listed in newest]
    return tuple(
        listed
        for page in nested
        if isinstance(page, Fetched) and not is_index(page.content)
        for listed in read_list(page.content, page.source)
    )


def _wanted(outlet: Outlet, listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """Give the addresses that the outlet takes, each once."""
    wanted: dict[str, Listed] = {}
    for entry in listed:
        url = urldefrag(entry.url).url
        if outlet.take is None or outlet.take.search(url):
            wanted.setdefault(url, replace(entry, url=url))
    return tuple(wanted.values())


def links_of(content: bytes, url: str) -> tuple[Listed, ...]:
    """Give the links of a page in their order, with their words for a title."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser) if content.strip() else None
    except etree.XMLSyntaxError as error:
        raise UnreadableSourceError(f"{url} could not be read as a page ({error.msg}).") from error
    links = [] if root is None else [(link.get("href"), link) for link in root.iter("a")]
    found = []
    for href, link in links:
        address = _absolute(url, href)
        if address:
            found.append(Listed(address, " ".join("".join(map(str, link.itertext())).split()) or None))
    return tuple(found)


def _absolute(url: str, href: str | None) -> str | None:
    """Give the whole address behind a link, None where it is none of a page."""
    try:
        address = urljoin(url, (href or "").strip())
    except ValueError:
        return None
    return address if href and address.startswith(("http://", "https://")) else None


def silence(source: Source, published: Iterable[datetime.date], today: datetime.date) -> str | None:
    """Give the sentence of an alarm where a source has published less than it does in a month, None where all is well.

    `published` are the days of what was seen of it; a source without any is watched too short to tell.
    """
    days = sorted(published)
    if not days or (today - days[0]).days < 30:
        return None
    month = [day for day in days if 0 <= (today - day).days < 30]
    if len(month) >= source.a_month:
        return None
    return (
        f"{source.publisher} has published {len(month)} documents in 30 days, at least {source.a_month} were expected "
        f"(the last on {days[-1].isoformat()}); look whether its pages have moved."
    )
