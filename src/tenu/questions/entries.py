"""The entries of a balance: each line of each promise, and of each gift without one, before they are added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tenu.questions.gift import Gift
from tenu.questions.leaving import Leaving, Reason
from tenu.questions.line import Line
from tenu.questions.money import Conversion, Rate, converted
from tenu.questions.party import Party
from tenu.questions.promise import Fate, Promise


@dataclass(frozen=True, slots=True)
class Entry:
    """One line with its parties and its day; the rate, where it was converted."""

    donors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    day: date | None
    line: Line
    rate: Rate | None = None


def entries_of(promises: Iterable[Promise], gifts: Iterable[Gift], leaving: Leaving) -> Iterator[Entry]:
    """Give the lines whose figures are told and agree; note the others."""
    for promise in promises:
        if promise.fate is Fate.WITHDRAWN:
            leaving.leave(Reason.WITHDRAWN, promise.claims)
            continue
        if not promise.lines:
            leaving.leave(Reason.UNCOUNTED, promise.claims)
        yield from _settled(promise.donors, promise.recipients, promise.made, promise.lines, leaving)
    for gift in gifts:
        if not gift.lines:
            leaving.leave(Reason.UNCOUNTED, gift.claims)
        yield from _settled(gift.donors, gift.recipients, gift.day, gift.lines, leaving)


def in_one_currency(entries: Iterable[Entry], conversion: Conversion, leaving: Leaving) -> Iterator[Entry]:
    """Give the entries with their money converted; goods stay goods, and what has no rate is noted."""
    for entry in entries:
        if entry.line.currency in (None, conversion.into):
            yield entry
        elif rate := conversion.rate(entry.line, entry.day):
            yield Entry(entry.donors, entry.recipients, entry.day, converted(entry.line, rate), rate)
        else:
            leaving.leave(Reason.NO_RATE, (*entry.line.promised_by, *entry.line.delivered_by))


def _settled(
    donors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    day: date | None,
    lines: Iterable[Line],
    leaving: Leaving,
) -> Iterator[Entry]:
    for line in lines:
        if line.unsettled is not None:
            leaving.leave(Reason.UNSETTLED, (*line.promised_by, *line.delivered_by))
        else:
            yield Entry(donors, recipients, day, line)
