"""Releases in JSON Lines: opened as the documents that their pages show, and read."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Give a set's objects in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def claims_of(release: dict[str, Any]) -> list[Claim]:
    """Read a release: its title, its day, and its text under them."""
    text = f"{release['title']}\n\n{release['date']}\n\n{release['text']}"
    source, language = f"{release['id']}.txt", release["lang"]
    document = open_document(text.encode(), source, url=release["url"], language=language, published=release["date"])
    return read(document)
