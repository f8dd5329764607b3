"""Subjects that are left out: a coordination, an infinitive or a participle leaves them to the word above."""

from tenu.reading.analysis import Analysis
from tenu.reading.frames.forms import is_past_participle, is_verb
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.frames.prepositions import preposition

_DEEPEST = 8  # how many heads are climbed
_SHARING = ("conj", "xcomp", "advcl", "ccomp", "parataxis")
_OWNING = frozenset({"nmod:poss", "det:poss"})


def subject_from_above(analysis: Analysis, i: int, grammar: Grammar, passive: bool) -> list[int]:
    """Find the subject that a verb shares with the one above it, or with the noun that it describes."""
    for _ in range(_DEEPEST):
        token = analysis.tokens[i]
        relation, head = token.deprel, token.head
        if head == i:
            return []
        above = analysis.tokens[head]
        if not is_verb(above) and not relation.startswith("conj"):
            owned = relation.startswith("acl") and not is_past_participle(token)
            return _behind_noun(analysis, head, grammar) if owned else []
        alone = relation.startswith(("parataxis", "ccomp")) and token.feats.get("VerbForm") == "Fin"
        if alone or not relation.startswith(_SHARING):
            return []
        if relation.startswith("conj") and _continues_main(analysis, i, head):
            head = above.head
        found = _controlling(analysis, head, relation, grammar) or _subjects_of(analysis, head, relation, passive)
        if found:
            return found
        i = head
    return []


def _continues_main(analysis: Analysis, i: int, first: int) -> bool:
    """Tell whether a verb goes on with the main clause: *declared* that an emergency exists and *ordered* help."""
    token, inner = analysis.tokens[i], analysis.tokens[first]
    outer = analysis.tokens[inner.head]
    tenses = [one.feats.get("Tense") for one in (token, inner, outer)]
    finite = all(one.feats.get("VerbForm") == "Fin" for one in (token, inner, outer))
    return finite and inner.deprel.startswith("ccomp") and tenses[0] == tenses[2] != tenses[1]


def is_bestowed(analysis: Analysis, i: int, grammar: Grammar) -> bool:
    """Tell whether an infinitive hangs on *se voir*: its subject is given what it says."""
    token = analysis.tokens[i]
    if token.feats.get("VerbForm") != "Inf":
        return False
    seen = [token.head] if token.deprel.startswith("xcomp") else []
    seen += [c for c in analysis.children(i) if analysis.tokens[c].deprel == "aux:caus"]
    verbs = [v for v in seen if analysis.tokens[v].lemma in grammar.bestowing]
    around = [c for v in (*verbs, i) for c in analysis.children(v)]
    return bool(verbs) and any(analysis.tokens[c].lemma in grammar.reflexive for c in around)


def _controlling(analysis: Analysis, verb: int, relation: str, grammar: Grammar) -> list[int]:
    """Give the object that does what the infinitive says: invited *the minister* to speak."""
    if not relation.startswith("xcomp") or analysis.tokens[verb].lemma not in grammar.object_control:
        return []
    children = [c for c in analysis.children(verb) if analysis.tokens[c].lemma not in grammar.reflexive]
    return [c for c in children if analysis.tokens[c].deprel in {"obj", "iobj", "nsubj:pass"}]


def _subjects_of(analysis: Analysis, verb: int, relation: str, passive: bool) -> list[int]:
    wanted = {"obl:agent"} if passive else {"nsubj", "obl:agent"}
    if not passive and relation.startswith(("xcomp", "advcl")):
        wanted.add("nsubj:pass")
    return [c for c in analysis.children(verb) if analysis.tokens[c].deprel in wanted]


def _behind_noun(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Find who stands behind a noun such as *commitment* or *décision*: its possessor, or the subject of its verb."""
    children = analysis.children(i)
    owner = [c for c in children if analysis.tokens[c].deprel in _OWNING]
    owner += [
        c
        for c in children
        if analysis.tokens[c].deprel == "nmod" and preposition(analysis, c, grammar) in grammar.genitive
    ]
    token = analysis.tokens[i]
    if not owner and token.upos == "NOUN":  # “the EU decision to lift …”
        beside = [analysis.tokens[c] for c in children if c < i and analysis.tokens[c].deprel == "compound"]
        owner = [one.i for one in beside if one.upos == "PROPN"]
    if owner or token.head == i or not token.deprel.startswith(("obj", "obl")):
        return owner[:1]
    verb = token.head
    if analysis.tokens[verb].upos not in VERBAL:
        return []
    return _subjects_of(analysis, verb, "", passive=False) or subject_from_above(analysis, verb, grammar, passive=False)
