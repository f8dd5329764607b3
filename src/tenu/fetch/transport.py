"""Bring pages from the web: public addresses alone, politely, within limits."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from tenu.errors import UnreadableSourceError
from tenu.fetch.addresses import Place, Resolver, checked_addresses, place_of, resolve
from tenu.fetch.exchange import Answer, Terms, exchange, exchange_through, proxy_for
from tenu.fetch.fetched import Fetched, NotBrought, Unchanged, now
from tenu.fetch.robots import LIMIT as ROBOTS_LIMIT
from tenu.fetch.robots import Robots, read_robots

AGENT = "tenu"
HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads official statements; keeps to robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
REDIRECTS = 5
TRIES = 3
_MOVED = (301, 302, 303, 307, 308)
_LATER = (429, 500, 502, 503, 504)


@dataclass(slots=True)
class Web:
    """The way to the web, with its limits and manners; one serves many requests and keeps each host's pace.

    `limit` counts bytes of a body unpacked, `seconds` one exchange, `pause` the seconds between two requests to one
    host. `loopback` lets tests reach servers on this machine; nothing else sets it.
    """

    limit: int = 20 * 1024 * 1024
    seconds: float = 60.0
    pause: float = 1.0
    robots: bool = True
    loopback: bool = False
    ca_certs: str | None = None
    resolver: Resolver = resolve
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def bring(self, url: str) -> Fetched | NotBrought:
        """Bring what an address holds; what cannot be had is a `NotBrought` with its reason."""
        brought = self.ask(url)
        if isinstance(brought, Unchanged):
            return NotBrought(
                url, UnreadableSourceError(f"{url} says that it has not changed, though nothing was kept.")
            )
        return brought

    def ask(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | Unchanged | NotBrought:
        """Bring what an address holds now, `Unchanged` where it is what these marks of an earlier answer stand for."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {**HEADERS, **{name: value for name, value in conditions.items() if value}}
        try:
            found, answer = self._follow(url, headers)
        except UnreadableSourceError as error:
            return NotBrought(url, error)
        if answer.status == 304:
            return Unchanged(url, now())
        if answer.status != 200:
            return NotBrought(url, UnreadableSourceError(_sentence(url, answer.status)), answer.status in (404, 410))
        media_type, charset = _typed(answer.headers.get("content-type", ""))
        marks = answer.headers.get("etag"), answer.headers.get("last-modified")
        return Fetched(answer.content, url, now(), found, media_type, charset, *marks)

    def _follow(self, url: str, headers: dict[str, str]) -> tuple[str, Answer]:
        """Follow redirects, each of them checked as the first address was."""
        for _ in range(REDIRECTS + 1):
            place = place_of(url)
            self._keep_to_robots(place, url)
            answer = self._try(place, headers)
            if answer.status not in _MOVED or "location" not in answer.headers:
                return url, answer
            url = urljoin(url, answer.headers["location"])
        raise UnreadableSourceError(f"{url} leads from one address to the next more than {REDIRECTS} times; check it.")

    def _try(self, place: Place, headers: dict[str, str]) -> Answer:
        """Ask up to three times while the host says “later”, waiting as long as it says, else 1, 2 seconds."""
        for attempt in range(TRIES):
            answer = self._once(place, headers, Terms(self.limit, self.seconds, self.ca_certs))
            if answer.status not in _LATER or attempt == TRIES - 1:
                break
            self.sleep(_wait(answer.headers.get("retry-after"), 2.0**attempt))
        return answer

    def _once(self, place: Place, headers: dict[str, str], terms: Terms) -> Answer:
        self._keep_pace(place)
        proxy = proxy_for(place)
        if proxy is not None:
            self._refuse_inside(place)
            return exchange_through(proxy, place, headers, terms)
        addresses = checked_addresses(place, self.resolver, loopback=self.loopback)
        return exchange(place, addresses, headers, terms)

    def _refuse_inside(self, place: Place) -> None:
        """Refuse an inner address that stands in the URL as a number; names are resolved by the proxy alone."""
        if place.host == "localhost" or not any(map(str.isalpha, place.host.replace("0x", ""))) or ":" in place.host:
            checked_addresses(place, resolve, loopback=self.loopback)

    def _keep_pace(self, place: Place) -> None:
        site = f"{place.parts.scheme}://{place.host_header}"
        asked = self._robots[site].pause(AGENT) if site in self._robots else 0.0
        wait = self._last.get(place.host, float("-inf")) + max(self.pause, asked) - time.monotonic()
        if wait > 0:
            self.sleep(wait)
        self._last[place.host] = time.monotonic()

    def _keep_to_robots(self, place: Place, url: str) -> None:
        """Refuse an address that its site's robots.txt closes to programs, or whose robots.txt cannot be had."""
        if not self.robots:
            return
        site = f"{place.parts.scheme}://{place.host_header}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        if not self._robots[site].allows(AGENT, url):
            raise UnreadableSourceError(f"{place.host} does not let programs read {url} (robots.txt); read it by hand.")

    def _read_robots(self, site: str) -> Robots:
        url = f"{site}/robots.txt"
        for _ in range(REDIRECTS + 1):
            place = place_of(url)
            answer = self._once(place, HEADERS, Terms(ROBOTS_LIMIT, self.seconds, self.ca_certs))
            if answer.status not in _MOVED or "location" not in answer.headers:
                return read_robots(answer.status, answer.content)
            url = urljoin(url, answer.headers["location"])
        return Robots(None)


def _wait(told: str | None, otherwise: float) -> float:
    """Give how long a host asks to wait (seconds or a date), at most a minute."""
    if not told:
        return otherwise
    if told.strip().isdigit():
        return min(float(told), 60.0)
    try:
        return max(0.0, min((parsedate_to_datetime(told) - now()).total_seconds(), 60.0))
    except (ValueError, TypeError):
        return otherwise


def _typed(content_type: str) -> tuple[str | None, str | None]:
    """Part a Content-Type into the media type and the charset."""
    kind, _, rest = content_type.partition(";")
    _, found, charset = rest.lower().partition("charset=")
    return kind.strip().lower() or None, (charset.split(";")[0].strip(" \"'") or None) if found else None


def _sentence(url: str, status: int) -> str:
    if status in (404, 410):
        return f"{url} is not there any more (HTTP {status}); check the address."
    if status in (401, 403):
        return f"{url} does not let itself be read without leave (HTTP {status}); save the page and read the file."
    if status in _LATER:
        return f"{url} cannot answer now (HTTP {status}); try again later."
    return f"{url} answered with HTTP {status} instead of a page; look at it in a browser."
