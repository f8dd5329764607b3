"""Numerals and number words read as exact numbers."""

import re
from decimal import Decimal

from tenu.reading.amounts.lexicon import Lexicon
from tenu.record import Number

LONGEST = 36
"""More digits than this are no amount of anything, and would take ever longer to work out."""


class UnclearNumeralError(ValueError):
    """A numeral that two habits of writing read as two numbers, or that is too long for one; its text is the reason."""


def tidy(number: Decimal) -> Number:
    """Give an integer where the decimal is one."""
    return int(number) if number == number.to_integral_value() else number


def read_digits(written: str, language: Lexicon, scaled: bool) -> Decimal:
    """Read a numeral; `scaled` where “million” or the like follows, after which a mark can only be decimal.

    `UnclearNumeralError` where the marks do not tell decimals from thousands (“1.500”, “1.000,5”), or that has
    more than `LONGEST` digits.
    """
    body = re.sub(r"[ \u00a0\u202f\u2009\u2007'’]", "", written)
    if len(body) > LONGEST:
        raise UnclearNumeralError(f"a numeral of {len(body):,} digits and marks is no amount")
    marks = re.findall(r"[.,]", body)
    if not marks:
        return Decimal(body)
    if len(set(marks)) == 2:
        return _read_both_marks(body, marks, language, written)
    groups = re.split(r"[.,]", body)
    if len(marks) > 1:
        if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3:
            return Decimal("".join(groups))
        raise UnclearNumeralError(f"“{written}” is not written as one number")
    if marks[0] == language.decimal or (marks[0] == "." and body != written):
        return _read_decimal(groups, scaled or body != written, written)
    return _read_foreign_mark(groups, language, scaled, written)


def _read_both_marks(body: str, marks: list[str], language: Lexicon, written: str) -> Decimal:
    whole, _, fraction = body.rpartition(marks[-1])
    thousands = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", whole) is not None
    if thousands and marks[-1] == language.decimal == "." and marks.count(".") == 1:
        return Decimal(re.sub("[.,]", "", whole) + "." + fraction)
    raise UnclearNumeralError(f"“{written}” mixes points and commas in a way that this language does not")


def _read_decimal(groups: list[str], settled: bool, written: str) -> Decimal:
    # "1.500 tonnes" in English, "1,500 tonnes" in French: three places are as likely another country's thousands.
    if len(groups[1]) == 3 and 0 < len(groups[0]) <= 3 and groups[0].strip("0") and not settled:
        raise UnclearNumeralError(f"“{written}” may be thousands or decimals")
    return Decimal(f"{groups[0]}.{groups[1]}")


def _read_foreign_mark(groups: list[str], language: Lexicon, scaled: bool, written: str) -> Decimal:
    if len(groups[1]) == 3 and len(groups[0]) <= 3:
        if language.grouping == "," and not scaled:
            return Decimal("".join(groups))
        raise UnclearNumeralError(f"“{written}” may be thousands or decimals")
    if len(groups[1]) <= 2 or scaled:
        return Decimal(f"{groups[0]}.{groups[1]}")
    raise UnclearNumeralError(f"“{written}” is not written as one number")


def read_words(written: str, language: Lexicon) -> int | None:
    """Read number words up to the thousands (“deux cent cinquante”, “quatre-vingt-dix”); None for “two three”."""
    total, current, room = 0, 0, 10**6
    for word in (found.casefold() for found in language.atom.findall(written)):
        if word in language.hundred:
            current, room = max(current, 1) * 100, 100
        elif word in language.scales:
            total, current, room = total + max(current, 1) * 10 ** language.scales[word], 0, 1000
        elif language.words[word] >= room:
            return None
        else:
            current, room = current + language.words[word], room_after(language.words[word])
    return total + current


def room_after(value: int) -> int:
    """Tell below what the next number word must be to be added: “soixante” takes “dix”, “two” takes nothing."""
    if value in (60, 80):
        return 20
    return 10 if value == 10 or value >= 20 else 0
