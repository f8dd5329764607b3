"""A sentence while it is being settled: what the model proposed, open to correction."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Draft:
    """Words with the labels proposed for them, one list a label; `feats` as UD writes them, a root's head is itself."""

    forms: list[str]
    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    lemmas: list[str]

    def children(self, i: int) -> Iterator[int]:
        """The words right below word `i`."""
        return (j for j, head in enumerate(self.heads) if head == i and j != i)

    def has(self, i: int, *relations: str) -> bool:
        """Tell whether a word with one of the relations, subtype aside, hangs on word `i`."""
        return any(self.deprels[j].partition(":")[0] in relations for j in self.children(i))

    def above(self, i: int, j: int) -> bool:
        """Tell whether word `i` is word `j` or stands anywhere above it."""
        while i != j and self.heads[j] != j:
            j = self.heads[j]
        return i == j

    def hang(self, i: int, head: int, deprel: str) -> None:
        """Give word `i` another head and relation, unless that would close a circle."""
        if not self.above(i, head):
            self.heads[i] = head
            self.deprels[i] = deprel


def join_roots(draft: Draft) -> None:
    """One sentence has one root: the first verbal one, or else the first that is no punctuation; others hang on it."""
    roots = [i for i, head in enumerate(draft.heads) if head == i]
    if not roots:
        return
    words = [i for i in roots if draft.upos[i] != "PUNCT"] or roots
    top = next((i for i in words if draft.upos[i] in ("VERB", "AUX") or draft.has(i, "nsubj", "cop")), words[0])
    for i in roots:
        if i == top:
            draft.deprels[i] = "root"
        else:
            draft.heads[i] = top
            draft.deprels[i] = "punct" if draft.upos[i] == "PUNCT" else "parataxis"


def free_auxiliaries(draft: Draft) -> None:
    """Hang on the verb what hangs on its auxiliary: Universal Dependencies give function words no subject or object."""
    for i, head in enumerate(draft.heads):
        if head != i and draft.deprels[head].startswith("aux") and draft.heads[head] not in (head, i):
            draft.hang(i, draft.heads[head], draft.deprels[i])
