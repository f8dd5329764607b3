"""JSON-LD to stand in a page: data that no browser runs, and that cannot end its own element."""

import msgspec
from markupsafe import Markup

_SIGNS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def inside_a_page(told: object) -> Markup:
    """Write data as JSON for a script element of type `application/ld+json`."""
    written = msgspec.json.encode(told).decode()
    for sign, escaped in _SIGNS.items():
        written = written.replace(sign, escaped)
    return Markup(written)  # noqa: S704 - no sign is left that HTML reads
