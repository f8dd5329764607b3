"""Dates that name their day, month or year; what they leave out is worked out from the page's day and the tense."""

from datetime import date, timedelta
from typing import Any

from tenu.reading.times.moment import Grain, Moment, day_of, of
from tenu.reading.times.sense import Caught, Context, Part, Sense, dated, undated
from tenu.reading.times.time import TimeType

AMBIGUOUS = "day and month could be either way round"
NO_SUCH_DAY = "the calendar has no such day"
_PARTS = {"quarter": Grain.QUARTER, "half": Grain.HALF}


def date_of(caught: Caught, context: Context) -> Sense | None:
    """Read “12 octobre 2022”, "October 12": without a year, the one that the tense and the page's day suggest."""
    month, day = caught["month"], int(caught["day"])
    year = year_of(caught)
    if year is None:
        return _yearless(month, day, caught, context)
    return dated(day_of(year, month, day)) or undated(None, "T_DAY", NO_SUCH_DAY)


def days(caught: Caught, context: Context) -> list[Part] | None:
    """Read several days that share what the last (or the first) says: “12 et 13 octobre 2022”, “28 May to 2 June”."""
    names = [name for name in ("d1", "d2", "d3", "d4") if name in caught]
    parts: list[Part] = []
    for name in names:
        month = caught.get(f"m{name[1]}", caught.get("month"))
        sense = date_of({**caught, "day": caught[name], "month": month}, context)
        if sense is None:
            return None
        first, last = (n if n in caught else name for n in (f"w{name[1]}", f"m{name[1]}"))
        if "before" in caught:
            first = f"m{name[1]}" if f"m{name[1]}" in caught else name
            last = name
        parts.append(Part(first, last, sense))
    return parts


def month(caught: Caught, context: Context) -> Sense | None:
    """Read “octobre 2022”, “en octobre”: without a year, the one that the tense and the page's day suggest."""
    year, number = year_of(caught), caught["month"]
    if year is not None:
        return dated(Moment(Grain.MONTH, year, number))
    if context.anchor is None:
        return undated(f"XXXX-{number:02}", "T_MONTH")
    turn = caught.get("turn")
    here = of(context.anchor, Grain.MONTH)
    if turn is not None:
        return dated(_turned(Moment(Grain.MONTH, here.year, number), here, turn), counted=True)
    return dated(nearest([Moment(Grain.MONTH, here.year + n, number) for n in (-1, 0, 1)], context), counted=True)


def months(caught: Caught, context: Context) -> list[Part] | None:
    """Read “mai et juin 2024”, "June to August 2025": two months that share a year."""
    senses = [month({**caught, "month": caught[name]}, context) for name in ("m1", "m2")]
    return [Part(name, name, sense) for name, sense in zip(("m1", "m2"), senses, strict=True) if sense]


NEAR = 80
"""So many days around the page's own, the nearest day or month of a name is meant whatever the tense."""


def nearest(candidates: list[Moment], context: Context, near: int = NEAR) -> Moment:
    """Give the candidate nearest to the page's day; where that is far, the one that the tense asks for."""
    here = of(context.anchor or date.min, candidates[0].grain).first()
    best = min(candidates, key=lambda c: (abs((c.first() - here).days), c.first() > here))
    if context.tense == "since":
        return max((c for c in candidates if c.first() <= here), key=Moment.first, default=best)
    if abs((best.first() - here).days) <= near or context.tense is None:
        return best
    if context.tense == "past":
        return max((c for c in candidates if c.first() <= here), key=Moment.first, default=best)
    return min((c for c in candidates if c.first() >= here), key=Moment.first, default=best)


def weekday(caught: Caught, context: Context) -> Sense | None:
    """Read a bare weekday: the page's own day where it fits, else the one that the tense asks for, else the last."""
    number, turn = caught["weekday"], caught.get("turn")
    if context.anchor is None:
        return undated(f"XXXX-WXX-{number}", "T_DAY T_WEEKDAY")
    ahead = (number - context.anchor.isoweekday()) % 7
    if turn is None:
        step = ahead if ahead == 0 or context.tense == "future" else ahead - 7
    elif turn == 0:
        step = number - context.anchor.isoweekday()
        step += 7 if step < 0 and context.tense == "future" else 0
    else:
        step = (ahead or 7) + 7 * (turn - 1) if turn > 0 else (ahead - 7) + 7 * (turn + 1)
    return dated(of(context.anchor + timedelta(days=step), Grain.DAY), counted=True, item="T_DAY T_WEEKDAY")


