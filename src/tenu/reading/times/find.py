"""Find the times of a text: words, rounds of rules, roles, links."""

from datetime import date, datetime

from tenu.reading.times.agreeing import agreed
from tenu.reading.times.grammar import Grammar, grammar
from tenu.reading.times.linking import link_of, role_of
from tenu.reading.times.matching import Found, apply
from tenu.reading.times.sense import Context, Sense
from tenu.reading.times.sequence import Row, collapsed, row_of
from tenu.reading.times.tense import tense_at
from tenu.reading.times.time import Link, Role, Time
from tenu.record import edtf


def find(text: str, language: str, anchor: date | None = None, offset: int = 0, tense: str | None = None) -> list[Time]:
    """Give the dates, times of day, durations and recurrences of a text, in order, none overlapping.

    Offsets are code points of `text` plus `offset`. `anchor` is the day that “today” and bare weekdays are counted
    from (a document's own; a `datetime` lets “in two hours” be read too); without it they are found and left without a
    value. `tense` (`past` or `future`) tells which Wednesday is meant, where the caller knows; else the words around
    tell it. `UncoveredLanguageError` for a language other than `fr` and `en`.
    """
    words = grammar(language)
    row = row_of(text, words)
    now = anchor if isinstance(anchor, datetime) else None
    day = now.date() if now else anchor
    context = Context(day, now, lambda piece: tense or tense_at(row.pieces, piece, words), words.settings)
    final, found = _rounds(row, words, context)
    return _times(text, final, found, words, day, offset)


def _rounds(row: Row, words: Grammar, context: Context) -> tuple[Row, list[Found]]:
    """Apply the rounds one after the other; what one has read is one word to the next."""
    letters = words.kinds.letters
    for number, rules in enumerate(words.rounds):
        for _ in range(2 if number > 1 else 1):
            found = apply(row, rules, words, context)
            if not found:
                break
            row = collapsed(row, found, letters)
    kept = [(index, index + 1, sense) for index, sense in sorted(row.senses.items()) if sense.item != "NUM"]
    return row, agreed(kept)


def _times(text: str, row: Row, found: list[Found], words: Grammar, anchor: date | None, offset: int) -> list[Time]:
    times: list[Time] = []
    for position, (low, _, sense) in enumerate(found):
        following = found[position + 1][0] if position + 1 < len(found) else None
        link = link_of(text, row, low, following, words) if following is not None else None
        role = role_of(row, low, words)
        times.append(_time(text, row.start(low), row.end(low), sense, anchor, offset, role, link))
    return times


def _time(
    text: str,
    start: int,
    end: int,
    sense: Sense,
    anchor: date | None,
    offset: int,
    role: Role | None,
    link: Link | None,
) -> Time:
    first, last = _bounds(sense)
    return Time(
        start=start + offset,
        end=end + offset,
        words=text[start:end],
        type=sense.type,
        value=sense.value,
        timex=sense.timex,
        anchor=anchor if sense.counted else None,
        earliest=first,
        latest=last,
        role=role,
        reason=None if sense.value else sense.reason,
        link=link,
    )


def _bounds(sense: Sense) -> tuple[date | None, date | None]:
    if sense.moment is None or sense.value is None:
        return None, None
    whole = edtf.read(sense.value)
    return whole.earliest, whole.latest
