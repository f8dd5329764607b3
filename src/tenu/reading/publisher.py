"""From which country a document is published, where it says so."""

import re
import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from tenu.reading.cldr import territories

HEAD = 2000
"""How many code points of a text are looked at for the words of its own government."""


@cache
def _signs() -> dict[str, dict[str, str]]:
    text = (Path(__file__).parent / "publishers.toml").read_text(encoding="utf-8")
    return {part: dict(table) for part, table in tomllib.loads(text).items()}


@cache
def _government_words() -> re.Pattern[str]:
    longest_first = sorted(_signs()["words"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def country_of(url: str | None = None, city: str | None = None, text: str | None = None) -> str | None:
    """Give the publisher's country (ISO 3166-1 alpha-3) from its address, its city, or the words of its government.

    The first of the three that tells decides. None where none does, or where a text has the words of two countries.
    """
    return _by_address(url) or _by_city(city) or _by_words(text)


def _by_address(url: str | None) -> str | None:
    host = (urlsplit(url).hostname or "") if url and "//" in url else ""
    if not host:
        return None
    for suffix, country in _signs()["domains"].items():
        if host == suffix or host.endswith(f".{suffix}"):
            return country or None
    last = host.rpartition(".")[2].upper()
    return next((t.iso for t in territories().values() if t.alpha2 == last), None)


def _by_city(city: str | None) -> str | None:
    return _signs()["cities"].get(city.strip()) if city else None


def _by_words(text: str | None) -> str | None:
    head = (text or "")[:HEAD].replace("'", "’")
    told = {_signs()["words"][words] for words in _government_words().findall(head)}
    return told.pop() if len(told) == 1 else None
