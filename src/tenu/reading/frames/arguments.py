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
    where: frozenset[str] = frozenset()  # what opens a clause about a place: où, where
    dative: frozenset[str] = frozenset()  # prepositions that lead in the one who receives: à, to, for
    examples: frozenset[str] = frozenset()  # what leads in some of a group: dont, including
    degree: frozenset[str] = frozenset()  # words before a number that look like prepositions: around, up to, jusqu'à
    reflexive: frozenset[str] = frozenset()  # lemmas of the pronoun in se réunir
    modal: frozenset[str] = frozenset()  # verbs that take an infinitive and no object of their own: aller, pouvoir
    hulls: frozenset[str] = frozenset()  # nouns and adverbs that only count or cut: series, partie, plus
    unaccusative: frozenset[str] = frozenset()  # verbs whose perfect looks like a passive: convenir, arriver


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads that play a part: token indices, coordinated heads each for themselves."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    oblique: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    content: int | None = None


_CONTENT = frozenset({"xcomp", "ccomp", "csubj"})


def arguments(analysis: Analysis, i: int, grammar: Grammar, *, reflexive: bool = False) -> Arguments:
    """Give the arguments of the verb, adjective or noun at index `i`; a `reflexive` verb (*se réunir*) has no passive."""
    if analysis.tokens[i].upos in VERBAL or analysis.tokens[i].upos == "ADJ" or _is_participle(analysis.tokens[i]):
        return _of_verb(analysis, i, grammar, reflexive)
    return _of_noun(analysis, i, grammar)


def preposition(analysis: Analysis, i: int, grammar: Grammar) -> str:
    """Give the preposition that leads in the phrase of token `i`, in its plain form, or an empty string.

    Where none hangs on the head itself, the one that opens its phrase counts: “with | the governor Asa Hutchinson”.
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


def _led_in(analysis: Analysis, i: int, grammar: Grammar) -> tuple[str, int]:
    """Give the preposition of a phrase and its head, looking through *en faveur de*, *à l'intention de* and the like."""
    word = preposition(analysis, i, grammar)
    for child in analysis.children(i):
        inner = preposition(analysis, child, grammar)
        if child > i and inner in grammar.genitive and analysis.tokens[child].deprel.startswith(("nmod", "obl")):
            words = [t.text.lower().replace("’", "'") for t in analysis.tokens[_first(analysis, i) : i + 1]]
            joined = f"{' '.join(words).replace(chr(39) + ' ', chr(39))} {inner}"
            if joined in grammar.prepositions:
                return grammar.prepositions[joined], child
    return word, i


def _first(analysis: Analysis, i: int) -> int:
    return min((c for c in analysis.children(i) if c < i), default=i)