def day_of_month(caught: Caught, context: Context) -> Sense | None:
    """Read “mercredi 12”, “le 12”: the day nearest to the page's whose number, and weekday where told, fit."""
    day, wanted = int(caught["day"]), caught.get("weekday")
    if context.anchor is None:
        return undated(f"XXXX-XX-{day:02}", "T_DAY")
    here = of(context.anchor, Grain.MONTH)
    found = [day_of(m.year, m.number, day) for m in (here.shift(n) for n in (-1, 0, 1))]
    fitting = [f for f in found if f and (wanted is None or f.calendar_day.isoweekday() == wanted)]
    if not fitting:
        return undated(None, "T_DAY", "no such weekday is near the page's day")
    return dated(nearest(fitting, context), counted=True)


def year_of(caught: Caught) -> int | None:
    """Give the year that words name; two figures are taken for the century that is nearest to today's writing."""
    if "year" in caught:
        return int(caught["year"])
    if "short" in caught:
        short = int(caught["short"])
        return short + (2000 if short < 60 else 1900)
    return None


def year(caught: Caught, _context: Context) -> Sense | None:
    """Read a year: “2024”, "fiscal 2025", “l’exercice 2022/23” (a period of two years)."""
    pair = caught.get("yearpair")
    if pair is not None:
        first, second = int(pair[0]), int(pair[0][:2] + pair[1])
        if second != first + 1:
            return None
        return Sense(TimeType.DATE, "T_YEAR", Moment(Grain.YEAR, first), str(first), f"{first}/{second}")
    found = year_of(caught)
    return dated(Moment(Grain.YEAR, found)) if found and 1 <= found <= 9998 else None


def era(caught: Caught, context: Context) -> Sense | None:
    """Read a decade (“les années 1990”, "the '90s") or a century (“le XXIe siècle”, "the 21st century")."""
    if "century" in caught:
        if not 1 <= int(caught["century"]) <= 99:
            return None
        return dated(Moment(Grain.CENTURY, (int(caught["century"]) - 1) * 100))
    first = int(caught["decade"])
    if first % 10:
        return None
    if first < 100:
        first += 1900 if first >= 20 or context.anchor is None else 2000
    return dated(Moment(Grain.DECADE, first))


def part_of_year(caught: Caught, context: Context) -> Sense | None:
    """Read a quarter or half: “troisième trimestre 2025”, "Q3 2025"; without a year, the one of the page's day."""
    grain, number = _PARTS[caught["part"]], int(caught["number"])
    if not 1 <= number <= (4 if grain is Grain.QUARTER else 2):
        return None
    named = year_of(caught)
    if named is not None:
        return dated(Moment(grain, named, number))
    if context.anchor is None:
        return undated(f"XXXX-{'Q' if grain is Grain.QUARTER else 'H'}{number}", "T_QUARTER")
    here = of(context.anchor, grain)
    if "turn" in caught:
        return dated(Moment(grain, here.year + caught["turn"], number), counted=True)
    passed = here.number - number
    turn = 1 if context.tense == "future" and passed > 1 else -1 if context.tense != "future" and passed < 0 else 0
    return dated(Moment(grain, here.year + turn, number), counted=True)


def same_quarter(caught: Caught, context: Context) -> Sense | None:
    """Read "the 1988 quarter": the quarter told before, in another year; else that year."""
    if context.quarter is None:
        return year(caught, context)
    return dated(Moment(Grain.QUARTER, int(caught["year"]), context.quarter.number))


def season(caught: Caught, context: Context) -> Sense | None:
    """Read a season: “printemps 2025”, “cet hiver”, "last summer"; a winter is named by the year of its December."""
    number = caught["season"]
    pair, named = caught.get("yearpair"), year_of(caught)
    if pair is not None:
        named = int(pair[0])
    if named is not None:
        return dated(Moment(Grain.SEASON, named, number))
    names = ("SP", "SU", "FA", "WI")
    if context.anchor is None:
        return undated(f"XXXX-{names[number - 1]}", "T_SEASON")
    here = of(context.anchor, Grain.SEASON)
    turn = caught.get("turn")
    if turn:
        return dated(_turned(Moment(Grain.SEASON, here.year, number), here, turn), counted=True)
    choices = [Moment(Grain.SEASON, here.year + n, number) for n in (-1, 0, 1)]
    found = (
        min(choices, key=lambda c: abs((c.first() - here.first()).days))
        if turn == 0
        else nearest(choices, context, 100)
    )
    return dated(found, counted=True)


