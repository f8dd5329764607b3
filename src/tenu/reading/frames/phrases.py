"""Noun phrases: the words that belong to a head and tell it apart, without the clauses that hang on it."""

from collections.abc import Iterator, Sequence

from tenu.reading.analysis import Analysis

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ"})
VERBAL = frozenset({"VERB", "AUX"})
_HANGS_ON = (
    "acl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "cop",
    "nsubj",
    "aux",
    "discourse",
    "vocative",
    "dislocated",
)
_LEADS_IN = frozenset({"case", "cc", "mark", "punct", "cc:preconj"})


def conjuncts(analysis: Analysis, head: int) -> Iterator[int]:
    """Give the head and every nominal head that is coordinated with it, in the order of the text.

    In a list of names (“A, B, C and D”) those that a parser takes for appositions stand in the list too.
    """
    shared = _noun_shared(analysis, head)
    if shared is not None:
        yield shared
        return
    yield head
    below = [c for c in analysis.children(head) if analysis.tokens[c].upos in NOMINAL]
    coordinated = [c for c in below if analysis.tokens[c].deprel.startswith("conj")]
    for child in below:
        token = analysis.tokens[child]
        listed = token.deprel == "appos" and token.upos == "PROPN" and any(child < c for c in coordinated)
        if child in coordinated or listed:
            yield from conjuncts(analysis, child)


def _noun_shared(analysis: Analysis, head: int) -> int | None:
    """Give the noun at the end of a list that tells its kinds: *security, economic, and humanitarian* assistance."""
    listed = [c for c in analysis.children(head) if analysis.tokens[c].deprel.startswith("conj")]
    if len(listed) < 2 or analysis.tokens[listed[-1]].upos != "NOUN":
        return None
    kinds = [head, *listed[:-1]]
    bare = all(analysis.tokens[k].feats.get("Number") != "Plur" and _is_bare(analysis, k) for k in kinds)
    return listed[-1] if bare and any(analysis.tokens[k].upos == "ADJ" for k in kinds) else None


def _is_bare(analysis: Analysis, i: int) -> bool:
    return all(analysis.tokens[c].deprel.startswith(("conj", "punct", "cc")) for c in analysis.children(i))


def members(analysis: Analysis, head: int, *, clauses: bool = False) -> list[int]:
    """Give the indices of the phrase around one head, without what it is coordinated with, without its preposition.

    Clauses and appositions that hang on the head stay out, unless `clauses` is set.
    """
    above = analysis.tokens[head].head
    found = [head]
    if analysis.tokens[head].deprel.startswith("conj") and _noun_shared(analysis, above) == head:
        found = list(range(analysis.first(above), head + 1))
    for child in analysis.children(head):
        token = analysis.tokens[child]
        relation = token.deprel
        if relation.startswith(("conj", "appos")) or (not clauses and relation.startswith(_HANGS_ON)):
            continue
        if relation in _LEADS_IN and child < head:
            continue
        found.extend(analysis.subtree(child))
    return _unbroken(sorted(set(found)), head, analysis)


def _unbroken(indices: list[int], head: int, analysis: Analysis) -> list[int]:
    """Keep the run of neighbours that holds the head, trimmed of punctuation and conjunctions at its edges."""
    place = indices.index(head)
    first = last = place
    while first > 0 and indices[first - 1] == indices[first] - 1:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] == indices[last] + 1:
        last += 1
    run = indices[first : last + 1]
    while run[-1] != head and analysis.tokens[run[-1]].upos in {"PUNCT", "CCONJ", "ADP"}:
        run.pop()
    while run[0] != head and analysis.tokens[run[0]].upos in {"PUNCT", "CCONJ", "ADP"}:
        run.pop(0)
    return run


def without_determiner(analysis: Analysis, indices: Sequence[int]) -> list[int]:
    """Leave out the articles and demonstratives that open a phrase."""
    kept = list(indices)
    while len(kept) > 1 and analysis.tokens[kept[0]].upos == "DET":
        kept.pop(0)
    return kept


def bounds(analysis: Analysis, indices: Sequence[int]) -> tuple[int, int]:
    """Give the start and end of a run of tokens, in code points of the document."""
    return analysis.tokens[indices[0]].start, analysis.tokens[indices[-1]].end
