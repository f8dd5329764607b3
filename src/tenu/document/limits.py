"""How much of a document is read before it is refused."""

from dataclasses import dataclass

from tenu.errors import UnreadableSourceError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost; past any of these it is refused with a sentence that names the limit.

    `content` and `text` count bytes and code points (two million letters are a thousand pages), `pieces` paragraphs and
    list items, `depth` elements within one another; `ratio` is how many times its packed size an archive may unpack
    to; `seconds` (of processor time, and `pdf_seconds` more for each MB of a PDF) and `memory` (bytes) bind the child
    process that reads a hostile format.
    """

    content: int = 20 * MEGABYTE
    text: int = 2_000_000
    pieces: int = 20_000
    depth: int = 1000
    ratio: int = 200
    members: int = 5000
    pages: int = 2000
    seconds: float = 3.5
    pdf_seconds: float = 4.0
    memory: int = 300 * MEGABYTE

    def refuse_by_text(self, text: str, source: str) -> None:
        """Refuse a text of more letters than the limit."""
        if len(text) > self.text:
            raise UnreadableSourceError(
                f"{source} holds {len(text):,} letters, more than the limit of {self.text:,}; cut it into parts."
            )

    def refuse_by_pieces(self, pieces: int, source: str) -> None:
        """Refuse a text of more paragraphs than the limit."""
        if pieces > self.pieces:
            raise UnreadableSourceError(
                f"{source} holds {pieces:,} paragraphs, more than the limit of {self.pieces:,}; cut it into parts."
            )
