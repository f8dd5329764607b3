"""The dates of a page's head: when it was published, when it was brought up to date."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tenu.document.words import LANGUAGES, page_words, plain


class DateKind(StrEnum):
    """What a date in a page's head says."""

    PUBLISHED = "published"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A date of a page's head: what it says, and the day or minute (ISO 8601, local time as written)."""

    kind: DateKind
    when: str


@cache
def _months() -> dict[str, int]:
    """Give every month's names in every language; the few that clash between languages are left out."""
    months: dict[str, int] = {}
    for language in reversed(LANGUAGES):
        months |= page_words(language).months
    return months


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"""(?<![\w.,/-])(?:
          (?P<iso>(?P<iy>{year})-(?P<im>\d\d)-(?P<id>\d\d))
        | (?P<dd>\d{{1,2}})(?:er|ère|st|nd|rd|th|\.|º|°)?(?:\s+of|\s+de)?[\s-]*
          (?P<dm>{names})\.?,?(?:\s+de)?[\s-]*(?P<dy>{year})
        | (?P<mm>{names})\.?\s+(?P<md>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<my>{year})
        | (?P<na>\d{{1,2}})(?P<sep>[./-])(?P<nb>\d{{1,2}})(?P=sep)(?P<ny>{year})
        | (?P<ky>{year})[./](?P<km>\d{{1,2}})[./](?P<kd>\d{{1,2}})
        | (?P<cy>{year})年(?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})日
        )(?!\d)
        (?:(?:\s*[,|–—-]?\s*(?:à|at|um|alle\s+ore|a\s+las)?\s*|T)
           (?P<hour>[01]?\d|2[0-3])\s*(?P<mark>[:hH.]|h\s|uhr)\s*(?P<minute>[0-5]\d)(?!\d)
           (?::[0-5]\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _day(found: re.Match[str], language: str | None) -> datetime.date | None:
    """Give the day that a match names, None where it names none or could be two."""
    part = found.groupdict()
    numbers: tuple[int, int, int] | None = None
    for year, month, day in (("iy", "im", "id"), ("ky", "km", "kd"), ("cy", "cm", "cd")):
        if part[year]:
            numbers = int(part[year]), int(part[month]), int(part[day])
    if part["dd"]:
        numbers = int(part["dy"]), _months()[part["dm"].lower()], int(part["dd"])
    if part["mm"]:
        numbers = int(part["my"]), _months()[part["mm"].lower()], int(part["md"])
    if part["na"]:
        numbers = _numeric(int(part["na"]), int(part["nb"]), int(part["ny"]), part["sep"], language)
    if numbers is None:
        return None
    try:
        return datetime.date(*numbers)
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, mark: str, language: str | None) -> tuple[int, int, int] | None:
    """Read 21.06.2024 day first; 06/05/2024 in English could be May or June, so it is nothing."""
    if second > 12:
        return year, first, second
    if first > 12 or first == second or mark == "." or language not in (None, "en"):
        return year, second, first
    return None


def _minute(found: re.Match[str]) -> str:
    hour, minute = found["hour"], found["minute"]
    if hour is None or (found["mark"] == "." and not found["half"]):
        return ""
    half = (found["half"] or "").replace(".", "").lower()
    if half:
        hour = str(int(hour) % 12 + (12 if half == "pm" else 0))
    return f"T{int(hour):02}:{minute}"


def day_in(words: str, language: str | None = None) -> str | None:
    """Give the first day that the words name, as ISO 8601, or None; `language` settles 05/06/2024."""
    for found in _pattern().finditer(words):
        day = _day(found, language)
        if day is not None:
            return day.isoformat()
    return None


def dateline_day(words: str, language: str | None = None) -> str | None:
    """Give the day of a dateline, “Geneva, 4 March 2024 – The Council …”: place, day, dash; else None."""
    found = _pattern().search(words, 0, 100)
    if found is None or not found.start() or not re.match(r"\s*\)?\s*(?:[–—-]|:\s)", words[found.end() :]):
        return None
    day = _day(found, language) if _label(words[: found.start()]) else None
    return day.isoformat() if day else None


_FIGURES = re.compile(r"\d\d")


def head_dates(line: str, language: str | None = None) -> tuple[HeadDate, ...]:
    """Read a line that holds dates and little else: labels, a weekday, a place, an hour, marks between them.

    Gives what it says in order, nothing where it is another kind of line. One label stands before each date; a date
    without a label is that of publication.
    """
    if len(line) > 200 or not _FIGURES.search(line):
        return ()
    dates: list[HeadDate] = []
    left = 0
    for found in _pattern().finditer(line):
        day = _day(found, language)
        if day is None:
            return ()
        label = _label(line[left : found.start()])
        if label is None:
            return ()
        minute = _minute(found)
        dates.append(HeadDate(label, day.isoformat() + minute))
        left = found.end()
    if not dates or (_label(line[left:]) is None and not _is_place_and_office(line[left:])):
        return ()
    return tuple(dates)


_PLACE = re.compile(r"\s*[–—-]\s*[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:[ ,]+(?:[A-ZÀ-ÖØ-Þ(]|d[eu]s? |of )[\w’'.)-]*){0,3}\s*")


def _is_place_and_office(words: str) -> bool:
    """Tell what stands after a day in a Canadian release: “– Ottawa (Ontario) – Affaires mondiales Canada”."""
    place = _PLACE.match(words)
    if place is None or len(words) > 100 or words.rstrip().endswith((".", "!", "?")):
        return False
    return bool(re.fullmatch(r"(?:[–—-]\s+[A-ZÀ-ÖØ-Þ][^–—.!?]*)?", words[place.end() :].strip()))


_MARKS = re.compile(r"[\s•·|–—:,.()\[\]/*>\-]+")
_TIME = re.compile(r"\b\d{1,2}\s*[:h]\s*\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b|\b\d{1,2} (?:heures|h|uhr)\b", re.IGNORECASE)


def _label(words: str) -> DateKind | None:
    """Tell what the words beside a date make of it; None where they are more than a label, or an unknown one.

    “Maturity: 27.06.2032” is no date of the page.
    """
    rest = _MARKS.sub(" ", _TIME.sub(" ", words)).replace("’", "'").split()
    for kind, labels in ((DateKind.UPDATED, _labels("updated")), (DateKind.PUBLISHED, _labels("published"))):
        for label in labels:
            without = _without(rest, label.split())
            if without is not None and _is_little(without):
                return kind
    named = words.rstrip().endswith(":") and not {word.lower() for word in rest} <= _small_words()
    return DateKind.PUBLISHED if _is_little(rest) and not named else None


def _without(words: list[str], label: list[str]) -> list[str] | None:
    """Give the words without the label that they begin or end with, None where they do neither."""
    low = [word.lower() for word in words]
    if low[: len(label)] == label:
        return words[len(label) :]
    if low[-len(label) :] == label:
        return words[: -len(label)]
    return None


@cache
def _labels(kind: str) -> tuple[str, ...]:
    """Give the labels of one kind, the longest first."""
    labels = {label for language in LANGUAGES for label in getattr(page_words(language), kind)}
    return tuple(sorted(labels, key=len, reverse=True))


@cache
def _small_words() -> frozenset[str]:
    words = {word for language in LANGUAGES for word in page_words(language).date_words | page_words(language).weekdays}
    return frozenset(
        words | {word for kind in ("published", "updated") for label in _labels(kind) for word in label.split()}
    )


@cache
def _kickers() -> frozenset[str]:
    return frozenset(kicker for language in LANGUAGES for kicker in page_words(language).kickers)


def is_byline(line: str) -> bool:
    """Tell whether a line names who writes to whom (“From: Foreign Office”), which is no title."""
    label, mark, _ = line[:50].partition(":")
    return bool(mark) and any(plain(label) in page_words(language).bylines for language in LANGUAGES)


def is_kicker(line: str) -> bool:
    """Tell whether a line names a kind of release (“Communiqué de presse”, “For immediate release”), not its title."""
    if len(line) > 100:
        return False
    bare = plain(re.sub(r"[\W\d_]+(?:n|no|nr)?[\W\d_]*$|^\W+", "", line.replace("’", "'"), flags=re.IGNORECASE))
    return bare in _kickers()


def _is_little(words: list[str]) -> bool:
    """Tell whether what stands beside a date is small words and at most the name of a place or kind of release."""
    if " ".join(words).lower() in _kickers():
        return True
    rest = [word for word in words if word.lower() not in _small_words()]
    return len(rest) <= 2 and all(word[0].isupper() for word in rest)
