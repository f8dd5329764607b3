"""The publishers that are watched, with their health and the hosts that their documents come from."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from tenu.errors import UnknownRecordError
from tenu.fetch.sources import watched_sources
from tenu.ledger import Filters, KeptDocument, Ledger
from tenu.settings import Settings
from tenu.watching.health import Health, health

LATEST = 12


@dataclass(frozen=True, slots=True)
class Publisher:
    """A source with its health, the hosts of its lists, and the newest documents from there."""

    health: Health
    hosts: tuple[str, ...]
    latest: tuple[KeptDocument, ...] = ()


def sources(ledger: Ledger, today: date) -> list[Publisher]:
    """Give all watched publishers, those that need a look first."""
    found = health(ledger, watched_sources(Settings.read().sources), today)
    order = ("failing", "silent", "well", "new")
    told = [Publisher(one, _hosts(one)) for one in found]
    return sorted(told, key=lambda one: (order.index(one.health.state), one.health.source.publisher))


def source(ledger: Ledger, name: str, today: date) -> Publisher:
    """Give one watched publisher by its id."""
    found = [one for one in watched_sources(Settings.read().sources) if one.id == name]
    if not found:
        raise UnknownRecordError(f"No source is called {name}; the list of sources shows the names.")
    told = next(health(ledger, found, today))
    hosts = _hosts(told)
    newest = [one for host in hosts for one in ledger.documents(Filters(source=host), limit=LATEST).entries]
    newest.sort(key=lambda one: one.published or "", reverse=True)
    return Publisher(told, hosts, tuple(newest[:LATEST]))


def _hosts(told: Health) -> tuple[str, ...]:
    hosts = (urlsplit(outlet.url).hostname or "" for outlet in told.source.outlets)
    return tuple(dict.fromkeys(host.removeprefix("www.") for host in hosts if host))
