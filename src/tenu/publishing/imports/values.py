"""Read numbers, days, currencies and countries strictly: what could mean two things is not read, but said."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from babel import Locale

from tenu.reading.cldr import territories
from tenu.record import Number, edtf

LARGEST = 10**18
"""An amount that no state has ever promised, in any currency."""

_REMEMBERED = 20_000
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_GROUPED = {
    ".": re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII),
    ",": re.compile(r"-?\d{1,3}(?:[. \u00a0\u202f]\d{3})*(?:,\d+)?", re.ASCII),
}
_NUMBER_LIKE = re.compile(r"[\d.,\s\u00a0\u202f'’-]+", re.ASCII)
_GOVERNMENT = re.compile(r",? (?:Government of|Government|Gouvernement de)$|^(?:Government of|Gouvernement de) ")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_NOTHING = {"", ".", "-", "–", "—", "n/a", "na", "#n/a"}
"""What trackers write where they have nothing."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why words were not read."""

    reason: str


class DayOrder(StrEnum):
    """How days are written, where the file does not write them as 2022-10-31."""

    ISO = "year-month-day"
    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"


class Point(StrEnum):
    """What stands before the decimals."""

    DOT = "."
    COMMA = ","


def number_of(words: str, point: Point | None = None) -> Number | Unclear | None:
    """Read a number; None where there is nothing. Groups and decimal commas are read only where `point` is told."""
    told = words.strip()
    if told.lower() in _NOTHING:
        return None
    if _PLAIN.fullmatch(told) and not (point is Point.COMMA and "." in told):
        return _exact(told)
    if point is not None and _GROUPED[point].fullmatch(told):
        told = _SPACES.sub("", told)
        return _exact(told.replace(",", "") if point is Point.DOT else told.replace(".", "").replace(",", "."))
    if told.lower() in ("nan", "inf", "-inf", "infinity"):
        return Unclear("is no number")
    if _NUMBER_LIKE.fullmatch(told) and any(mark in told for mark in ".,"):
        return Unclear("can be read in two ways: say in a mapping which mark stands before the decimals")
    return Unclear("is no number")


def amount_of(words: str, point: Point | None = None) -> Number | Unclear | None:
    """Read an amount or a count: a number that is not below zero, nor larger than any that was ever promised."""
    number = number_of(words, point)
    if isinstance(number, Unclear) or number is None:
        return number
    if number < 0:
        return Unclear("is below zero, and nobody promises that")
    return Unclear("is larger than anything that was ever promised") if number >= LARGEST else number


@lru_cache(_REMEMBERED)
def day_of(words: str, order: DayOrder = DayOrder.ISO) -> str | Unclear | None:
    """Read a day, month or year and give it as EDTF; None where there is nothing."""
    told = words.strip()
    if told.lower() in _NOTHING:
        return None
    iso = re.fullmatch(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?", told, re.ASCII)
    if iso:
        return iso[1] if edtf.valid(iso[1]) else Unclear("is on no calendar")
    parts = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", told, re.ASCII)
    if parts is None:
        return Unclear("is no day; write 2022-10-31")
    if order is DayOrder.ISO:
        return Unclear("can be read in two ways: say in a mapping whether the day or the month stands first")
    first, second = int(parts[1]), int(parts[3])
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    try:
        return date(int(parts[4]), month, day).isoformat()
    except ValueError:
        return Unclear("is on no calendar")


@lru_cache(_REMEMBERED)
def currency_of(words: str) -> str | Unclear | None:
    """Read a currency's code (ISO 4217), one that is or was in force."""
    told = words.strip().upper()
    if told.lower() in _NOTHING:
        return None
    return told if told in _currencies() else Unclear("is no currency code of ISO 4217")


@lru_cache(_REMEMBERED)
def name_of(words: str) -> str | Unclear | None:
    """Read a name; what a spreadsheet would run is none."""
    told = " ".join(words.split())
    if told.lower() in _NOTHING:
        return None
    return Unclear("begins as a formula does") if told.startswith(("=", "@", "+")) else told


@lru_cache(_REMEMBERED)
def country_of(name: str) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of a country or its government, named in English or French."""
    return _countries().get(_GOVERNMENT.sub("", name).casefold())


@cache
def _countries() -> dict[str, str]:
    named = {name.casefold(): one.iso for one in territories().values() for name in (one.en, one.fr)}
    return named | {"czech republic": "CZE", "turkey": "TUR", "türkiye": "TUR", "south korea": "KOR", "usa": "USA"}


@cache
def _currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _exact(told: str) -> Number:
    number = Decimal(told)
    return int(number) if number == number.to_integral_value() and "." not in told else number
