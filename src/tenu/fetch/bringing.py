"""Bring documents from wherever they are: files, folders, standard input, feeds, web archives, addresses."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tenu.errors import UnreadableSourceError
from tenu.fetch.feeds import lists, read_list
from tenu.fetch.fetched import Fetched, NotBrought
from tenu.fetch.folders import LIMIT, from_path, from_standard_input
from tenu.fetch.warc import from_archive, is_archive

if TYPE_CHECKING:
    from tenu.fetch.transport import Web


def bring(sources: Iterable[str], *, limit: int = LIMIT, web: "Web | None" = None) -> Iterator[Fetched | NotBrought]:
    """Bring each source in turn: a file, a folder, `-` for standard input, an http(s) address.

    A web archive gives each page in it; a feed gives each entry that holds a text of its own. `limit` is how many bytes
    one document may have; `web` is how addresses are reached. What cannot be brought is a `NotBrought` with its
    reason, in its place among the rest.
    """
    for source in sources:
        if source == "-":
            found: Iterable[Fetched | NotBrought] = [from_standard_input(limit)]
        elif source.lower().startswith(("http://", "https://")):
            web = web or _web(limit)
            found = [web.bring(source)]
        else:
            found = from_path(source, limit)
        for thing in found:
            yield from _opened(thing, limit)


def _web(limit: int) -> "Web":
    """Give the way to the web, loaded only when an address comes."""
    from tenu.fetch.transport import Web

    return Web(limit=limit)


def _opened(thing: Fetched | NotBrought, limit: int) -> Iterator[Fetched | NotBrought]:
    """Give what a web archive or feed holds, anything else as it is."""
    if isinstance(thing, NotBrought):
        yield thing
    elif is_archive(thing.content, thing.source):
        yield from from_archive(io.BytesIO(thing.content), thing.source, limit)
    elif lists(thing.content):
        yield from _entries(thing)
    else:
        yield thing


def _entries(feed: Fetched) -> Iterator[Fetched | NotBrought]:
    """Give the entries of a feed that hold a text; a feed of addresses alone says so."""
    try:
        listed = read_list(feed.content, feed.source)
    except UnreadableSourceError as error:
        yield NotBrought(feed.source, error)
        return
    held = [entry for entry in listed if entry.page is not None]
    if not held:
        sentence = f"{feed.source} lists {len(listed)} addresses and holds no texts; read the addresses themselves."
        yield NotBrought(feed.source, UnreadableSourceError(sentence))
    for entry in held:
        page = entry.page or b""
        yield replace(feed, content=page, source=entry.url, url=entry.url, media_type="text/html", charset="utf-8")
