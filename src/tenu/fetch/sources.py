"""Publishers that are watched: their feeds and pages, their rank and rhythm, one TOML file each."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

from tenu.errors import UnreadableSourceError


class Rank(StrEnum):
    """How far a publisher's words are to be believed as what they are, from the firmest down."""

    LEGAL_ACT = "legal act"
    RELEASE = "official release"
    JOINT = "joint communiqué"
    SPEECH = "speech"
    PRESS = "press"


class Shape(StrEnum):
    """How a publisher lists what is new."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One list of a publisher: its address, language (ISO 639-1), shape, and which of its addresses are taken."""

    url: str
    language: str
    shape: Shape
    take: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher and how it is watched.

    `every` counts minutes between two looks, `a_month` how many documents a month are the least to be expected;
    `checked` is False where nobody has yet tried the addresses.
    """

    id: str
    publisher: str
    rank: Rank
    licence: str
    every: int
    a_month: int
    checked: bool
    outlets: tuple[Outlet, ...]


def shipped_sources() -> tuple[Source, ...]:
    """Give the publishers that tenu comes with, by their ids."""
    folder = files("tenu.fetch") / "shipped"
    found = [(entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(_source(name, text) for name, text in sorted(found))


def read_sources(folder: Path) -> tuple[Source, ...]:
    """Give the publishers that the TOML files of a folder describe, by their file names.

    Refused with `UnreadableSourceError`: a file that is no TOML, or lacks a field or has one that does not fit.
    """
    try:
        return tuple(_source(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))
    except (OSError, UnicodeError) as error:
        raise UnreadableSourceError(f"The sources in {folder} could not be read ({error}).") from error


def watched_sources(folder: Path, *, shipped: bool = True) -> tuple[Source, ...]:
    """Give the shipped publishers and those of the user's folder; one of the user's takes the place of its namesake."""
    found = {source.id: source for source in (shipped_sources() if shipped else ())}
    if folder.is_dir():
        found |= {source.id: source for source in read_sources(folder)}
    return tuple(found[name] for name in sorted(found))


def _source(name: str, text: str) -> Source:
    try:
        data = tomllib.loads(text)
        return Source(
            id=name.removesuffix(".toml"),
            publisher=str(data["publisher"]),
            rank=Rank(data["rank"]),
            licence=str(data["licence"]),
            every=minutes_in(data["every"]),
            a_month=int(data["a_month"]),
            checked=bool(data.get("checked", False)),
            outlets=tuple(_outlet(outlet) for outlet in data["outlet"]),
        )
    except KeyError as error:
        raise UnreadableSourceError(f"{name} lacks the field {error}; add it.") from error
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError, re.error) as error:
        raise UnreadableSourceError(f"{name} does not describe a source ({error}); correct it.") from error


def _outlet(data: dict[str, Any]) -> Outlet:
    url = str(data["url"])
    if not url.startswith(("http://", "https://")):
        raise ValueError(f"{url} is no http(s) address")
    take = re.compile(data["take"]) if "take" in data else None
    return Outlet(url, str(data["language"]), Shape(data["shape"]), take)


def minutes_in(rhythm: str) -> int:
    """Give the minutes of a rhythm: `15m`, `6h`, `1d`; `ValueError` for anything else."""
    found = re.fullmatch(r"(\d{1,4})\s*([mhd])", rhythm.strip())
    if found is None or int(found[1]) == 0:
        raise ValueError(f"{rhythm} is no rhythm; write 15m, 6h or 1d")
    return int(found[1]) * {"m": 1, "h": 60, "d": 1440}[found[2]]
