"""What a claim is about: the noun phrase that names it, with its count or its money taken out of the name."""

from collections.abc import Sequence

from tenu.reading.amounts import Amount, Measure
from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.phrases import bounds, members, without_determiner
from tenu.record import Item, Unread

_EDGES = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "ADV", "SCONJ", "PART"})
_LONGEST = 14  # words: past that a name tells no more what the thing is


def item_of(analysis: Analysis, head: int, amounts: Sequence[Amount]) -> tuple[Item, list[Unread]] | None:
    """Give the item that a head names, and the amounts in it that could not be read; None where nothing names it."""
    indices = _verb_phrase(analysis, head) if analysis.tokens[head].upos == "VERB" else members(analysis, head)
    whole = _with_money(analysis, head, indices, amounts)
    inside = [a for a in amounts if _touches(a, analysis, whole)]
    unread = [Unread(a.words, a.start, a.end, a.reason) for a in inside if a.value is None and a.reason]
    money = next((a for a in inside if a.kind is Measure.MONEY and a.value is not None and a.currency), None)
    count = next((a for a in inside if a.kind is Measure.COUNT and _counts(a, analysis, indices)), None)
    name = _name(analysis, head, indices, [a for a in inside if a is money or a is count])
    if not name:
        return None
    start, end = bounds(analysis, name)
    words = analysis.text[start - analysis.start : end - analysis.start]
    return (
        Item(
            name=words,
            start=start,
            end=end,
            quantity=count.value if count else None,
            unit=count.unit if count else None,
            amount=money.value if money else None,
            currency=money.currency if money else None,
        ),
        unread,
    )


def _verb_phrase(analysis: Analysis, head: int) -> list[int]:
    """Take an infinitive with what directly belongs to it, where no noun names what is promised or decided."""
    kept = [i for i in analysis.subtree(head) if i >= head][:_LONGEST]
    return [i for place, i in enumerate(kept) if i == head + place]


def _with_money(analysis: Analysis, head: int, indices: list[int], amounts: Sequence[Amount]) -> list[int]:
    """Reach out to an amount that stands in brackets or after the phrase, as in “headquarters contribution (CHF 70 million)”."""
    start, end = bounds(analysis, indices)
    for amount in amounts:
        if amount.kind is Measure.MONEY and 0 <= amount.start - end <= len(" of a total of up to nearly "):
            between = analysis.text[end - analysis.start : amount.start - analysis.start]
            if "," not in between and not any(t.upos in {"VERB", "AUX"} for t in analysis.within(end, amount.start)):
                return [*indices, *(t.i for t in analysis.within(amount.start, amount.end))]
    return indices


def _touches(amount: Amount, analysis: Analysis, indices: Sequence[int]) -> bool:
    tokens = analysis.tokens
    return any(tokens[i].start < amount.end and amount.start < tokens[i].end for i in indices)


def _counts(amount: Amount, analysis: Analysis, indices: Sequence[int]) -> bool:
    """Tell whether a count is that of the phrase's own head: it opens the phrase."""
    return amount.value is not None and amount.plain and amount.start <= analysis.tokens[indices[0]].end + 40


def _name(analysis: Analysis, head: int, indices: list[int], read: Sequence[Amount]) -> list[int]:
    """Take the numbers out of a phrase; where only money is left, its currency's word stands for the name."""
    left = [i for i in without_determiner(analysis, indices) if not any(_inside(analysis.tokens[i], a) for a in read)]
    run = _longest_run(left)
    while run and analysis.tokens[run[0]].upos in _EDGES:
        run = run[1:]
    while run and analysis.tokens[run[-1]].upos in _EDGES:
        run = run[:-1]
    if run:
        return run[:_LONGEST] if len(run) > _LONGEST else run
    return [i for i in indices if analysis.tokens[i].upos in {"NOUN", "SYM", "PROPN"}][-1:]


def _inside(token: Token, amount: Amount) -> bool:
    return amount.start <= token.start and token.end <= amount.end


def _longest_run(indices: list[int]) -> list[int]:
    runs: list[list[int]] = []
    for i in indices:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return max(runs, key=len, default=[])
