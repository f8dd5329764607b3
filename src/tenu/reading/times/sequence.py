"""A text as a row of words, in which what an earlier round of rules has read counts as one word."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from tenu.reading.times import numbers, tokens
from tenu.reading.times.grammar import Grammar
from tenu.reading.times.sense import Sense


@dataclass(frozen=True, slots=True)
class Row:
    """Words in order: `kinds` has one letter a word, `low` and `high` the pieces that each stretches over."""

    pieces: list[str]
    ends: list[int]
    kinds: str
    low: list[int] | range
    high: list[int] | range
    senses: Mapping[int, Sense]

    def start(self, index: int) -> int:
        """Give where a word begins, in code points."""
        piece = self.pieces[self.low[index]]
        return self.ends[self.low[index]] - len(piece.lstrip())

    def end(self, index: int) -> int:
        """Give where a word ends, in code points."""
        return self.ends[self.high[index] - 1]

    def word(self, index: int) -> str:
        """Give a word as the tables hold it."""
        return tokens.fold(self.pieces[self.low[index]])

    def value(self, index: int, name: str, grammar: Grammar) -> Any:
        """Give what a word says to a class of rules: an earlier finding, a table's value or a number."""
        sense = self.senses.get(index)
        if sense is not None:
            return sense if name.startswith("T_") else sense.number
        word = self.word(index)
        table = grammar.values.get(name.removesuffix("_LOW"), {})
        if word in table:
            return table[word]
        number = numbers.read(word)
        return number.value(name) if number else word


def row_of(text: str, grammar: Grammar) -> Row:
    """Cut a text into a row of words; a full stop is put behind the last, so that rules can tell the end."""
    pieces = [*tokens.cut(text, grammar.abbreviations), "."]
    kinds = "".join(map(grammar.kinds.__getitem__, pieces))
    return Row(pieces, list(accumulate(map(len, pieces))), kinds, range(len(pieces)), range(1, len(pieces) + 1), {})


def collapsed(row: Row, found: list[tuple[int, int, Sense]], letters: Mapping[frozenset[str], str]) -> Row:
    """Give the row in which each finding (from word, up to word) is one word, of the kind of its sense."""
    kinds: list[str] = []
    low: list[int] = []
    high: list[int] = []
    senses: dict[int, Sense] = {}
    at = 0
    for first, last, sense in [*found, (len(row.kinds), 0, None)]:
        for index in range(at, first):
            if index in row.senses:
                senses[len(low)] = row.senses[index]
            low.append(row.low[index])
            high.append(row.high[index])
        kinds.append(row.kinds[at:first])
        if sense is not None:
            senses[len(low)] = sense
            low.append(row.low[first])
            high.append(row.high[last - 1])
            kinds.append(_letter(sense, letters))
            at = last
    return Row(row.pieces, row.ends, "".join(kinds), low, high, senses)


def _letter(sense: Sense, letters: Mapping[frozenset[str], str]) -> str:
    if sense.item == "NUM":
        number = numbers.read(str(sense.number))
        return letters.get(number.classes, ".") if number else "."
    return letters.get(frozenset(sense.item.split()), ".")
