"""Who does what to whom: the logical arguments of a verb or a noun, from Universal Dependencies.

The passive is undone (`nsubj:pass` is the object, `obl:agent` the subject), relative pronouns are replaced by what
they stand for, and subjects that are left out are looked for where the grammar puts them: before a coordination,
above an infinitive or a participle, on the noun that a participle describes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.phrases import NOMINAL, VERBAL, conjuncts

_DEEPEST = 8  # how many heads are climbed in search of a subject


@dataclass(frozen=True, slots=True)
class Grammar:
    """The few words of a language that the search for arguments has to know."""

    prepositions: Mapping[str, str] = field(default_factory=dict)  # forms that stand for another: au → à
    agent: frozenset[str] = frozenset()  # prepositions that lead in the one who acts: par, by
    genitive: frozenset[str] = frozenset()  # de, of
    object_control: frozenset[str] = frozenset()  # verbs whose object does what the infinitive says: inviter, ask
    relative: frozenset[str] = frozenset()  # relative pronouns
    locative: frozenset[str] = frozenset()  # prepositions of place
    dative: frozenset[str] = frozenset()  # prepositions that lead in the one who receives: à, to, for
    examples: frozenset[str] = frozenset()  # what leads in some of a group: dont, including
    degree: frozenset[str] = frozenset()  # words before a number that look like prepositions: around, up to, jusqu'à
    unaccusative: frozenset[str] = frozenset()  # verbs whose perfect looks like a passive: convenir, arriver


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads that play a part: token indices, coordinated heads each for themselves."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    oblique: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    content: int | None = None
    passive: bool = False


def arguments(analysis: Analysis, i: int, grammar: Grammar) -> Arguments:
    """Give the arguments of the verb or noun at index `i`."""
    if analysis.tokens[i].upos in VERBAL or analysis.tokens[i].upos == "ADJ" or _is_participle(analysis.tokens[i]):
        return _of_verb(analysis, i, grammar)
    return _of_noun(analysis, i, grammar)


def preposition(analysis: Analysis, i: int, grammar: Grammar) -> str:
    """Give the preposition that leads in the phrase of token `i`, in its plain form, or an empty string.

    Where none hangs on the head itself, the one that opens its phrase counts: “with | Arkansas Governor Asa Hutchinson”.
    """
    cases = [c for c in analysis.children(i) if analysis.tokens[c].deprel == "case" and c < i]
    if not cases:
        first = analysis.subtree(i)[0]
        if first < i and analysis.tokens[first].deprel == "case":
            cases = [first]
    words = []
    for case in cases:
        fixed = [c for c in analysis.children(case) if analysis.tokens[c].deprel == "fixed"]
        words += [analysis.tokens[c].text.lower().replace("’", "'") for c in (case, *fixed)]
    joined = " ".join(words)
    return grammar.prepositions.get(joined, joined)


def examples(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Give the heads named as some of a group: *several Allies, including* Canada *and* Spain."""
    found = []
    for child in analysis.children(i):
        if child > i and any(analysis.tokens[c].text.lower() in grammar.examples for c in analysis.children(child) if c < child):
            found.extend(conjuncts(analysis, child))
    return found


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") in {"Part", "Inf", "Ger"}


def _is_passive(analysis: Analysis, i: int) -> bool:
    for child in analysis.children(i):
        if analysis.tokens[child].deprel in {"aux:pass", "nsubj:pass", "csubj:pass", "expl:pass", "obl:agent"}:
            return True
    return False


