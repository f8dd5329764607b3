"""What a number in digits can be: a day, an hour, a year, a clock's reading, a date in figures."""

import re
from dataclasses import dataclass

_SHAPES = (
    ("ISO", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[t ](\d\d):(\d\d)(?::(\d\d))?.*)?")),
    ("ISOWEEK", re.compile(r"(\d{4})-w(\d\d)")),
    ("FIGURES", re.compile(r"(\d{1,4})([/.-])(\d{1,2})[/.-](\d{1,4})")),
    ("CLOCK", re.compile(r"(\d{1,2})(?:[:h](\d\d)?)(?::(\d\d))?")),
    ("DECADE", re.compile(r"[’]?((?:\d\d)?\d0)[’]?s")),
    ("ORDINAL", re.compile(r"(\d{1,3})(?:st|nd|rd|th|ère|eme|ème|ième|er|re|nde|e)")),
    ("YEARPAIR", re.compile(r"(\d{4})[/–-](\d\d)")),
    ("SLASHED", re.compile(r"(\d{1,2})/(\d{1,2})")),
    ("QUARTER_CODE", re.compile(r"[qt](\d)")),
    ("HALF_CODE", re.compile(r"[hs](\d)")),
    ("FISCAL_CODE", re.compile(r"(?:fy|cy)(\d{2,4})")),
    ("SHORT_YEAR", re.compile(r"’(\d\d)")),
    ("CENTURY_ORDINAL", re.compile(r"([ivx]+)(?:e|ème|eme)")),
    ("GROUPED", re.compile(r"\d{1,3}(?:[.,\u00a0\u202f’]\d{3})+")),
    ("DECIMAL", re.compile(r"(\d+)[.,](\d+)")),
    ("DIGITS", re.compile(r"\d{1,9}")),
)
_PLAIN = frozenset({"DIGITS", "ORDINAL"})
ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A number's shape and its figures; `classes` says what rules may take it for."""

    shape: str
    figures: tuple[str, ...]
    classes: frozenset[str]

    def value(self, name: str) -> object:
        """Give the number as a class of rules wants it: a whole number, a fraction, or the figures themselves."""
        if self.shape == "CENTURY_ORDINAL":
            return _roman(self.figures[0])
        if self.shape == "DECIMAL" and name == "NUM":
            return float(f"{self.figures[0]}.{self.figures[1]}")
        if self.shape == "GROUPED":
            return int(re.sub(r"\D", "", self.figures[0]))
        if name in {"ISO", "FIGURES", "SLASHED", "CLOCK", "DECIMAL", "ISOWEEK", "YEARPAIR"}:
            return self.figures
        return int(self.figures[0])


def read(word: str) -> Number | None:
    """Read a word in lower case as a number in digits; None where it is none."""
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(word)
        if match:
            figures = tuple(part or "" for part in (match.groups() or (match[0],)))
            return Number(shape, figures, frozenset(_classes(shape, figures)))
    return None


def _classes(shape: str, figures: tuple[str, ...]) -> set[str]:
    if shape == "CLOCK":
        return {"CLOCK"} if int(figures[0]) <= 24 and int(figures[1] or 0) < 60 else set()
    if shape == "DECIMAL":
        return {"NUM", "DECIMAL"}
    if shape == "GROUPED":
        return {"NUM"}
    if shape == "SHORT_YEAR":
        return {"SHORT_YEAR"}
    if shape not in _PLAIN:
        return {shape}
    return _whole(shape, figures[0])


def _whole(shape: str, digits: str) -> set[str]:
    number, width = int(digits), len(digits)
    classes = {"ORDINAL"} if shape == "ORDINAL" else {"NUM", "INT"}
    if width <= 2 and 1 <= number <= 31:
        classes.add("DAY")
    if shape == "ORDINAL":
        return classes
    if width <= 2:
        classes |= {"TWO"} if width == 2 else {"ONE"}
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"MINUTE"} if number < 60 and width == 2 else set()
        classes |= {"MONTHNUM"} if 1 <= number <= 12 else set()
    if width == 4 and 1000 <= number <= 2199:
        classes.add("YEAR")
    if width == 4 and 1900 <= number <= 2079:
        classes.add("MODERN")
        if number % 100 == 0:
            classes.add("ROUND")
    return classes


def _roman(letters: str) -> int:
    values = [ROMAN[letter] for letter in letters]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
