"""What a head stands for: each of a coordination, the noun behind a relative pronoun, the goods of a *series*."""

from tenu.reading.analysis import Analysis
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import NOMINAL, conjuncts
from tenu.reading.frames.prepositions import preposition

_DEEPEST = 8  # how many heads are climbed in search of the noun that a clause describes


def spread(analysis: Analysis, heads: list[int], grammar: Grammar) -> tuple[int, ...]:
    """Take coordinated heads one by one, and put for a relative pronoun the noun that it stands for."""
    found: list[int] = []
    for head in heads:
        for one in conjuncts(analysis, _antecedent(analysis, head, grammar)):
            inner = _in_hull(analysis, one, grammar)
            if inner not in found:
                found.append(inner)
    return tuple(found)


def _in_hull(analysis: Analysis, i: int, grammar: Grammar) -> int:
    """Look through words that only count or cut: a *series* of talks, *plus de* 1400 tonnes, *35* des 60 pompes."""
    token = analysis.tokens[i]
    counts = token.upos == "NUM" and token.text[:1].isdigit()
    if token.lemma.lower() not in grammar.hulls and not counts:
        return i
    inner = [c for c in analysis.children(i) if c > i and preposition(analysis, c, grammar) in grammar.genitive]
    return inner[0] if inner else i


def _antecedent(analysis: Analysis, i: int, grammar: Grammar) -> int:
    token = analysis.tokens[i]
    relative = token.upos == "PRON" or (token.upos == "SCONJ" and token.deprel == "obj")
    if not relative or token.text.lower() not in grammar.relative:
        return i
    above = token.head
    for _ in range(_DEEPEST):
        relation, head = analysis.tokens[above].deprel, analysis.tokens[above].head
        if relation == "acl:relcl" or (relation == "acl" and analysis.tokens[head].upos in NOMINAL):
            return head
        if head == above:
            break
        above = head
    return _nominal_before(analysis, i)


def _nominal_before(analysis: Analysis, i: int) -> int:
    """Give the head of the phrase that ends right before a relative pronoun, else the pronoun."""
    place = i - 1
    while place >= 0 and analysis.tokens[place].upos in {"PUNCT", "ADP"}:
        place -= 1
    if place < 0 or analysis.tokens[place].upos not in NOMINAL:
        return i
    while analysis.tokens[analysis.tokens[place].head].upos in NOMINAL and analysis.tokens[place].head < i:
        above = analysis.tokens[place].head
        if above == place:
            break
        place = above
    return place
