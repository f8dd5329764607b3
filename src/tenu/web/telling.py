"""How times, numbers and the record's words are told on a page: the filters of the templates."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from babel.dates import format_date, format_datetime, format_skeleton
from babel.numbers import format_decimal

from tenu.record import Item
from tenu.web.languages import translations
from tenu.web.wording import NAMES, PARTICULAR

_SIGNLESS = re.compile("[\0\ud800-\udfff]")
_DAY, _MONTH = len("2022-10-12"), len("2022-10")


def filters(language: str) -> Mapping[str, Callable[..., str]]:
    """Give the filters of a language by the names that templates use."""
    return {
        "named": lambda word: name_of(word, language),
        "translated": translations(language).gettext,
        "time": lambda text: time_of(text, language),
        "moment": lambda at: moment_of(at, language),
        "number": lambda number: number_of(number, language),
        "worth": lambda item: worth_of(item, language),
        "shown": shown,
    }


def name_of(word: StrEnum, language: str) -> str:
    """Give the interface's name for a word of the record."""
    return translations(language).gettext(PARTICULAR.get(type(word), NAMES)[word])


def time_of(text: str, language: str) -> str:
    """Tell an EDTF time in words: days, months, years and their periods; anything rarer as it is written."""
    return " – ".join(_one_time(part, language) for part in text.split("/"))


def moment_of(at: datetime, language: str) -> str:
    """Tell a moment by day and minute, in this machine's zone."""
    return format_datetime(at.astimezone(), "d MMM y, HH:mm", locale=language)


def number_of(number: int | Decimal, language: str) -> str:
    """Write a number exactly, its digits in groups."""
    return format_decimal(number, locale=language, decimal_quantization=False)


def worth_of(item: Item, language: str) -> str:
    """Tell an item with its count or its money: `200 aircraft`, `aid (CHF 5,000,000)`."""
    counted = f"{number_of(item.quantity, language)} " if item.quantity is not None else ""
    unit = f"{item.unit} " if item.unit and item.unit not in item.name else ""
    money = _money(item, language)
    if money and not any(letter.isalpha() for letter in item.name):  # only the sign of the currency names it
        return money
    return f"{counted}{unit}{item.name}" + (f" ({money})" if money else "")


def shown(text: str) -> str:
    """Give a text as a page can hold it: what HTML has no sign for stands as U+FFFD, one for one."""
    return _SIGNLESS.sub("\ufffd", text)


def _money(item: Item, language: str) -> str:
    if item.amount is None:
        return ""
    number = number_of(item.amount, language)
    return f"{number} {item.currency or ''}".strip() if language == "fr" else f"{item.currency or ''} {number}".strip()


def _one_time(text: str, language: str) -> str:
    try:
        if len(text) == _DAY:
            return format_date(date.fromisoformat(text), "d MMM y", locale=language)
        if len(text) == _MONTH:
            return format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=language)
    except ValueError:
        pass  # a week, a season, a quarter: told as it is written
    return text
