"""Territories and currencies by their names and codes, from Unicode CLDR."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or territory: ISO 3166-1 codes (XKX for Kosovo), its currency (ISO 4217, or empty), its names."""

    iso: str
    alpha2: str
    currency: str
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency in force: ISO 4217 code, where it is tender (alpha-3), its names in one and in several pieces."""

    code: str
    territories: tuple[str, ...]
    fr: tuple[str, ...]
    en: tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def territories() -> dict[str, Territory]:
    """Give all territories by their alpha-3 code."""
    return {row[0]: Territory(*row) for row in _rows("territories.tsv")}


@cache
def currencies() -> dict[str, Currency]:
    """Give all currencies in force by their ISO 4217 code."""
    found = (
        Currency(c, tuple(w.split(",")), tuple(f.split("|")), tuple(e.split("|")))
        for c, w, f, e in _rows("currencies.tsv")
    )
    return {currency.code: currency for currency in found}
