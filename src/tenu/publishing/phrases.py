"""The words of charts and published pages, in English and French."""

from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from tomllib import loads

from babel.dates import format_date
from babel.numbers import format_decimal

from tenu.record import Number


class Language(StrEnum):
    """The languages that charts and pages are written in."""

    EN = "en"
    FR = "fr"


def phrase(key: str, language: Language, **values: object) -> str:
    """Give a phrase in a language, with values put in; one that is missing is a fault of ours."""
    return _phrases()[key][language.value].format(**values)


def number(value: Number, language: Language) -> str:
    """Write a number in full, exact, in a language's manner."""
    return str(format_decimal(value, format="#,##0.######", locale=language.value))


def day(value: date, language: Language) -> str:
    """Write a day in a language's manner: 9 June 2026, 9 juin 2026."""
    return str(format_date(value, format="d MMMM y", locale=language.value))


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return loads((files("tenu.publishing") / "phrases.toml").read_text(encoding="utf-8"))