def week_number(caught: Caught, context: Context) -> Sense | None:
    """Read a numbered week: “semaine 42”, "week 42 of 2022", `2022-W42`."""
    if "isoweek" in caught:
        named, number = (int(figure) for figure in caught["isoweek"])
    else:
        named, number = year_of(caught) or (context.anchor.year if context.anchor else 0), int(caught["number"])
    if not named or not 1 <= number <= 53:
        return None
    found = Moment(Grain.WEEK, named, number)
    return dated(found) if number < 53 or of(date(named, 12, 28), Grain.WEEK).number == 53 else None


def iso(caught: Caught, _context: Context) -> Sense | None:
    """Read `2022-10-12`, `2022-10-12T18:00`."""
    year, month, day, hour, minute, _ = caught["iso"]
    found = day_of(int(year), int(month), int(day))
    if found is None or not hour:
        return dated(found)
    clock = f"T{hour}:{minute}"
    return Sense(TimeType.TIME, "T_MOMENT", found, found.timex() + clock, found.edtf())


def figures(caught: Caught, context: Context) -> Sense | None:
    """Read “12/10/2022” by the language's order; where English leaves it open, only if it is the page's own day."""
    first, second, third = _figures(caught)
    if len(first) == 4:
        return dated(day_of(int(first), int(second), int(third)))
    if third:
        year = int(third) + (0 if len(third) == 4 else 2000 if int(third) < 60 else 1900)
    elif context.anchor is None:
        return None
    else:
        year = context.anchor.year
    one, two = int(first), int(second)
    dotted = "figures" in caught and caught["figures"][1] == "."
    readings = [day_of(year, two, one), day_of(year, one, two)]
    if context.settings.get("day_first") or dotted:
        return _near(readings[0], third)
    possible = {reading for reading in readings if reading}
    if len(possible) == 2:
        own = [r for r in possible if context.anchor and r.calendar_day == context.anchor]
        return dated(own[0]) if own else _american(readings[1], context)
    return _near(next(iter(possible), None), third)


def _american(reading: Moment | None, _context: Context) -> Sense | None:
    """Month first in the style of the United States stays open for claims; TIMEX3 has the more frequent reading."""
    if reading is None:
        return None
    return Sense(TimeType.DATE, "T_DAY", None, reading.timex(), None, AMBIGUOUS)


def _near(found: Moment | None, told: str) -> Sense | None:
    return dated(found, counted=not told) if found else None


def _figures(caught: Caught) -> tuple[str, str, str]:
    if "slashed" in caught:
        return caught["slashed"][0], caught["slashed"][1], ""
    first, _, second, third = caught["figures"]
    return first, second, third


def _yearless(month: int, day: int, caught: Caught, context: Context) -> Sense | None:
    if context.anchor is None:
        return undated(f"XXXX-{month:02}-{day:02}", "T_DAY") if day_of(2000, month, day) else None
    around = [day_of(context.anchor.year + n, month, day) for n in (-1, 0, 1)]
    choices = [choice for choice in around if choice]
    if not choices:
        return undated(None, "T_DAY", NO_SUCH_DAY)
    wanted: Any = caught.get("weekday")
    fitting = [c for c in choices if wanted is not None and c.calendar_day.isoweekday() == wanted]
    if len(fitting) == 1:
        return dated(fitting[0], counted=True)
    turn = caught.get("turn")
    if turn is not None:
        here = of(context.anchor, Grain.DAY)
        return dated(_turned(Moment(Grain.DAY, here.year, month, day), here, turn), counted=True)
    return dated(nearest(choices, context), counted=True)


def _turned(found: Moment, here: Moment, turn: int) -> Moment:
    """Give the last (-1), this (0) or next (1) of a kind that comes round every year."""
    if turn < 0 and found.first() >= here.first():
        found = found.months_on(-12)
    if turn > 0 and found.first() <= here.first():
        found = found.months_on(12)
    return found.months_on(12 * (turn - 1)) if turn > 1 else found.months_on(12 * (turn + 1)) if turn < -1 else found
