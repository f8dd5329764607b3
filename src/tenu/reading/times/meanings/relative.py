"""Times that are counted: from the page's day, or from a moment that the text has told before."""

from datetime import date, timedelta

from tenu.reading.times.meanings import lengths
from tenu.reading.times.moment import UNITS, Grain, Moment, day_of, of
from tenu.reading.times.sense import NO_ANCHOR, NO_REFERENCE, VAGUE, Caught, Context, Sense, dated, undated
from tenu.reading.times.time import TimeType

_CLOCKS = {"hour": 3600, "minute": 60, "second": 1}


def reference(caught: Caught, _context: Context) -> Sense:
    """Read “actuellement”, "soon", “dans les prochaines semaines”: now, then or later, and no day."""
    return Sense(TimeType.DATE, "T_REF", None, caught["to"], None, VAGUE)


def unit(caught: Caught, context: Context) -> Sense | None:
    """Read “demain”, “la semaine prochaine”, "last month", "this year": a unit so many from the page's own."""
    grain, turn = _grain(caught["unit"]), int(caught.get("turn", 0))
    if "weekday" in caught and context.anchor is not None:
        week = of(context.anchor, Grain.WEEK).shift(turn)
        return dated(of(date.fromisocalendar(week.year, week.number, caught["weekday"]), Grain.DAY), counted=True)
    if context.anchor is None:
        return undated(caught.get("timex"), ITEM.get(grain, "T_DAY"))
    found = of(context.anchor, grain).shift(turn)
    if "month" in caught:
        return dated(Moment(Grain.MONTH, found.year, caught["month"]), counted=True)
    return dated(found, counted=True)


ITEM = {Grain.MONTH: "T_MONTH", Grain.YEAR: "T_YEAR", Grain.WEEK: "T_WEEK"}


def count(caught: Caught, context: Context) -> Sense | None:
    """Read “il y a deux ans”, "in three weeks": a count of units before or after the page's day."""
    turn = int(caught["turn"])
    number = _count(caught)
    if number is None:
        return undated("PAST_REF" if turn < 0 else "FUTURE_REF", "T_REF", VAGUE)
    if caught["unit"] in _CLOCKS:
        return _clock_count(int(number * _CLOCKS[caught["unit"]]) * turn, context)
    if context.anchor is None:
        return undated(None, "T_DAY")
    if caught["unit"] == "year" and number == 1 and context.quarter:
        return dated(context.quarter.months_on(12 * turn), counted=True)
    return dated(stepped(context.anchor, caught["unit"], number * turn), counted=True)


def ahead(caught: Caught, context: Context) -> Sense | None:
    """Read "in two weeks": a day to come where the future is told, else a length (“the first in ten years”)."""
    return count({**caught, "turn": 1}, context) if context.tense == "future" else lengths.duration(caught, context)


def stepped(day: date, unit_name: str, number: float, exact: bool = False) -> Moment:
    """Give the day, week, month or year so many units from a day; `exact` gives the day itself, whatever the unit."""
    if unit_name == "fortnight":
        unit_name, number = "week", number * 2
    if unit_name == "semester":
        unit_name, number = "month", number * 6
    grain = UNITS.get(unit_name, Grain.DAY)
    if number != int(number):
        unit_name, number = _finer(unit_name, number)
        grain = UNITS[unit_name]
    months = {
        Grain.MONTH: 1,
        Grain.QUARTER: 3,
        Grain.HALF: 6,
        Grain.YEAR: 12,
        Grain.DECADE: 120,
        Grain.CENTURY: 1200,
    }.get(grain)
    whole = int(number)
    here = of(day, Grain.DAY)
    moved = (
        here.months_on(months * whole)
        if months
        else here.shift(whole * (7 if grain in {Grain.WEEK, Grain.WEEKEND} else 1))
    )
    if exact or grain is Grain.DAY:
        return moved
    return of(moved.calendar_day, Grain.YEAR if grain in {Grain.DECADE, Grain.CENTURY} else grain)


def _finer(unit_name: str, number: float) -> tuple[str, float]:
    finer, per = {
        "year": ("month", 12),
        "month": ("week", 4),
        "week": ("day", 7),
        "decade": ("year", 10),
        "century": ("year", 100),
    }.get(unit_name, ("day", 1))
    return finer, round(number * per)


def _clock_count(seconds: int, context: Context) -> Sense:
    if context.now is None:
        day = dated(of(context.anchor, Grain.DAY)) if context.anchor and abs(seconds) < 3600 else None
        return Sense(
            TimeType.TIME,
            "T_MOMENT",
            None,
            day.timex if day else None,
            day.value if day else None,
            None if day else NO_ANCHOR,
        )
    moved = context.now + timedelta(seconds=seconds)
    found = of(moved.date(), Grain.DAY)
    clock = moved.strftime("T%H:%M" if seconds % 3600 == 0 else "T%H:%M:%S")
    return Sense(TimeType.TIME, "T_MOMENT", found, found.timex() + clock, found.edtf(), None, True)


def _count(caught: Caught) -> float | None:
    if "t_long" in caught:
        number = caught["t_long"].number
        return None if number == "X" else float(number)
    number = caught.get("num", caught.get("int", 1))
    if number == "X":
        return None
    value = float(number)
    return value + float(caught.get("half", 0))


