"""One request and its answer, over a connection to an address that has been checked."""

import time
from dataclasses import dataclass
from urllib.request import getproxies_environment, proxy_bypass

import urllib3

from tenu.errors import UnreadableSourceError
from tenu.fetch.addresses import Place

PART = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers by name in lower case, the body unpacked."""

    status: int
    headers: dict[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Terms:
    """What one exchange may cost: bytes unpacked, seconds in all; `ca_certs` names a file of further authorities."""

    limit: int
    seconds: float
    ca_certs: str | None = None


def proxy_for(place: Place) -> str | None:
    """Give the proxy that the environment names for a place (http_proxy, https_proxy, no_proxy), None for none."""
    proxies = getproxies_environment()
    if proxy_bypass(place.host):
        return None
    return proxies.get(place.parts.scheme) or proxies.get("all")


def exchange(place: Place, addresses: list[str], headers: dict[str, str], terms: Terms) -> Answer:
    """Ask a place for its content at the first of the addresses that answers.

    The name is not resolved again: the connection goes to the very address that was checked, while the Host header,
    the TLS server name and the certificate stay those of the name. Refused: no answer, and more than the terms.
    """
    until = time.monotonic() + terms.seconds
    last: Exception | None = None
    for address in addresses[:4]:
        with _pool(place, address, terms) as pool:
            try:
                return _ask(pool, place.target, {**headers, "Host": place.host_header}, place, terms, until)
            except (urllib3.exceptions.HTTPError, OSError) as error:
                last = error
    raise UnreadableSourceError(f"{place.host} does not answer ({_reason(last)}); try again later.") from last


def exchange_through(proxy: str, place: Place, headers: dict[str, str], terms: Terms) -> Answer:
    """Ask a place through a proxy, which resolves the name itself."""
    until = time.monotonic() + terms.seconds
    try:
        with urllib3.ProxyManager(proxy, ca_certs=terms.ca_certs) as pool:
            return _ask(pool, place.parts._replace(fragment="").geturl(), headers, place, terms, until)
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise UnreadableSourceError(f"{place.host} does not answer through the proxy ({_reason(error)}).") from error


def _pool(place: Place, address: str, terms: Terms) -> urllib3.HTTPConnectionPool:
    if not place.is_secure:
        return urllib3.HTTPConnectionPool(address, place.port, retries=False)
    return urllib3.HTTPSConnectionPool(
        address,
        place.port,
        retries=False,
        cert_reqs="CERT_REQUIRED",
        ca_certs=terms.ca_certs,
        server_hostname=place.host,
        assert_hostname=place.host,
    )


def _ask(
    pool: urllib3.HTTPConnectionPool | urllib3.PoolManager,
    target: str,
    headers: dict[str, str],
    place: Place,
    terms: Terms,
    until: float,
) -> Answer:
    timeout = urllib3.Timeout(connect=min(10.0, terms.seconds), read=min(20.0, terms.seconds))
    answer = pool.request(
        "GET", target, headers=headers, redirect=False, retries=False, timeout=timeout, preload_content=False
    )
    try:
        told = {name.lower(): value for name, value in answer.headers.items()}
        length = told.get("content-length", "")
        if length.isdigit() and int(length) > terms.limit:
            raise UnreadableSourceError(_too_large(place, terms))
        return Answer(answer.status, told, _body(answer, place, terms, until))
    finally:
        answer.close()


def _body(answer: urllib3.BaseHTTPResponse, place: Place, terms: Terms, until: float) -> bytes:
    """Take the body part by part, unpacked, and stop at the limits."""
    parts: list[bytes] = []
    taken = 0
    while True:
        part = answer.read(PART, decode_content=True)
        if not part:
            return b"".join(parts)
        taken += len(part)
        if taken > terms.limit:
            raise UnreadableSourceError(_too_large(place, terms))
        if time.monotonic() > until:
            raise UnreadableSourceError(
                f"{place.host} took longer than the limit of {terms.seconds:g} seconds to answer."
            )
        parts.append(part)


def _too_large(place: Place, terms: Terms) -> str:
    return f"The answer of {place.host} is larger than the limit of {terms.limit / 1024 / 1024:g} MB; it is not read."


def _reason(error: Exception | None) -> str:
    """Give the cause of a failure in the words of the library, without the address of an object in memory."""
    words = str(getattr(error, "reason", None) or error)
    return words.rpartition(">: ")[2].rpartition("): ")[2] or words
