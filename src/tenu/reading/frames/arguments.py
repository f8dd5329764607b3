"""Who does what to whom: the logical arguments of a verb or a noun, from Universal Dependencies.

The passive is undone (`nsubj:pass` is the object, `obl:agent` the subject), relative pronouns are replaced by what
they stand for, and subjects that are left out are looked for where the grammar puts them: before a coordination,
above an infinitive or a participle, on the noun that a participle describes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenu.reading.analysis import Analysis, Token, once_a_word
from tenu.reading.frames.forms import is_adjective, is_counted, is_passive, is_past_participle, is_verb
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.heads import spread
from tenu.reading.frames.misplaced import (
    asked_for,
    content_behind,
    content_of_governor,
    object_above,
    object_behind_receiver,
    object_of_next,
)
from tenu.reading.frames.phrases import NOMINAL, VERBAL
from tenu.reading.frames.prepositions import led_in, preposition
from tenu.reading.frames.subjects import is_bestowed, subject_from_above

_CONTENT = frozenset({"xcomp", "ccomp", "csubj"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads that play a part: token indices, coordinated heads each for themselves."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    oblique: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    content: int | None = None


@once_a_word
def arguments(analysis: Analysis, i: int, grammar: Grammar, *, reflexive: bool = False) -> Arguments:
    """Give the arguments of the verb, adjective or noun at index `i`; a `reflexive` verb has no passive."""
    token = analysis.tokens[i]
    if is_verb(token) or token.upos == "ADJ":
        return _of_verb(analysis, i, grammar, reflexive)
    return _of_noun(analysis, i, grammar)


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
            spread(analysis, self.subject, grammar),
            spread(analysis, self.object, grammar),
            spread(analysis, self.indirect, grammar),
            {word: spread(analysis, heads, grammar) for word, heads in self.oblique.items()},
            self.content,
        )


def _of_verb(analysis: Analysis, i: int, grammar: Grammar, reflexive: bool = False) -> Arguments:
    passive = is_passive(analysis, i) and not reflexive and analysis.tokens[i].lemma not in grammar.unaccusative
    passive = passive and not is_adjective(analysis, i)
    found = _Found()
    for child in analysis.children(i):
        _place_child(found, analysis, child, grammar, passive)
    _tell_receiver(found, analysis)
    _add_antecedent(analysis, i, grammar, found)
    if not found.object:
        found.object = object_above(analysis, i, grammar) or object_behind_receiver(analysis, i, grammar)
    if not found.object and not found.oblique and found.content is None:
        found.object = object_of_next(analysis, i)
    if found.content is None and analysis.tokens[i].lemma in grammar.object_control:
        found.content = asked_for(analysis, i)
    if not found.subject:
        found.subject = subject_from_above(analysis, i, grammar, passive)
    if is_bestowed(analysis, i, grammar):
        _turn_round(found, analysis, grammar)
    return found.spread(analysis, grammar)


def _turn_round(found: _Found, analysis: Analysis, grammar: Grammar) -> None:
    """Make the receiver of one who is seen to be given something: she *s’est vu décerner* a prize *by* the jury."""
    givers = [i for i in found.subject if analysis.tokens[i].deprel == "obl:agent"]
    found.indirect.extend(i for i in found.subject if i not in givers)
    found.subject = givers + [i for word in grammar.agent for i in found.oblique.pop(word, ())]


def _tell_receiver(found: _Found, analysis: Analysis) -> None:
    """Of two objects the first, a name, is who receives the second: *sending* Peru *equipment*."""
    if len(found.object) == 2 and not found.indirect:
        first, second = (analysis.tokens[head] for head in found.object)
        if first.i < second.i and first.upos == "PROPN" and first.deprel == second.deprel == "obj":
            found.indirect.append(found.object.pop(0))


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
    elif (relation.startswith("obj") and not _is_led_in(analysis, child, grammar)) or (
        relation == "xcomp" and token.upos in {"NOUN", "PROPN"}
    ):
        found.object.append(child)
    elif relation.startswith(("obl", "nmod", "obj")):
        word, child = led_in(analysis, child, grammar)
        if word in grammar.agent and passive and token.upos in NOMINAL:
            found.subject.append(child)
        elif word in grammar.degree and is_counted(analysis, child):
            found.object.append(child)
        else:
            found.oblique.setdefault(word, []).append(child)
    elif found.content is None and (
        relation in _CONTENT or (relation == "advcl" and _leads_to(analysis, token, grammar))
    ):
        found.content = child


def _is_led_in(analysis: Analysis, i: int, grammar: Grammar) -> bool:
    """Tell whether a preposition opens an object after all: “spoke with | Governor Asa Lind”, but not *du*."""
    first = analysis.tokens[analysis.first(i)]
    return bool(preposition(analysis, i, grammar)) and first.text.lower() not in {*grammar.partitive, *grammar.degree}


def _leads_to(analysis: Analysis, clause: Token, grammar: Grammar) -> bool:
    """Tell whether an infinitive beside an adjective or a verb of striving is its content: *works tirelessly to* …"""
    if is_adjective(analysis, clause.head):
        return True
    return clause.feats.get("VerbForm") == "Inf" and analysis.tokens[clause.head].lemma in grammar.striving


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
    elif is_past_participle(token):
        if not found.object:
            found.object.append(token.head)
    elif (form == "Ger" or tense == "Pres") and not found.subject:
        found.subject.append(token.head)


def _of_noun(analysis: Analysis, i: int, grammar: Grammar) -> Arguments:
    """Give the arguments of a noun: its possessor is the subject, the rest stands under its preposition."""
    found = _Found()
    for child in analysis.children(i):
        token = analysis.tokens[child]
        if _owns(token):
            found.subject.append(child)
        elif token.deprel.startswith(("nmod", "obl")):
            word, child = led_in(analysis, child, grammar)
            if word in grammar.agent:
                found.subject.append(child)
            else:
                found.oblique.setdefault(word, []).append(child)
        elif token.deprel == "acl" and token.upos in VERBAL and found.content is None:
            found.content = child
    if found.content is None:
        found.content = content_of_governor(analysis, i) or content_behind(analysis, i)
    return found.spread(analysis, grammar)


def _owns(token: Token) -> bool:
    """Tell whether a dependent of a noun is its owner, or, where the noun is a predicate, its subject."""
    possessive = token.deprel in {"nmod:poss", "det:poss"} or token.feats.get("Poss") == "Yes"
    return possessive or (token.deprel == "nsubj" and token.upos in NOMINAL)