def named(caught: Caught, _context: Context) -> Sense | None:
    """Read “lundi de la semaine prochaine”, "Tuesday of last week", "July of next year"."""
    within = inner(caught)
    if within.moment is None:
        return undated(None, "T_DAY", within.reason or NO_ANCHOR)
    if "t_weekday" in caught and within.moment.grain is Grain.WEEK:
        number = _weekday(caught["t_weekday"])
        return dated(
            of(date.fromisocalendar(within.moment.year, within.moment.number, number), Grain.DAY), within.counted
        )
    if "month" in caught:
        return dated(Moment(Grain.MONTH, within.moment.year, caught["month"]), within.counted)
    if "day" in caught:
        return dated(day_of(within.moment.year, within.moment.number, int(caught["day"])), within.counted)
    return None


def counted_from(caught: Caught, _context: Context) -> Sense | None:
    """Read “trois jours après le 12 janvier”, "two weeks before Christmas"."""
    base = inner(caught)
    number = _count(caught)
    if base.moment is None or number is None or _unit(caught) in _CLOCKS:
        return undated(None, "T_DAY", base.reason or VAGUE)
    return dated(
        stepped(base.moment.first(), _unit(caught), number * int(caught["turn"]), exact=base.moment.grain is Grain.DAY),
        base.counted,
    )


def earlier(caught: Caught, context: Context) -> Sense | None:
    """Read “la veille”, “deux ans plus tôt”, "the following month": counted from the moment told before."""
    turn, number, unit_name = int(caught["turn"]), _count(caught), _unit(caught)
    base = context.last
    if number is None:
        return undated("PAST_REF" if turn < 0 else "FUTURE_REF", "T_REF", VAGUE)
    if unit_name in _CLOCKS:
        return None
    if base is None:
        guess = stepped(context.anchor, unit_name, number * turn) if context.anchor else None
        return undated(guess.timex() if guess else None, "T_DAY", NO_REFERENCE)
    grain = UNITS.get(unit_name, Grain.DAY)
    if grain is Grain.YEAR and number == 1 and context.quarter:
        base = context.quarter
    if grain is Grain.YEAR and base.grain < Grain.YEAR:
        return dated(base.months_on(int(12 * number * turn)), item="T_DAY")
    if base.grain > grain and base.grain > Grain.DAY:
        return undated(None, "T_DAY", NO_REFERENCE)
    return dated(stepped(base.first(), unit_name, number * turn))


def whole(caught: Caught, context: Context) -> Sense | None:
    """Read "the year", “l’année”, "the quarter", "the weekend": a quarter told before, else the page's own or last."""
    grain, months = _grain(caught["unit"]), 12 * int(caught.get("years", 0))
    if grain is Grain.QUARTER and context.quarter is not None and "latest" not in caught:
        return dated(context.quarter.months_on(months))
    if context.anchor is None:
        return undated(None, ITEM.get(grain, "T_DAY"))
    found = of(context.anchor, grain).shift(int(caught.get("turn", 0)))
    if grain is Grain.WEEKEND and found.first() > context.anchor and context.tense != "future":
        found = found.shift(-1)
    return dated(found.months_on(months), counted=True)


def within(caught: Caught, _context: Context) -> Sense | None:
    """Read "the end of 2025", “début avril”, “au cours de l’année 2024”: the same stretch, whatever its part."""
    return inner(caught)


def inner(caught: Caught) -> Sense:
    """Give the date that a rule found within its words."""
    found: Sense = next(
        value for name, value in caught.items() if name.startswith("t_") and name not in {"t_long", "t_weekday"}
    )
    return found


def _unit(caught: Caught) -> str:
    return str(caught["t_long"].unit if "t_long" in caught else caught["unit"])


def same(caught: Caught, context: Context) -> Sense | None:
    """Read “ce jour-là”, "that year", “la même année”: the moment told before, at the unit's width."""
    grain = _grain(caught["unit"])
    if context.last is None or context.last.grain > grain:
        return undated(None, "T_DAY", NO_REFERENCE)
    return dated(of(context.last.first(), grain))


def nth(caught: Caught, _context: Context) -> Sense | None:
    """Read “le premier lundi d’octobre”, "the last week of 2019", "the third day of May"."""
    base = inner(caught)
    if base.moment is None:
        return undated(None, "T_DAY", base.reason or NO_ANCHOR)
    number = int(caught["number"])
    if number == 0 or abs(number) > 53:
        return None
    if "t_weekday" in caught:
        return dated(_nth_weekday(base.moment, _weekday(caught["t_weekday"]), number), base.counted)
    grain = _grain(caught["unit"])
    if grain >= base.moment.grain:
        return None
    first = base.moment.first() if number > 0 else base.moment.shift(1).first() - timedelta(days=1)
    if grain is Grain.WEEK:
        # ISO 8601: the week belongs to the month or year in which its Thursday lies.
        thursday = (
            first + timedelta(days=(4 - first.isoweekday()) % 7)
            if number > 0
            else first - timedelta(days=(first.isoweekday() - 4) % 7)
        )
        first = thursday
    steps = number - 1 if number > 0 else number + 1
    return dated(of(first, grain).shift(steps), base.counted)


def _weekday(sense: Sense) -> int:
    """Give which day of the week a time found earlier is, 1 for Monday."""
    return sense.moment.calendar_day.isoweekday() if sense.moment else int(str(sense.timex)[-1])


def _nth_weekday(base: Moment, weekday: int, number: int) -> Moment | None:
    if number > 0:
        first = base.first()
        found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        last = base.shift(1).first() - timedelta(days=1)
        found = last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-number - 1))
    inside = base.first() <= found < base.shift(1).first()
    return of(found, Grain.DAY) if inside else None


def _grain(name: str) -> Grain:
    return UNITS[name]
