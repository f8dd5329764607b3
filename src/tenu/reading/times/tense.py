"""The tense that the words around a time tell, where no parser does: nearest first, within the sentence."""

import re
from functools import cache

from tenu.reading.times.grammar import Grammar
from tenu.reading.times.tokens import fold

_REACH = 25
_REMEMBERED = 50_000
_ENDS = frozenset(".!?;")


def tense_at(pieces: list[str], piece: int, grammar: Grammar) -> str | None:
    """Give `past` or `future` as the nearest verb has it, `since` for what began in the past, else None."""
    tells = _teller(grammar)
    near = [fold(before) for before in pieces[max(0, piece - 3) : piece]]
    if not grammar.tenses["deadlines"].isdisjoint(near) or (near and near[-1] in grammar.tenses["beside"]):
        return "future"
    if not grammar.tenses["beginnings"].isdisjoint(near):
        return "since"
    before, after = True, True
    for step in range(1, _REACH):
        if before and piece - step >= 0:
            told = tells[pieces[piece - step]]
            if told is None:
                before = False
            elif told and not _passive(pieces, piece - step, grammar):
                return told
            elif _bound(pieces, piece - step, grammar):
                return "future"
        if after and piece + step < len(pieces):
            told = tells[pieces[piece + step]]
            if told is None:
                after = False
            elif told and not _passive(pieces, piece + step, grammar):
                return told
            elif _bound(pieces, piece + step, grammar):
                return "future"
    return None


def _bound(pieces: list[str], at: int, grammar: Grammar) -> bool:
    """Tell whether an infinitive is led in that is still to come: “is *to* meet”."""
    pairs = grammar.tenses["bound"]
    return at > 0 and bool(pairs) and f"{fold(pieces[at - 1])} {fold(pieces[at])}" in pairs


def _passive(pieces: list[str], at: int, grammar: Grammar) -> bool:
    """Tell whether a participle follows a bare “be”, and so says nothing of the tense."""
    return at > 0 and fold(pieces[at - 1]) in grammar.tenses["bare"]


class _Teller(dict[str, str | None]):
    """What each piece tells of the tense: its name, an empty word for nothing, None for the end of the sentence."""

    def __init__(self, shape: re.Pattern[str]) -> None:
        super().__init__()
        self.shape = shape

    def __missing__(self, piece: str) -> str | None:
        if len(self) > _REMEMBERED:
            self.clear()
        word = fold(piece)
        match = self.shape.fullmatch(word) if len(word) < 30 else None
        told = None if word in _ENDS or piece.count("\n") > 1 else match.lastgroup if match else ""
        self[piece] = told
        return told


def _teller(grammar: Grammar) -> _Teller:
    return _made(*(grammar.tense_forms[name] for name in ("future", "future_endings", "past", "past_endings")))


@cache
def _made(future: str, future_endings: str, past: str, past_endings: str) -> _Teller:
    return _Teller(re.compile(f"(?P<future>{future}|{future_endings})|(?P<past>{past}|{past_endings})"))
