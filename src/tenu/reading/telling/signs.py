"""What a sentence shows that may tell whether it makes a claim: its words, who acts in it, what its frames found."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tenu.reading.analysis import Analysis, Token
from tenu.reading.frames.frame import Lexicon
from tenu.reading.frames.judge import Judge
from tenu.record import Kind

_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_LISTED = frozenset({"NOUN", "PROPN", "ADJ"})
_TELLING = ("Tense", "VerbForm", "Mood")
_BELOW = frozenset({"obj", "obl", "xcomp", "nsubj:pass"})
_FIRST = 3  # sentences at a document's head, each a sign of its own


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence stands in, and what was found in it: the `order`-th of `count`.

    The kinds of claims: those that its frames `tell`, those that they only `support`, those that they `nearly` tell,
    and those that sentences `before` it told. `mentions` are the kinds of names in it.
    """

    title: bool
    order: int
    count: int
    tell: Collection[Kind] = ()
    support: Collection[Kind] = ()
    nearly: Collection[Kind] = ()
    before: Collection[Kind] = ()
    mentions: Collection[str] = ()
    timed: bool = False
    counted: bool = False


def signs(analysis: Analysis, setting: Setting, lexicon: Lexicon, judge: Judge) -> frozenset[str]:
    """Give the signs of a sentence, each a few words such as `word adopter`, `frame decision`, `root sign`."""
    found = {*_of_setting(setting), *_of_words(analysis, lexicon)}
    for token in analysis.tokens:
        if token.upos == "VERB" or token.deprel == "root":
            found.update(_of_verb(analysis, token, judge))
    return frozenset(found)


def of_word(analysis: Analysis, i: int, judge: Judge) -> frozenset[str]:
    """Give the signs that one word shows: those by which a sentence's verbs are compared."""
    token = analysis.tokens[i]
    return frozenset({f"word {token.lemma.lower()}", *_of_verb(analysis, token, judge)})


def _of_setting(setting: Setting) -> Iterator[str]:
    yield "title" if setting.title else f"quarter {min(3, 4 * setting.order // max(setting.count, 1))}"
    if setting.order < _FIRST:
        yield f"sentence {setting.order}"
    yield from (f"frame {kind}" for kind in setting.tell)
    yield from (f"weak frame {kind}" for kind in setting.support)
    yield from (f"nearly {kind}" for kind in setting.nearly)
    yield from (f"before {kind}" for kind in setting.before)
    yield from (f"names {kind}" for kind in setting.mentions)
    if setting.timed:
        yield "time"
    if setting.counted:
        yield "amount"


def _of_words(analysis: Analysis, lexicon: Lexicon) -> Iterator[str]:
    lemmas = [token.lemma.lower() for token in analysis.tokens]
    yield from (f"pair {one} {next_}" for one, next_ in pairwise(lemmas))
    for token, lemma in zip(analysis.tokens, lemmas, strict=True):
        if token.upos in _CONTENT:
            yield f"word {lemma}"
        if token.upos in _LISTED:
            yield from (f"list {name}" for name in lexicon.lists_of(lemma))


def _of_verb(analysis: Analysis, token: Token, judge: Judge) -> Iterator[str]:
    lemma, below = token.lemma.lower(), [analysis.tokens[c] for c in analysis.children(token.i)]
    acts = any(child.deprel.startswith("nsubj") and judge.may_act(analysis, child.i) for child in below)
    if acts:
        yield from ("somebody acts", f"does {lemma}")
    for child in below:
        if child.deprel in _BELOW:
            yield f"does {lemma} {child.lemma.lower()}"
    if token.deprel == "root":
        yield from (f"root {lemma}", f"root {token.upos}")
        yield from (f"{name} {token.feats[name]}" for name in _TELLING if name in token.feats)
        yield from (f"helper {child.lemma}" for child in below if child.deprel.startswith("aux"))
        if acts:
            yield "somebody acts in the root"