def _of_verb(analysis: Analysis, i: int, grammar: Grammar) -> Arguments:
    passive = _is_passive(analysis, i) and analysis.tokens[i].lemma not in grammar.unaccusative
    subject: list[int] = []
    object_: list[int] = []
    indirect: list[int] = []
    oblique: dict[str, list[int]] = {}
    content = None
    for child in analysis.children(i):
        token = analysis.tokens[child]
        relation = token.deprel
        if relation.startswith("nsubj"):
            (object_ if passive and _has_pass_aux(analysis, i) or passive and relation == "nsubj:pass" else subject).append(child)
        elif relation in {"obj", "obj:agent"} or (relation == "xcomp" and token.upos in {"NOUN", "PROPN"}):
            object_.append(child)
        elif relation == "obl:agent":
            subject.append(child)
        elif relation == "iobj" or relation == "obj:lvc":
            indirect.append(child) if relation == "iobj" else object_.append(child)
        elif relation.startswith(("obl", "nmod")):
            word = preposition(analysis, child, grammar)
            if word in grammar.agent and passive and token.upos in NOMINAL:
                subject.append(child)
            elif word in grammar.degree and _is_counted(analysis, child):
                object_.append(child)
            else:
                oblique.setdefault(word, []).append(child)
        elif content is None and (relation in {"xcomp", "ccomp", "csubj"} or (relation == "advcl" and _of_adjective(analysis, i))):
            content = child
    _add_antecedent(analysis, i, grammar, passive, subject, object_, oblique)
    if not subject:
        subject = _subject_from_above(analysis, i, grammar, passive)
    return Arguments(
        _spread(analysis, subject, grammar),
        _spread(analysis, object_, grammar),
        _spread(analysis, indirect, grammar),
        {word: _spread(analysis, heads, grammar) for word, heads in oblique.items()},
        content,
        passive,
    )


def _of_adjective(analysis: Analysis, i: int) -> bool:
    """Tell whether an infinitive below this word says what it is ready for: *committed, able, prêt* to …"""
    return analysis.tokens[i].upos == "ADJ" or any(analysis.tokens[c].deprel == "cop" for c in analysis.children(i))


def _is_counted(analysis: Analysis, i: int) -> bool:
    token = analysis.tokens[i]
    return token.upos in {"NUM", "SYM"} or any(analysis.tokens[c].deprel == "nummod" for c in analysis.children(i))


def _has_pass_aux(analysis: Analysis, i: int) -> bool:
    return any(analysis.tokens[c].deprel == "aux:pass" for c in analysis.children(i))


def _add_antecedent(
    analysis: Analysis,
    i: int,
    grammar: Grammar,
    passive: bool,
    subject: list[int],
    object_: list[int],
    oblique: dict[str, list[int]],
) -> None:
    """Give the noun that a participle or a relative clause without its pronoun describes its place in that clause."""
    token = analysis.tokens[i]
    relation, head = token.deprel, token.head
    if not relation.startswith("acl") or analysis.tokens[head].upos not in NOMINAL:
        return
    form, tense = token.feats.get("VerbForm"), token.feats.get("Tense")
    if relation == "acl:relcl" and form != "Part":
        if subject and not object_ and not any(analysis.tokens[s].text.lower() in grammar.relative for s in subject):
            object_.append(head)
    elif form in {"Part", "Ger"} or relation == "acl":
        if tense == "Past" or token.feats.get("Voice") == "Pass":
            if not object_:
                object_.append(head)
        elif (form == "Ger" or tense == "Pres") and not subject:
            subject.append(head)


def _subject_from_above(analysis: Analysis, i: int, grammar: Grammar, passive: bool) -> list[int]:
    """Find the subject that a coordination, an infinitive or a participle leaves to the verb above it."""
    for _ in range(_DEEPEST):
        token = analysis.tokens[i]
        relation, head = token.deprel, token.head
        if head == i:
            return []
        above = analysis.tokens[head]
        if above.upos not in VERBAL and not _is_participle(above) and not relation.startswith("conj"):
            return _subject_of_noun(analysis, head, grammar) if relation.startswith("acl") else []
        if not relation.startswith(("conj", "xcomp", "advcl", "ccomp", "parataxis")):
            return []
        if relation.startswith(("parataxis", "ccomp")) and token.feats.get("VerbForm") == "Fin":
            return []
        if relation.startswith("xcomp") and above.lemma in grammar.object_control:
            objects = [c for c in analysis.children(head) if analysis.tokens[c].deprel in {"obj", "iobj", "nsubj:pass"}]
            if objects:
                return objects
        found = [
            c
            for c in analysis.children(head)
            if analysis.tokens[c].deprel in ({"nsubj", "obl:agent", "nsubj:pass"} if not passive else {"obl:agent"})
            and (analysis.tokens[c].deprel != "nsubj:pass" or relation.startswith(("xcomp", "advcl")))
        ]
        if found:
            return found
        i = head
    return []


