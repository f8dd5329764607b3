"""Objects and contents that a parser hangs on a neighbour: found again by the grammar of the words around them."""

from collections.abc import Iterator

from tenu.reading.analysis import Analysis
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.frames.prepositions import preposition

_NEAR = 8  # words between two coordinated verbs that share an object


def object_above(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Take back the object of an infinitive from *aller*, *pouvoir* … above it, which have none of their own."""
    token = analysis.tokens[i]
    if not token.deprel.startswith("xcomp") or analysis.tokens[token.head].lemma not in grammar.modal:
        return []
    return [c for c in analysis.children(token.head) if c > i and analysis.tokens[c].deprel == "obj"]


def object_behind_receiver(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Find the goods behind the receiver, whose article was taken for a preposition: *des* véhicules."""
    for child in analysis.children(i):
        if child > i and preposition(analysis, child, grammar) in grammar.dative:
            for goods in analysis.children(child):
                if goods > child and preposition(analysis, goods, grammar) in grammar.genitive:
                    first = analysis.first(goods)
                    if analysis.tokens[first].text.lower() in grammar.partitive:
                        return [goods]
    return []


def object_of_next(analysis: Analysis, i: int) -> list[int]:
    """Find the object that a verb shares with the one coordinated to it: *intensifier et pérenniser* le soutien."""
    for child in analysis.children(i):
        token = analysis.tokens[child]
        if token.deprel.startswith("conj") and token.upos in VERBAL and child - i <= _NEAR:
            return [c for c in analysis.children(child) if analysis.tokens[c].deprel == "obj" and c > child]
    return []


def asked_for(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive of *asked the council to draw up*, where it hangs beside or on the object."""
    objects = [c for c in analysis.children(i) if analysis.tokens[c].deprel in {"obj", "iobj", "nsubj:pass", "obl:arg"}]
    for anchor in (i, *objects):
        for child in analysis.children(anchor):
            token = analysis.tokens[child]
            if child > i and token.deprel in {"advcl", "acl"} and token.feats.get("VerbForm") == "Inf":
                return child
    return next((inf for anchor in objects for inf in _led_infinitives(analysis, anchor)), None)


def _led_infinitives(analysis: Analysis, anchor: int) -> Iterator[int]:
    """Give the infinitives behind *de*, *to* that hang deep in a phrase: asked the ministers concerned *to draw up*."""
    for i in analysis.subtree(anchor):
        token = analysis.tokens[i]
        deep = i > anchor and token.head != anchor and token.feats.get("VerbForm") == "Inf"
        if deep and any(analysis.tokens[c].deprel == "mark" for c in analysis.children(i)):
            yield i


def content_of_governor(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive of “reaffirmed its commitment to support …” where it hangs on the verb, not on the noun."""
    token = analysis.tokens[i]
    if token.deprel != "obj" or token.head == i:
        return None
    after = [c for c in analysis.children(token.head) if c > i and analysis.tokens[c].deprel in {"xcomp", "advcl"}]
    return next((c for c in after if analysis.tokens[c].feats.get("VerbForm") in {"Inf", "Ger"}), None)


def content_behind(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive right behind a noun and its phrases: *efforts by Norway to* help."""
    last = i
    for child in analysis.children(i):
        if child > i and analysis.tokens[child].deprel.startswith("nmod"):
            last = max(last, analysis.subtree(child)[-1])
    for token in analysis.tokens[last + 1 : last + 3]:
        if token.feats.get("VerbForm") == "Inf":
            marks = [
                c for c in analysis.children(token.i) if analysis.tokens[c].deprel == "mark" and last < c < token.i
            ]
            return token.i if marks else None
    return None
