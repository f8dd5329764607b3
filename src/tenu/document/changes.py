"""What changed between two versions of a document, block by block and word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tenu.record.document import Block, BlockKind, Document
from tenu.record.span import Passage

ALIKE = 0.5
"""How alike (0 to 1, by words) two blocks in one place must be to be one block that changed."""

_WORD = re.compile(r"\w+(?:[.,’']\w+)*|[^\w\s]")


class ChangeKind(StrEnum):
    """What became of a block; `date` is a date line that changed, which is no change of what the document says."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Change:
    """A block that changed: where it stood, where it stands, and the words that took the place of others."""

    kind: ChangeKind
    before: Passage | None
    after: Passage | None
    words: tuple[tuple[str, str], ...] = ()


def changes_between(old: Document, new: Document) -> tuple[Change, ...]:
    """Give what changed from one version to the next, in the new one's order; nothing where only white space did."""
    return tuple(_changes(old, new))


def _changes(old: Document, new: Document) -> Iterator[Change]:
    before, after = [_bare(old, block) for block in old.blocks], [_bare(new, block) for block in new.blocks]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what != "equal":
            yield from _replaced(old, new, list(old.blocks[i1:i2]), list(new.blocks[j1:j2]))


def _replaced(old: Document, new: Document, gone: list[Block], come: list[Block]) -> Iterator[Change]:
    """Pair the blocks that are alike in order; the rest were removed or added."""
    for block in come:
        at = next((n for n, other in enumerate(gone) if _are_one(old, other, new, block)), None)
        if at is None:
            yield _change(old, None, new, block)
            continue
        for other in gone[:at]:
            yield _change(old, other, new, None)
        yield _change(old, gone[at], new, block)
        gone = gone[at + 1 :]
    for other in gone:
        yield _change(old, other, new, None)


def _are_one(old: Document, gone: Block, new: Document, come: Block) -> bool:
    if BlockKind.DATE in (gone.kind, come.kind):
        return gone.kind is come.kind
    one, other = _WORD.findall(_text(old, gone)), _WORD.findall(_text(new, come))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _change(old: Document, gone: Block | None, new: Document, come: Block | None) -> Change:
    before = Passage.of(old.text, gone.start, gone.end) if gone else None
    after = Passage.of(new.text, come.start, come.end) if come else None
    kind = ChangeKind.CHANGED if gone and come else ChangeKind.REMOVED if gone else ChangeKind.ADDED
    if BlockKind.DATE in (gone and gone.kind, come and come.kind):
        kind = ChangeKind.DATE
    words = tuple(_words(before.text, after.text)) if before and after else ()
    return Change(kind, before, after, words)


def _words(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Give the words that took the place of others, each with those; one of the two may be empty."""
    one, other = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    matcher = SequenceMatcher(None, [word[0] for word in one], [word[0] for word in other], autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what != "equal":
            yield _stretch(before, one[i1:i2]), _stretch(after, other[j1:j2])


def _stretch(text: str, words: list[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def _bare(document: Document, block: Block) -> str:
    return " ".join(_text(document, block).split())
