"""A passage with the words around it, cut between words."""

from dataclasses import dataclass

from tenu.record import Document, Passage

AROUND = 320
"""Code points shown before and after a passage at most."""


@dataclass(frozen=True, slots=True)
class Context:
    """A passage with what stands before and after it in its document; nothing where it no longer stands there."""

    before: str
    words: str
    after: str


def context_of(document: Document | None, passage: Passage) -> Context:
    """Give the words around a passage, up to the ends of its paragraph's neighbours."""
    text = document.text if document is not None else ""
    if text[passage.start : passage.end] != passage.text:
        return Context("", passage.text, "")
    before = text[max(0, passage.start - AROUND) : passage.start]
    after = text[passage.end : passage.end + AROUND]
    if passage.start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if passage.end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return Context(before, passage.text, after)
