"""A sentence analysed: its words with Universal Dependencies labels, the same in every language."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import update_wrapper
from operator import attrgetter
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence, with Universal Dependencies labels; a root points at itself."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str

    @property
    def relation(self) -> str:
        """The relation without its subtype: `nsubj` for `nsubj:pass`."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence with its words; `start` and `end` in code points of the document's text."""

    language: str
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _firsts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _known: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(tuple(below) for below in children))
        object.__setattr__(self, "_firsts", tuple(_firsts(children)))

    @property
    def root(self) -> int:
        """The index of the word that heads the sentence."""
        return next(token.i for token in self.tokens if token.head == token.i)

    def children(self, i: int) -> tuple[int, ...]:
        """The words right below word `i`, in order."""
        return self._children[i]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Word `i` and all that hangs on it, in order."""
        if not self._children[i]:
            return (i,)
        key = ("subtree", i)
        if key not in self._known:
            found = [i]
            for index in found:
                found.extend(self._children[index])
            self._known[key] = tuple(sorted(found))
        below: tuple[int, ...] = self._known[key]
        return below

    def first(self, i: int) -> int:
        """The first word of all that hangs on word `i`, itself among them, without going through them."""
        return self._firsts[i]

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above word `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def span(self, i: int) -> tuple[int, int]:
        """Where word `i` with all that hangs on it starts and ends, in code points of the document's text."""
        below = self.subtree(i)
        return self.tokens[below[0]].start, self.tokens[below[-1]].end

    def within(self, start: int, end: int) -> list[Token]:
        """The words that touch the stretch from `start` up to `end` of the document's text."""
        first = bisect_right(self.tokens, start, key=_END)
        return list(self.tokens[first : bisect_left(self.tokens, end, lo=first, key=_START)])


def once_a_word(
    find: Callable[Concatenate[Analysis, int, P], T],
) -> Callable[Concatenate[Analysis, int, P], T]:
    """Let a function of a word find what it gives once, and remember it as long as the sentence lives.

    Many frames ask the same of one word. A sentence has one language and with it one grammar, so only options given by
    name tell two questions apart.
    """

    def found(analysis: Analysis, i: int, /, *args: P.args, **options: P.kwargs) -> T:
        key = (find, i, *options.items()) if options else (find, i)
        known = analysis._known
        if key not in known:
            known[key] = find(analysis, i, *args, **options)
        answer: T = known[key]
        return answer

    return update_wrapper(found, find)


def _firsts(children: list[list[int]]) -> list[int]:
    """Work out the first word below each, from the leaves up; words in a circle keep themselves."""
    below = {child for some in children for child in some}
    order = [i for i in range(len(children)) if i not in below]
    for i in order:
        order.extend(children[i])
    firsts = list(range(len(children)))
    for i in reversed(order):
        firsts[i] = min([i, *(firsts[child] for child in children[i])])
    return firsts


class Parser(Protocol):
    """Whatever analyses sentences of one language; each comes with its start in the document's text."""

    language: str

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Analysis]:
        """Analyse each sentence; as many analyses come back as sentences went in."""
        ...
