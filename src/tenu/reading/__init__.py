"""Propose what a document states; decide nothing. Each part can be used alone: `from tenu.reading import times`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenu.record import Claim, Document


def read(document: "Document") -> "list[Claim]":
    """Give the claims that a document makes, in the order of its text; offsets are code points of `document.text`.

    A document in a language that tenu does not read is refused with `UncoveredLanguageError`.
    """
    from tenu.reading.reader import read as read_whole  # the parser's library is slow to import

    return read_whole(document)
