"""What a format's reader hands on: a text, its pieces, and what the file says of itself."""

from dataclasses import dataclass

from tenu.record.document import BlockKind, Related


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a draft's text (code points) that stands by itself; `kind` where the format says what it is."""

    start: int
    end: int
    kind: BlockKind | None = None
    page: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in pieces, with the title, days, language and address that the file itself names, unchecked."""

    text: str
    pieces: tuple[Piece, ...]
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    encoding_told_by: str | None = None
    related: tuple[Related, ...] = ()


class TextBuilder:
    """Puts pieces one after the other into a text, a blank line between them, and keeps where each stands."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._parts: list[str] = []
        self._length = 0
        self.pieces: list[Piece] = []

    def add(
        self, words: str, kind: BlockKind | None = None, *, page: int | None = None, url: str | None = None
    ) -> None:
        """Add a piece as it stands; one of white space only adds nothing."""
        words = words.strip()
        if not words:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        self.pieces.append(Piece(self._length, self._length + len(words), kind, page, url))
        self._parts.append(words)
        self._length += len(words)

    @property
    def text(self) -> str:
        """Give the whole text so far."""
        return "".join(self._parts)
