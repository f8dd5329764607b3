"""One round of rules over a row of words: from the left, at each word the rule that reads most."""

import re
from collections.abc import Iterator, Mapping

from tenu.reading.times.grammar import Grammar, Round, Rule
from tenu.reading.times.meanings import MEANINGS
from tenu.reading.times.moment import Grain
from tenu.reading.times.sense import Context, Part, Sense
from tenu.reading.times.sequence import Row

Found = tuple[int, int, Sense]
"""From which word, up to which, and what they mean."""


def apply(row: Row, rules: Round, grammar: Grammar, context: Context) -> list[Found]:
    """Give what one round of rules finds, in order and without overlaps."""
    found: list[Found] = []
    at = 0
    while (begin := rules.begins.search(row.kinds, at)) is not None:
        at = begin.end()
        if rules.gate(begin[0]).match(row.kinds, at - 1) is None:
            continue
        for rule, match in _longest_first(row, rules.rules[begin[0]], at - 1):
            low, high = _bounds(rule, match)
            if low > at - 1 and _reads_on(row, rules, low, high):
                continue
            context.position = row.low[low]
            senses = _read(rule, match, row, grammar, context, low, high)
            if senses is None:
                continue
            found.extend(senses)
            for _, _, sense in senses:
                _remember(rule, sense, context)
            at = max(at, high if senses else match.end())
            break
    return found


_DERIVED = frozenset({"count", "earlier", "whole", "same", "same quarter"})


def _remember(rule: Rule, sense: Sense, context: Context) -> None:
    """Keep what a later “the year before” is counted from: what is itself so counted is no new beginning."""
    if sense.moment is not None and rule.means not in _DERIVED:
        context.last = sense.moment
        if sense.moment.grain is Grain.QUARTER and "turn" not in rule.given:
            context.quarter = sense.moment


def _reads_on(row: Row, rules: Round, low: int, high: int) -> bool:
    """Tell whether a rule that begins at the time itself reads further than one that leans on the words before it."""
    many = rules.rules.get(row.kinds[low], ())
    return any((match := rule.pattern.regex.match(row.kinds, low)) is not None and match.end() > high for rule in many)


def _longest_first(row: Row, rules: tuple[Rule, ...], at: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    matches = [(rule, match) for rule in rules if (match := rule.pattern.regex.match(row.kinds, at)) is not None]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[1].end())
    return iter(matches)


def _bounds(rule: Rule, match: re.Match[str]) -> tuple[int, int]:
    opens, closes = rule.pattern.bracketed, rule.pattern.closes
    if opens and match.start(opens) >= 0:
        return match.start(opens), match.end(closes)
    return match.start(), match.end()


def _read(
    rule: Rule, match: re.Match[str], row: Row, grammar: Grammar, context: Context, low: int, high: int
) -> list[Found] | None:
    if rule.means == "nothing":
        return []
    places = {name: match.start(group) for name, _, group in rule.pattern.groups if match.start(group) >= 0}
    caught = dict(rule.given)
    for name, kind, group in rule.pattern.groups:
        if match.start(group) >= 0:
            caught[name] = row.value(match.start(group), kind, grammar)
    try:
        read = MEANINGS[rule.means](caught, context)
    except OverflowError:
        return None
    if read is None or isinstance(read, Sense):
        return [(low, high, read)] if read else None
    return _parts(read, places, low, high)


def _parts(parts: list[Part], places: Mapping[str, int], low: int, high: int) -> list[Found]:
    found = [(places[part.first], places[part.last] + 1, part.sense) for part in parts]
    if found:
        found[0] = (low, *found[0][1:])
        found[-1] = (found[-1][0], high, found[-1][2])
    return found
