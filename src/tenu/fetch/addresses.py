"""Which network addresses may be reached: public ones, checked between resolving a name and connecting."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from tenu.errors import UnreadableSourceError

Resolver = Callable[[str, int], list[str]]
"""Gives the addresses of a host's name for a port; raises `OSError` where it has none."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.ip_network("::/96")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes: the address parted, the host's name as DNS and certificates have it, the port."""

    parts: SplitResult
    host: str
    port: int

    @property
    def is_secure(self) -> bool:
        """Tell whether the connection is encrypted."""
        return self.parts.scheme == "https"

    @property
    def target(self) -> str:
        """Give what is asked of the host: path and query."""
        return (self.parts.path or "/") + (f"?{self.parts.query}" if self.parts.query else "")

    @property
    def host_header(self) -> str:
        """Give the host as the Host header has it, the port where it is not the scheme's own."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.is_secure else 80) else f"{name}:{self.port}"


def place_of(url: str) -> Place:
    """Read an address; refused: other schemes than http and https, user names in it, no host, odd ports."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise UnreadableSourceError(f"{url} is no address that can be read ({error}); check it.") from error
    if parts.scheme not in ("http", "https"):
        raise UnreadableSourceError(f"{url} is not fetched: tenu reads http and https addresses alone.")
    if parts.username is not None or parts.password is not None:
        raise UnreadableSourceError(f"{parts.hostname} is not fetched with a user name in its address; leave it out.")
    if not host or any(mark in host for mark in " \t\r\n\\%<>^`{|}") or any(ord(letter) < 33 for letter in url):
        raise UnreadableSourceError(f"{url} is no address that can be read; check it.")
    return Place(parts, host, port if port is not None else (443 if parts.scheme == "https" else 80))


def resolve(host: str, port: int) -> list[str]:
    """Give the addresses of a host by the system's resolver; odd notations of numbers are resolved as it does."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_addresses(place: Place, resolver: Resolver, *, loopback: bool) -> list[str]:
    """Give the addresses of a host, every one of them public.

    A host with a single address that is not public is refused whole, as names that lead inside do that. `loopback`
    lets the machine's own addresses pass; it is for tests alone.
    """
    try:
        addresses = resolver(place.host, place.port)
    except (OSError, UnicodeError) as error:
        raise UnreadableSourceError(
            f"{place.host} has no address ({_reason(error)}); check the name and the connection."
        ) from error
    if not addresses:
        raise UnreadableSourceError(f"{place.host} has no address; check the name.")
    for address in addresses:
        if not may_be_reached(address, loopback=loopback):
            raise UnreadableSourceError(
                f"{place.host} leads to {address}, which is no public address; tenu reads public pages alone."
            )
    return addresses


def _reason(error: OSError | UnicodeError) -> str:
    return str(getattr(error, "strerror", None) or error)


def may_be_reached(address: str, *, loopback: bool = False) -> bool:
    """Tell whether an address is public by the IANA special-purpose registries, an IPv4 address within IPv6 too."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(parsed)
    if inner is not None:
        return may_be_reached(str(inner), loopback=loopback)
    if loopback and parsed.is_loopback:
        return True
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _inner(address: Address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that an IPv6 one carries: mapped, compatible, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    carries = any(address in network for network in _NAT64) or (address in _COMPATIBLE and int(address) > 1)
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if carries else None
