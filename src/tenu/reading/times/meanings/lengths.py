"""How long, and how often: durations and sets, and numbers put together from words."""

from tenu.reading.times.sense import VAGUE, Caught, Context, Sense
from tenu.reading.times.time import TimeType

_LETTERS = {
    "year": "Y",
    "half": "M",
    "quarter": "Q",
    "month": "M",
    "fortnight": "W",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "night": "D",
    "decade": "DE",
    "century": "CE",
}
_CLOCKS = {"hour": "H", "minute": "M", "second": "S"}
_OTHER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "half": ("month", 6),
    "quarter": ("month", 3),
    "fortnight": ("week", 2),
    "weekend": ("weekend", 2),
}
_NAMED_BY_YEAR = frozenset({"quarter", "half", "week", "weekend", "month"})
_OFTEN = {
    "year": "yearly",
    "quarter": "quarterly",
    "month": "monthly",
    "week": "weekly",
    "weekend": "weekly",
    "day": "daily",
    "hour": "hourly",
}


def number(caught: Caught, _context: Context) -> Sense | None:
    """Put “vingt-cinq”, "nineteen ninety-seven", "two thousand and five" together."""
    total = int(caught.get("thousands", 0)) * 1000 + int(caught.get("hundreds", 0)) * 100
    total += int(caught.get("tens", 0)) + int(caught.get("ones", 0))
    return Sense(TimeType.DATE, "NUM", number=total) if total else None


def duration(caught: Caught, _context: Context) -> Sense | None:
    """Read “trois jours”, "several months", "a year and a half"; “the 1988 quarter” is none."""
    number = caught.get("num", caught.get("int", 1))
    if number != "X" and 1900 <= float(number) <= 2100 and caught["unit"] in _NAMED_BY_YEAR:
        return None
    written, value = length(caught), iso_length(caught)
    exact = number if number == "X" or "half" not in caught else float(number) + caught["half"]
    reason = None if value else VAGUE
    return Sense(TimeType.DURATION, "T_LONG", None, written, value, reason, number=exact, unit=caught["unit"])


def length(caught: Caught) -> str:
    """Give a length as TIMEX3 has it; an untold number is X."""
    count, unit = _count(caught), caught["unit"]
    if unit in _OTHER and unit != "quarter" and count != "X":
        unit, times = _OTHER[unit]
        count = float(count) * times
    return _written(count, unit)


def iso_length(caught: Caught) -> str | None:
    """Give a length as ISO 8601 has it; None where the number is untold."""
    count, unit = _count(caught), caught["unit"]
    if count == "X":
        return None
    unit, times = _OTHER.get(unit, (unit, 1))
    return _written(float(count) * times, "day" if unit == "weekend" else unit)


def _count(caught: Caught) -> float | str:
    count: float | str = caught.get("num", caught.get("int", caught.get("count", 1)))
    if "upto" in caught or count == "X":
        return "X"
    return float(count) + float(caught.get("half", 0))


def _written(count: float | str, unit: str) -> str:
    shown = count if isinstance(count, str) else str(int(count)) if count == int(count) else f"{count:g}"
    return f"PT{shown}{_CLOCKS[unit]}" if unit in _CLOCKS else f"P{shown}{_LETTERS[unit]}"


def recurring(caught: Caught, _context: Context) -> Sense:
    """Read “tous les ans”, "every two years", "annually", “deux fois par an”."""
    unit = caught["unit"]
    count = caught.get("num", caught.get("int", caught.get("count", 1)))
    often = _OFTEN.get(unit, f"every {unit}") if count == 1 else f"every {count} {unit}s"
    if unit in {"fortnight", "half"} and count == 1:
        often = "every 2 weeks" if unit == "fortnight" else "every 6 months"
    return Sense(TimeType.SET, "T_SET", None, length(caught), often)


def weekly(caught: Caught, _context: Context) -> Sense:
    """Read “tous les mercredis”, "on Mondays"."""
    return Sense(TimeType.SET, "T_SET", None, f"XXXX-WXX-{caught['weekday']}", "weekly")
