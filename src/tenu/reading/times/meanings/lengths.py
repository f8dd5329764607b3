"""How long, and how often: durations and sets, and numbers put together from words."""

from tenu.reading.times.sense import VAGUE, Caught, Context, Sense
from tenu.reading.times.time import TimeType

_LETTERS = {"fortnight": "W", "half": "M", "year": "Y", "month": "M", "week": "W", "day": "D", "quarter": "Q", "decade": "DE", "century": "CE", "weekend": "WE", "night": "D"}
_CLOCKS = {"hour": "H", "minute": "M", "second": "S"}
_OTHER = {"quarter": ("month", 3), "fortnight": ("week", 2), "half": ("month", 6), "decade": ("year", 10), "century": ("year", 100)}
_OFTEN = {"year": "yearly", "month": "monthly", "week": "weekly", "day": "daily", "hour": "hourly", "quarter": "quarterly", "weekend": "weekly"}


def number(caught: Caught, context: Context) -> Sense | None:
    """Put “vingt-cinq”, "nineteen ninety-seven", "two thousand and five" together."""
    total = int(caught.get("thousands", 0)) * 1000 + int(caught.get("hundreds", 0)) * 100
    total += int(caught.get("tens", 0)) + int(caught.get("ones", 0))
    return Sense(TimeType.DATE, "NUM", number=total) if total else None


def duration(caught: Caught, context: Context) -> Sense:
    """Read “trois jours”, "several months", "a year and a half"."""
    written = length(caught)
    vague = "X" in written
    number = caught.get("num", caught.get("int", 1))
    exact = number if vague or "half" not in caught else float(number) + caught["half"]
    return Sense(
        TimeType.DURATION, "T_LONG", None, written, None if vague else written, VAGUE if vague else None, number=exact, unit=caught["unit"]
    )


def length(caught: Caught) -> str:
    """Give a length as ISO 8601 has it; an untold number is X."""
    count = caught.get("num", caught.get("int", caught.get("count", 1)))
    if "upto" in caught:
        count = "X"
    unit = caught["unit"]
    if unit in _OTHER and count != "X":
        unit, times = _OTHER[unit]
        count = float(count) * times
    if "half" in caught and count != "X":
        count = float(count) + caught["half"]
    shown = count if count == "X" else f"{float(count):g}" if float(count) < 1e6 else str(int(count))
    if unit in _CLOCKS:
        return f"PT{shown}{_CLOCKS[unit]}"
    return f"P{shown}{_LETTERS[unit]}"


def recurring(caught: Caught, context: Context) -> Sense:
    """Read “tous les ans”, "every two years", "annually", “deux fois par an”."""
    unit = caught["unit"]
    count = caught.get("num", caught.get("int", caught.get("count", 1)))
    often = _OFTEN.get(unit, f"every {unit}") if count == 1 else f"every {count} {unit}s"
    if unit in {"fortnight", "half"} and count == 1:
        often = "every 2 weeks" if unit == "fortnight" else "every 6 months"
    return Sense(TimeType.SET, "T_SET", None, length(caught), often)


def weekly(caught: Caught, context: Context) -> Sense:
    """Read “tous les mercredis”, "on Mondays"."""
    return Sense(TimeType.SET, "T_SET", None, f"XXXX-WXX-{caught['weekday']}", "weekly")
