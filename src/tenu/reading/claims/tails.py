"""What stands right behind a noun and belongs to its name, whatever it was hung on: *accord | avec le Royaume-Uni*."""

from itertools import takewhile

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import VERBAL

QUOTED = {"«": "»", "“": "”", "‘": "’"}
_NAMING = frozenset({"appos", "flat", "nmod", "nmod:unmarked", "compound"})
_LONGEST = 12  # words: a longer tail is a clause, not a name


def with_tail(analysis: Analysis, head: int, indices: list[int], grammar: Grammar) -> list[int]:
    """Add to a noun's phrase what follows it at once: led in by *on*, *concerning*, *with*, or a short participle."""
    found = list(indices)
    while True:
        after = found[-1] + 1
        tail = _tail(analysis, head, after, grammar) or _proper(analysis, after) if after < len(analysis.tokens) else []
        if not tail:
            return found
        found += tail


def _tail(analysis: Analysis, head: int, after: int, grammar: Grammar) -> list[int]:
    """Give the words of the phrase that opens at `after`, where it is one about the noun."""
    opening = analysis.tokens[after]
    top = _top(analysis, opening, head)
    if top is None:
        return []
    aims = _aims(analysis, top, head, after, grammar)
    if not aims and opening.text.lower() not in grammar.about and not _describes(analysis, top, head, after):
        return []
    below = [i for i in analysis.subtree(top.i) if i >= after]
    run = [i for place, i in enumerate(below) if i == after + place]
    last = next(
        (place for place, i in enumerate(run) if analysis.tokens[i].text in {",", ";", ":", "–", "—"}), len(run)
    )
    return run[:last] if last <= _LONGEST else run[:_LONGEST] if aims else []


def _proper(analysis: Analysis, after: int) -> list[int]:
    """Give the name right behind a noun, in capitals or in marks: the exercise *Cold Coast*, *« Clean Air »*."""
    tokens = analysis.tokens[after:]
    if tokens[0].text in QUOTED:
        close = next((t.i for t in tokens[1 : _LONGEST + 1] if t.text == QUOTED[tokens[0].text]), None)
        return list(range(after, close + 1)) if close is not None else []
    named = list(takewhile(lambda t: t.upos == "PROPN" and t.text[:1].isupper(), tokens))
    return [t.i for t in named] if len(named) > 1 and named[0].deprel in _NAMING else []


def _top(analysis: Analysis, opening: Token, head: int) -> Token | None:
    """Give the head of the phrase that a word opens, where it hangs on the noun or on what the noun hangs on."""
    near = {head, analysis.tokens[head].head}
    token = opening
    while token.head not in near:
        if token.head == token.i or token.head < opening.i:
            return None
        token = analysis.tokens[token.head]
    return token if token.i >= opening.i and token.i != head else None


def _aims(analysis: Analysis, top: Token, head: int, after: int, grammar: Grammar) -> bool:
    """Tell whether a clause right behind a noun tells what it does: a law *banning* …, steps *to* …

    Whom somebody authorises *to* act is no thing with an aim.
    """
    clause = top.deprel == "acl" and top.head == head and top.upos in VERBAL
    if not clause or analysis.tokens[analysis.tokens[head].head].lemma in grammar.object_control:
        return False
    form, tense = top.feats.get("VerbForm"), top.feats.get("Tense")
    led_in = analysis.tokens[after].deprel == "mark" and form == "Inf"
    return led_in or (top.i == after and (form == "Ger" or tense == "Pres"))


def _describes(analysis: Analysis, token: Token, head: int, after: int) -> bool:
    """Tell whether a past participle behind the noun tells what kind it is: *décisions anticipées* en matière …"""
    past = token.upos in VERBAL and token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    acts = any(analysis.tokens[c].deprel in {"obl:agent", "nsubj"} for c in analysis.children(token.i))
    alone = len(analysis.subtree(token.i)) == 1
    return past and token.i == after and token.head == head and token.deprel == "acl" and not acts and not alone
