"""Several names in one cell: `Norway [NOR]; NATO [org/nato]`, read back to the letter.

In brackets stand a country's ISO 3166-1 alpha-3 code (which is its id too) or tenu's id of a body, or both. A backslash
stands before `;`, `[`, `]` and `\\` that belong to a name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SPECIAL = re.compile(r"([;\[\]\\])")
_PART = re.compile(r"((?:[^;\[\]\\]|\\.)*)(?:\[([^\]]*)\])?(?:; |\Z)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ISO = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name, with tenu's id and the country's code where it has them."""

    name: str
    id: str | None = None
    iso: str | None = None


def joined(names: Iterable[Named]) -> str:
    """Write names into one cell."""
    return "; ".join(_written(one) for one in names)


def parted(cell: str) -> Iterator[Named]:
    """Read the names of a cell; ValueError where a bracket is not closed."""
    at = 0
    while at < len(cell):
        part = _PART.match(cell, at)
        if part is None or part.end() == at:
            raise ValueError(f"“{cell}” is no list of names; write Norway [NOR]; NATO [org/nato]")
        at = part.end()
        name, told = part.groups()
        yield _read(name if told is None else name.removesuffix(" "), told)


def _written(one: Named) -> str:
    name = _SPECIAL.sub(r"\\\1", one.name)
    told = []
    if one.id is not None and one.id != f"country/{one.iso}":
        told.append(one.id)
    if one.iso is not None:
        told.append(one.iso if one.id is not None else f"iso={one.iso}")
    return f"{name} [{' '.join(told)}]" if told else name


def _read(name: str, told: str | None) -> Named:
    name = _ESCAPED.sub(r"\1", name)
    id_, iso = None, None
    for word in (told or "").split():
        if word.startswith("iso="):
            iso = word.removeprefix("iso=")
        elif _ISO.fullmatch(word):
            iso = word
            id_ = id_ or f"country/{word}"
        else:
            id_ = word
    return Named(name, id_, iso)
