"""What rules can mean, in any language: functions from the words that were read to a sense."""

from tenu.reading.times.meanings import clocks, dates, feasts, lengths, relative
from tenu.reading.times.sense import Meaning

MEANINGS: dict[str, Meaning] = {
    "number": lengths.number,
    "date": dates.date_of,
    "days": dates.days,
    "figures": dates.figures,
    "iso": dates.iso,
    "month": dates.month,
    "months": dates.months,
    "weekday": dates.weekday,
    "day of month": dates.day_of_month,
    "year": dates.year,
    "era": dates.era,
    "part of year": dates.part_of_year,
    "season": dates.season,
    "week number": dates.week_number,
    "reference": relative.reference,
    "unit": relative.unit,
    "count": relative.count,
    "ahead": relative.ahead,
    "whole": relative.whole,
    "named": relative.named,
    "counted from": relative.counted_from,
    "earlier": relative.earlier,
    "within": relative.within,
    "nth": relative.nth,
    "same": relative.same,
    "feast": feasts.feast,
    "clock": clocks.clock,
    "part of day": clocks.part_of_day,
    "at": clocks.at,
    "duration": lengths.duration,
    "recurring": lengths.recurring,
    "weekly": lengths.weekly,
}
