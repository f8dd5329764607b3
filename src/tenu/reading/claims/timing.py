"""Which of a sentence's times belongs to which event: the one that hangs on its word, else on the verb above it."""

from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.times import Time

_REACH = 3  # heads between a verb and the one whose time it shares
_FAR = 9  # more than any time that hangs on the event itself


def times_of(analysis: Analysis, trigger: int, clause: int, times: Sequence[Time]) -> list[Time]:
    """Give the times that belong to an event told by `trigger` in the clause of `clause`, the nearest first."""
    ranked = sorted(
        (
            (distance, time.start, time)
            for time in times
            if (distance := _distance(analysis, time, trigger, clause)) is not None
        ),
        key=lambda row: row[:2],
    )
    return [time for _, _, time in ranked]


def _distance(analysis: Analysis, time: Time, trigger: int, clause: int) -> int | None:
    """Tell how far a time hangs from an event, in steps up the tree; None where it belongs to another verb."""
    tokens = analysis.within(time.start, time.end)
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    top = next((token.i for token in tokens if token.head not in inside or token.head == token.i), tokens[0].i)
    for steps, above in enumerate((top, *analysis.ancestors(top))):
        if above == trigger:
            return steps
        if above == clause:
            return steps + 1
        if analysis.tokens[above].upos in VERBAL and above not in inside:
            return _reaches_down(analysis, above, clause, time)
    return None


def _reaches_down(analysis: Analysis, verb: int, clause: int, time: Time) -> int | None:
    """Let a time on a governing verb serve the infinitive below it, or the verb that is coordinated with it."""
    if verb not in list(analysis.ancestors(clause))[:_REACH]:
        return None
    relation = analysis.tokens[clause].deprel
    opens = time.end <= analysis.tokens[verb].start
    return _FAR if relation.startswith("xcomp") or (relation.startswith("conj") and opens) else None