def examples(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Give the heads named as some of a group: *several Allies, including* Canada *and* Spain."""
    found = []
    for child in analysis.children(i):
        if child > i and any(
            analysis.tokens[c].text.lower() in grammar.examples for c in analysis.children(child) if c < child
        ):
            found.extend(conjuncts(analysis, child))
    return found


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") in {"Part", "Inf", "Ger"}


def _is_passive(analysis: Analysis, i: int) -> bool:
    for child in analysis.children(i):
        if analysis.tokens[child].deprel in {"aux:pass", "nsubj:pass", "csubj:pass", "expl:pass", "obl:agent"}:
            return True
    return False


def _of_verb(analysis: Analysis, i: int, grammar: Grammar, reflexive: bool = False) -> Arguments:
    passive = _is_passive(analysis, i) and not reflexive and analysis.tokens[i].lemma not in grammar.unaccusative
    passive = passive and not _of_adjective(analysis, i)
    found = _Found()
    for child in analysis.children(i):
        _place_child(found, analysis, child, grammar, passive)
    _add_antecedent(analysis, i, grammar, found)
    if not found.object:
        found.object = _object_above(analysis, i, grammar)
    if not found.object and not found.oblique and found.content is None:
        found.object = _object_of_next(analysis, i)
    if found.content is None and analysis.tokens[i].lemma in grammar.object_control:
        found.content = _asked_for(analysis, i)
    if not found.subject:
        found.subject = _subject_from_above(analysis, i, grammar, passive)
    return found.spread(analysis, grammar)


@dataclass(slots=True)
class _Found:
    """Heads on their way to become arguments."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    oblique: dict[str, list[int]] = field(default_factory=dict)
    content: int | None = None

    def spread(self, analysis: Analysis, grammar: Grammar) -> Arguments:
        """Take coordinated heads one by one, and for relative pronouns what they stand for."""
        return Arguments(
            _spread(analysis, self.subject, grammar),
            _spread(analysis, self.object, grammar),
            _spread(analysis, self.indirect, grammar),
            {word: _spread(analysis, heads, grammar) for word, heads in self.oblique.items()},
            self.content,
        )


def _place_child(found: _Found, analysis: Analysis, child: int, grammar: Grammar, passive: bool) -> None:
    """Put one dependent of a verb where it belongs."""
    token = analysis.tokens[child]
    relation = token.deprel
    if relation.startswith("nsubj"):
        (found.object if passive else found.subject).append(child)
    elif relation == "obl:agent" or (relation == "compound" and token.upos == "PROPN" and child < token.head):
        found.subject.append(child)  # “Norway chairs” is often taken for a compound
    elif relation == "iobj":
        found.indirect.append(child)
    elif relation.startswith("obj") or (relation == "xcomp" and token.upos in {"NOUN", "PROPN"}):
        found.object.append(child)
    elif relation.startswith(("obl", "nmod")):
        word, child = _led_in(analysis, child, grammar)
        if word in grammar.agent and passive and token.upos in NOMINAL:
            found.subject.append(child)
        elif word in grammar.degree and _is_counted(analysis, child):
            found.object.append(child)
        else:
            found.oblique.setdefault(word, []).append(child)
    elif found.content is None and (
        relation in _CONTENT or (relation == "advcl" and _of_adjective(analysis, token.head))
    ):
        found.content = child


def _object_above(analysis: Analysis, i: int, grammar: Grammar) -> list[int]:
    """Take back the object of an infinitive that hangs on *aller*, *pouvoir* … above it, which have none of their own."""
    token = analysis.tokens[i]
    if not token.deprel.startswith("xcomp") or analysis.tokens[token.head].lemma not in grammar.modal:
        return []
    return [c for c in analysis.children(token.head) if c > i and analysis.tokens[c].deprel == "obj"]


def _asked_for(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive of *asked the council to draw up*, where it hangs beside or on the object."""
    objects = [c for c in analysis.children(i) if analysis.tokens[c].deprel in {"obj", "iobj", "nsubj:pass", "obl:arg"}]
    for anchor in (i, *objects):
        for child in analysis.children(anchor):
            token = analysis.tokens[child]
            if child > i and token.deprel in {"advcl", "acl"} and token.feats.get("VerbForm") == "Inf":
                return child
    return None


def _object_of_next(analysis: Analysis, i: int) -> list[int]:
    """Find the object that a verb shares with the one coordinated to it: *intensifier et pérenniser* le soutien."""
    for child in analysis.children(i):
        token = analysis.tokens[child]
        if token.deprel.startswith("conj") and token.upos in VERBAL and child - i <= _DEEPEST:
            return [c for c in analysis.children(child) if analysis.tokens[c].deprel == "obj" and c > child]
    return []


def _of_adjective(analysis: Analysis, i: int) -> bool:
    """Tell whether an infinitive below this word says what it is ready for: *committed, able, prêt* to …"""
    return analysis.tokens[i].upos == "ADJ" or any(analysis.tokens[c].deprel == "cop" for c in analysis.children(i))


def _is_counted(analysis: Analysis, i: int) -> bool:
    token = analysis.tokens[i]
    return token.upos in {"NUM", "SYM"} or any(analysis.tokens[c].deprel == "nummod" for c in analysis.children(i))


def _add_antecedent(analysis: Analysis, i: int, grammar: Grammar, found: _Found) -> None:
    """Give the noun that a participle or a relative clause without its pronoun describes its place in that clause."""
    token = analysis.tokens[i]
    if not token.deprel.startswith("acl") or analysis.tokens[token.head].upos not in NOMINAL:
        return
    form, tense = token.feats.get("VerbForm"), token.feats.get("Tense")
    if token.deprel == "acl:relcl" and form != "Part":
        own = [s for s in found.subject if analysis.tokens[s].text.lower() not in grammar.relative]
        if own and not found.object:
            found.object.append(token.head)
    elif _is_past(token):
        if not found.object:
            found.object.append(token.head)
    elif (form == "Ger" or tense == "Pres") and not found.subject:
        found.subject.append(token.head)


def _subject_from_above(analysis: Analysis, i: int, grammar: Grammar, passive: bool) -> list[int]:
    """Find the subject that a coordination, an infinitive or a participle leaves to the verb above it."""
    for _ in range(_DEEPEST):
        token = analysis.tokens[i]
        relation, head = token.deprel, token.head
        if head == i:
            return []
        above = analysis.tokens[head]
        if above.upos not in VERBAL and not _is_participle(above) and not relation.startswith("conj"):
            return (
                _subject_of_noun(analysis, head, grammar) if relation.startswith("acl") and not _is_past(token) else []
            )
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


def _is_past(token: Token) -> bool:
    """Tell whether a participle is passive: who owns the noun that it describes has not done what it tells."""
    return token.feats.get("VerbForm") == "Part" and (
        token.feats.get("Tense") == "Past" or token.feats.get("Voice") == "Pass"
    )


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
    found = _Found()
    for child in analysis.children(i):
        token = analysis.tokens[child]
        if _owns(token):
            found.subject.append(child)
        elif token.deprel.startswith(("nmod", "obl")):
            word, child = _led_in(analysis, child, grammar)
            if word in grammar.agent:
                found.subject.append(child)
            else:
                found.oblique.setdefault(word, []).append(child)
        elif token.deprel == "acl" and token.upos in VERBAL and found.content is None:
            found.content = child
    if found.content is None:
        found.content = _content_of_governor(analysis, i) or _content_behind(analysis, i)
    return found.spread(analysis, grammar)


def _owns(token: Token) -> bool:
    """Tell whether a dependent of a noun is its owner, or, where the noun is a predicate, its subject."""
    possessive = token.deprel in {"nmod:poss", "det:poss"} or token.feats.get("Poss") == "Yes"
    return possessive or (token.deprel == "nsubj" and token.upos in NOMINAL)


def _content_of_governor(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive of “reaffirmed its commitment to support …” where it hangs on the verb, not on the noun."""
    token = analysis.tokens[i]
    if token.deprel != "obj" or token.head == i:
        return None
    after = [c for c in analysis.children(token.head) if c > i and analysis.tokens[c].deprel in {"xcomp", "advcl"}]
    return next((c for c in after if analysis.tokens[c].feats.get("VerbForm") in {"Inf", "Ger"}), None)


def _content_behind(analysis: Analysis, i: int) -> int | None:
    """Find the infinitive right behind a noun and its phrases, whatever the parser hung it on: *efforts by Norway to*."""
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


def _spread(analysis: Analysis, heads: list[int], grammar: Grammar) -> tuple[int, ...]:
    """Take coordinated heads one by one, and put for a relative pronoun the noun that it stands for."""
    found: list[int] = []
    for head in heads:
        for one in conjuncts(analysis, _antecedent(analysis, head, grammar)):
            inner = _in_hull(analysis, one, grammar)
            if inner not in found:
                found.append(inner)
    return tuple(found)


def _in_hull(analysis: Analysis, i: int, grammar: Grammar) -> int:
    """Look through words that only count or cut: a *series* of talks, *plus de* 1400 tonnes, *une partie* des fonds."""
    token = analysis.tokens[i]
    if token.lemma.lower() not in grammar.hulls:
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
    """Give the head of the phrase that ends right before a relative pronoun, comma aside; the pronoun where none does."""
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
