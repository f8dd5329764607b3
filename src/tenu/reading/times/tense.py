"""The tense that the words around a time tell, where no parser does: nearest first, within the sentence."""

import re
from functools import cache

from tenu.reading.times.grammar import Grammar
from tenu.reading.times.tokens import fold

_REACH = 25
_ENDS = frozenset(".!?;")


def tense_at(pieces: list[str], piece: int, grammar: Grammar) -> str | None:
    """Give `past` or `future` as the nearest verb of the sentence has it; None where none is known."""
    pattern = _pattern(grammar.tenses["past"], grammar.tenses["future"], grammar.tenses["past_endings"], grammar.tenses["future_endings"])
    for step in range(1, _REACH):
        for at in (piece - step, piece + step):
            if 0 <= at < len(pieces) and not _ended(pieces, piece, at) and (match := pattern.fullmatch(fold(pieces[at]))):
                return match.lastgroup
    return None


def _ended(pieces: list[str], piece: int, at: int) -> bool:
    low, high = min(piece, at), max(piece, at)
    return any(pieces[i].strip() in _ENDS or "\n\n" in pieces[i] for i in range(low, high))


@cache
def _compiled(past: tuple[str, ...], future: tuple[str, ...], past_endings: str, future_endings: str) -> re.Pattern[str]:
    return re.compile(
        f"(?P<future>{'|'.join(map(re.escape, future))}|{future_endings})|(?P<past>{'|'.join(map(re.escape, past))}|{past_endings})"
    )


def _pattern(past: list[str], future: list[str], past_endings: str, future_endings: str) -> re.Pattern[str]:
    return _compiled(tuple(past), tuple(future), past_endings, future_endings)
