"""What the words before a time and between two times make of them: deadlines, beginnings, periods."""

from tenu.reading.times.grammar import Grammar
from tenu.reading.times.sequence import Row
from tenu.reading.times.time import Link, Role

_LONGEST = 6
"""How many words a role (“au plus tard d’ici à la fin de”) may have."""


def role_of(row: Row, index: int, grammar: Grammar) -> Role | None:
    """Give the role that the words before a time give it (“d’ici à”, "since"); the longest that fits counts."""
    at = index
    while at > 0 and row.word(at - 1) in grammar.skipped and at - 1 not in row.senses:
        at -= 1
    for end in range(index, at - 1, -1):
        words = tuple(row.word(i) for i in range(max(0, end - _LONGEST), end))
        for begin in range(len(words)):
            role = grammar.roles.get(words[begin:])
            if role is not None:
                return Role(role)
    return None


def link_of(text: str, row: Row, index: int, following: int, grammar: Grammar) -> Link | None:
    """Give the words that join a time to the next one; None where anything else stands between."""
    words = (row.word(i) for i in range(index + 1, following))
    between = [word for word in words if word not in grammar.values["FULLDAY"]]  # du lundi 3 au *mercredi* 5 mai
    if len(between) > 3 or not between:
        return None
    known = grammar.through | grammar.also
    if not known.intersection(between) or not known.union(grammar.skipped).issuperset(between):
        return None
    return Link(
        text[row.end(index) : row.start(following)],
        not grammar.through.isdisjoint(between) or opened(row, index, grammar),
    )


def opened(row: Row, index: int, grammar: Grammar) -> bool:
    """Tell whether a word like “entre” opens a period before a time."""
    at = index - 1
    while at >= 0 and row.word(at) in grammar.skipped:
        at -= 1
    return at >= 0 and row.word(at) in grammar.openers
