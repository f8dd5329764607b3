"""One round of watching: look at every list that is due, bring what it names, keep what is new or changed."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tenu.fetch.fetched import NotBrought, Unchanged, now
from tenu.fetch.looking import Look, look, silence
from tenu.fetch.sources import Outlet, Source
from tenu.fetch.transport import Web
from tenu.ledger import Ledger, WatchedAddress, WatchedOutlet
from tenu.watching.address import ask_address
from tenu.watching.news import News, NewsKind

MOST = 50
"""How many addresses of one list are asked in a round; the next round goes on with the rest."""

LISTED = 500
"""How many addresses of one list are remembered, the newest: a sitemap may name every page of a site."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """With what and as whom a round watches; `stopped` is asked between two documents, and ends the round there."""

    ledger: Ledger
    web: Web
    who: str
    clock: Callable[[], datetime.datetime] = now
    most: int = MOST
    stopped: Callable[[], bool] = lambda: False


def watch_once(watcher: Watcher, sources: Iterable[Source], *, due_only: bool = True) -> Iterator[News]:
    """Look once at each source whose rhythm says so (at every one where `due_only` is False), and tell what is new.

    Each document is kept whole before the next is asked for, so that a round can end between any two.
    """
    for source in sources:
        looked = False
        for outlet in source.outlets:
            if watcher.stopped():
                return
            if not due_only or is_due(watcher, source, outlet):
                looked = True
                yield from _look_at(watcher, source, outlet)
        if looked:
            yield from _silence(watcher, source)


def is_due(watcher: Watcher, source: Source, outlet: Outlet) -> bool:
    """Tell whether a list was never asked, or not within its source's rhythm."""
    last = watcher.ledger.watching.outlet(outlet.url, source.id).asked_at
    return last is None or watcher.clock() - last >= datetime.timedelta(minutes=source.every)


def _look_at(watcher: Watcher, source: Source, outlet: Outlet) -> Iterator[News]:
    memory = watcher.ledger.watching
    known = memory.outlet(outlet.url, source.id)
    seen = look(outlet, watcher.web, etag=known.etag, last_modified=known.last_modified)
    at = watcher.clock()
    if isinstance(seen, NotBrought):
        failed = replace(known, asked_at=at, failures=known.failures + 1, problem=str(seen.error))
        memory.looked(failed, None, who=watcher.who, when=at)
        yield News(NewsKind.FAILING, source.id, source.publisher, outlet.url, _since(failed))
        return
    well = replace(known, asked_at=at, well_at=at, failures=0, problem=None)
    if isinstance(seen, Look):
        well = replace(well, etag=seen.etag, last_modified=seen.last_modified)
    memory.looked(well, _listed(seen), who=watcher.who, when=at)
    for address in memory.to_ask(outlet.url, watcher.most):
        if watcher.stopped():
            return
        yield from ask_address(watcher.ledger, watcher.web, source, address, who=watcher.who, when=watcher.clock())


def _listed(seen: Look | Unchanged) -> list[WatchedAddress] | None:
    if isinstance(seen, Unchanged):
        return None
    return [
        WatchedAddress(one.url, seen.outlet.url, one.title, one.published or one.updated)
        for one in seen.listed[:LISTED]
    ]


def _since(failed: WatchedOutlet) -> str:
    """Give what is wrong with a list, and since when."""
    if failed.well_at is None:
        return f"{failed.problem} It has never answered well."
    return f"{failed.problem} It last answered well on {failed.well_at:%Y-%m-%d %H:%M}, {failed.failures} looks ago."


def _silence(watcher: Watcher, source: Source) -> Iterator[News]:
    urls = [outlet.url for outlet in source.outlets]
    days = (datetime.date.fromisoformat(day) for day in watcher.ledger.watching.days(urls))
    told = silence(source, days, watcher.clock().date())
    if told is not None:
        yield News(NewsKind.SILENT, source.id, source.publisher, urls[0], told)
