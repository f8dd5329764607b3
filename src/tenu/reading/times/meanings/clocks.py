"""Times of day, alone or with their day."""

from tenu.reading.times.moment import Grain, Moment, of
from tenu.reading.times.sense import Caught, Context, Sense
from tenu.reading.times.time import TimeType

NO_DAY = "the hour stands without a day"


def clock(caught: Caught, context: Context) -> Sense | None:
    """Read “18 heures 30”, "5:30 p.m.", “midi”: without a day, TIMEX3 takes the page's and `value` stays open."""
    written = _written(caught)
    if written is None:
        return None
    return Sense(TimeType.TIME, "T_CLOCK", None, f"{_told_day(context)}{written}", None, NO_DAY)


def _told_day(context: Context) -> str:
    """Give the day that TIMEX3 takes an hour for: the one told before, else the page's own."""
    if context.last is not None and context.last.grain is Grain.DAY:
        return context.last.timex()
    return "" if context.anchor is None else str(context.anchor)


def _written(caught: Caught) -> str | None:
    if "noon" in caught:
        hour, minute, second = int(caught["noon"]), int(caught.get("minute", 0)), ""
    elif "clock" in caught:
        figures = caught["clock"]
        hour, minute, second = int(figures[0]), int(figures[1] or 0), figures[2]
    else:
        hour, minute, second = int(caught["hour"]), int(caught.get("minute", caught.get("part", 0))), ""
    if "to" in caught:
        hour, minute = hour - 1, 60 - int(caught["to"])
    half = caught.get("half")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return f"T{hour:02}:{minute:02}:{second}" if second else f"T{hour:02}:{minute:02}"


def part_of_day(caught: Caught, context: Context) -> Sense | None:
    """Read “ce soir”, "Monday morning", “hier après-midi”, "overnight"."""
    part = caught["part"] if "part" in caught else str(caught["t_part"].timex).rpartition("T")[2]
    inner: Sense | None = caught.get("t_day")
    if inner is not None:
        return _joined(inner, f"T{part}", inner.counted, "T_PART")
    if context.anchor is None or caught.get("loose"):
        return Sense(TimeType.TIME, "T_PART", None, f"{_told_day(context)}T{part}", None, NO_DAY)
    found = of(context.anchor, Grain.DAY).shift(int(caught.get("turn", 0)))
    return _joined(Sense(TimeType.DATE, "T_DAY", found, found.timex(), found.edtf()), f"T{part}", True, "T_PART")


def at(caught: Caught, _context: Context) -> Sense | None:
    """Read a day with its hour: “le 29 septembre 2023 à 18 heures”, "5 p.m. Monday"."""
    day: Sense = caught.get("t_day") or caught["t_part"]
    hour: Sense = caught["t_clock"]
    written = "T" + str(hour.timex).rpartition("T")[2]
    if "t_part" in caught or str(day.timex).endswith(("TEV", "TAF", "TNI")):
        written = _afternoon(written)
    return _joined(day, written, day.counted)


def _afternoon(written: str) -> str:
    hour = int(written[1:3])
    return f"T{hour + 12:02}{written[3:]}" if 1 <= hour < 12 else written


def _joined(day: Sense, written: str, counted: bool, item: str = "T_MOMENT") -> Sense:
    stem = str(day.timex).partition("T")[0] if day.timex else ""
    moment: Moment | None = day.moment
    return Sense(TimeType.TIME, item, moment, stem + written, day.value, day.reason, counted)
