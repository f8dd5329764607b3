"""Marks by which documents that belong together are found: their addresses, those they point to, their numbers.

`u:` stands for an address under which a document is found, `r:` for one that it points to, `i:` for a site's number.
"""

import re
from hashlib import sha256
from urllib.parse import urldefrag, urlsplit

from tenu.record import Document

MOST = 40
"""How many of the addresses that one document points to are marked; menus of languages are shorter."""

_NUMBER = re.compile(r"(?<!\d)\d{5,12}(?!\d)")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_LANGUAGE = re.compile(r"(?<![A-Za-z0-9])(fr|en|FR|EN)(?![A-Za-z0-9])")
_OTHER = {"fr": "en", "en": "fr", "FR": "EN", "EN": "FR"}


def tie_marks(document: Document) -> set[str]:
    """Give the marks of a document's own addresses, of those it points to, and of its number at its site."""
    own = {f"u:{digest}" for digest in own_addresses(document)}
    pointed = [f"r:{address_digest(related.url)}" for related in document.related if related.url]
    return own | set(pointed[:MOST]) | set(number_marks(document))


def own_addresses(document: Document) -> set[str]:
    """Give the digests of the addresses under which a document is found."""
    return {address_digest(address) for address in (document.source, document.url) if address}


def address_digest(address: str) -> str:
    """Give 16 letters for an address, whatever stands after # and whether it ends in a slash."""
    bare = urldefrag(address).url.removesuffix("/")
    return sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def number_marks(document: Document) -> list[str]:
    """Give the marks of the numbers of five digits and more in a document's address, days aside: a site's own ids."""
    parts = urlsplit(document.url or document.source)
    if not parts.hostname:
        return []
    found = _NUMBER.findall(f"{parts.path}?{parts.query}")
    return [f"i:{parts.hostname.lower()[:60]}/{number}" for number in found if not _DAY.fullmatch(number)]


def in_the_other_language(address: str) -> set[str]:
    """Give the addresses that differ from this one by its language alone: `a.fr.txt` and `a.en.txt`, /fr/ and /en/."""
    swapped = {_LANGUAGE.sub(lambda found: _OTHER[found[1]], address)}
    for found in _LANGUAGE.finditer(address):
        swapped.add(address[: found.start()] + _OTHER[found[1]] + address[found.end() :])
    return swapped - {address}
