"""The words that every other part is written in; they know no file, no network and no database."""

from tenu.record.claim import PERSON, Actor, Claim, Item, Kind, Manner, Number, Place, ReadBy, Role, Status, Unread
from tenu.record.document import Block, BlockKind, Document, Related
from tenu.record.reading import Reading
from tenu.record.span import Passage, Span
from tenu.record.terms import Basis, Share, Stage, Terms, Value

__all__ = [
    "PERSON",
    "Actor",
    "Basis",
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
    "Share",
    "Span",
    "Stage",
    "Status",
    "Terms",
    "Unread",
    "Value",
]
