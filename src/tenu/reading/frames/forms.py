"""What a word's form tells: whether it is a verb, a passive, a predicate."""

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.phrases import VERBAL

NON_FINITE = frozenset({"Part", "Inf", "Ger"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "expl:pass", "obl:agent"})


def is_verb(token: Token) -> bool:
    """Tell whether a word is a verb in any form, participles that are tagged otherwise among them."""
    return token.upos in VERBAL or token.feats.get("VerbForm") in NON_FINITE


def is_past_participle(token: Token) -> bool:
    """Tell whether a participle is passive: who owns the noun that it describes has not done what it tells."""
    past = token.feats.get("Tense") == "Past" or token.feats.get("Voice") == "Pass"
    return past and token.feats.get("VerbForm") == "Part"


def is_passive(analysis: Analysis, i: int) -> bool:
    """Tell whether a verb stands in the passive, by what hangs on it."""
    return any(analysis.tokens[child].deprel in _PASSIVE for child in analysis.children(i))


def is_adjective(analysis: Analysis, i: int) -> bool:
    """Tell whether an infinitive below this word says what it is ready for: *committed, able, prêt* to …"""
    return analysis.tokens[i].upos == "ADJ" or any(analysis.tokens[c].deprel == "cop" for c in analysis.children(i))


def is_counted(analysis: Analysis, i: int) -> bool:
    """Tell whether a head is a number or has one."""
    token = analysis.tokens[i]
    return token.upos in {"NUM", "SYM"} or any(analysis.tokens[c].deprel == "nummod" for c in analysis.children(i))
