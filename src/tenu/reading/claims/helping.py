"""What is promised where no goods are told: “*support Peru*”, “U.S. *support* for Peru”."""

from collections.abc import Sequence

from tenu.reading.amounts import Amount, Measure
from tenu.reading.analysis import Analysis
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import VERBAL, bounds, members, without_determiner
from tenu.record import Item, Role

_LONGEST = 12  # words: past that a clause is no name


def help_told(
    candidate: Candidate, actors: Sequence[tuple[Role, int]], analysis: Analysis, amounts: Sequence[Amount]
) -> list[Item]:
    """Name the help by the words that tell it: the noun with what stands before it, or the verb with those it helps."""
    receivers = [head for role, head in actors if role is Role.RECIPIENT]
    if analysis.tokens[candidate.trigger].upos == "NOUN":
        words = without_determiner(
            analysis, [i for i in members(analysis, candidate.trigger) if i <= candidate.trigger]
        )
    else:
        words = _helping(analysis, receivers)
    if not words:
        return []
    start, end = bounds(analysis, words)
    money = next(
        (a for a in amounts if start <= a.start < end and a.kind is Measure.MONEY and a.value is not None), None
    )
    if money is not None and money.currency:
        return [Item(money.words, start=money.start, end=money.end, amount=money.value, currency=money.currency)]
    return [Item(name=analysis.text[start - analysis.start : end - analysis.start], start=start, end=end)]


def _helping(analysis: Analysis, receivers: list[int]) -> list[int]:
    """Give the verb above the receivers up to the last of them, where they stand close behind it."""
    if not receivers:
        return []
    verb = next((i for i in analysis.ancestors(receivers[0]) if analysis.tokens[i].upos in VERBAL), None)
    if verb is None or receivers[0] < verb:
        return []
    last = max(i for head in receivers for i in members(analysis, head))
    return list(range(verb, last + 1)) if last - verb < _LONGEST else []
