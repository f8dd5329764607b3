"""The words that every other part is written in; they know no file, no network and no database."""

from tenu.record.claim import Actor, Claim, Item, Kind, Manner, Number, Place, ReadBy, Role, Status, Unread
from tenu.record.document import Block, BlockKind, Document, Related
from tenu.record.reading import Reading
from tenu.record.span import Passage, Span

__all__ = [
    "Actor",
    "Block",
    "BlockKind",
    "Claim",
    "Document",
    "Item",
    "Kind",
    "Manner",
    "Number",
    "Passage",
    "Place",
    "ReadBy",
    "Reading",
    "Related",
    "Role",
    "Span",
    "Status",
    "Unread",
]