def _subject_of_noun(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Find who stands behind a noun such as *commitment* or *décision*: its possessor, or the subject of its verb."""
    owner = [c for c in analysis.children(i) if analysis.tokens[c].deprel in {"nmod:poss", "det:poss"}]
    owner += [
        c
        for c in analysis.children(i)
        if analysis.tokens[c].deprel == "nmod" and preposition(analysis, c, grammar) in grammar.genitive
    ]
    if owner:
        return owner[:1]
    token = analysis.tokens[i]
    if token.deprel in {"obj", "obl", "obl:arg", "obl:mod"} and analysis.tokens[token.head].upos in VERBAL:
        return list(_of_verb(analysis, token.head, grammar).subject)
    return []


def _of_noun(analysis: Analysis, i: int, grammar: Grammar) -> Arguments:
    """Give the arguments of a noun: its possessor is the subject, the rest stands under its preposition."""
    subject: list[int] = []
    oblique: dict[str, list[int]] = {}
    content = None
    for child in analysis.children(i):
        token = analysis.tokens[child]
        if token.deprel in {"nmod:poss", "det:poss"} or token.feats.get("Poss") == "Yes":
            subject.append(child)
        elif token.deprel == "nsubj" and token.upos in NOMINAL:  # a noun as predicate: *are* in need of, *is* host to
            subject.append(child)
        elif token.deprel.startswith(("nmod", "obl")):
            word = preposition(analysis, child, grammar)
            if word in grammar.agent:
                subject.append(child)
            else:
                oblique.setdefault(word, []).append(child)
        elif token.deprel == "acl" and token.upos in VERBAL and content is None:
            content = child
    if content is None:
        content = _content_of_governor(analysis, i)
    return Arguments(
        subject=_spread(analysis, subject, grammar),
        oblique={word: _spread(analysis, heads, grammar) for word, heads in oblique.items()},
        content=content,
    )


def _content_of_governor(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive of “reaffirmed its commitment to support …” where it hangs on the verb, not on the noun."""
    token = analysis.tokens[i]
    if token.deprel != "obj" or token.head == i:
        return None
    after = [c for c in analysis.children(token.head) if c > i and analysis.tokens[c].deprel in {"xcomp", "advcl"}]
    return next((c for c in after if analysis.tokens[c].feats.get("VerbForm") in {"Inf", "Ger"}), None)


def _spread(analysis: Analysis, heads: list[int], grammar: Grammar) -> tuple[int, ...]:
    """Take coordinated heads one by one, and put for a relative pronoun the noun that it stands for."""
    found: list[int] = []
    for head in heads:
        for one in conjuncts(analysis, _antecedent(analysis, head, grammar)):
            if one not in found:
                found.append(one)
    return tuple(found)


def _antecedent(analysis: Analysis, i: int, grammar: Grammar) -> int:
    token = analysis.tokens[i]
    if token.upos != "PRON" or token.text.lower() not in grammar.relative:
        return i
    above = token.head
    for _ in range(_DEEPEST):
        relation, head = analysis.tokens[above].deprel, analysis.tokens[above].head
        if relation == "acl:relcl" or (relation == "acl" and analysis.tokens[head].upos in NOMINAL):
            return head
        if head == above:
            return i
        above = head
    return i
