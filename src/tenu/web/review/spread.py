"""A document beside its claims as a page shows them; each part is worked out when the page comes to it.

So the top of a long document is on the screen while its claims are still being brought.
"""

from collections.abc import Sequence
from functools import cached_property

from markupsafe import Markup

from tenu.ledger import KeptClaim, KeptDocument, Ledger
from tenu.ledger.kept import State
from tenu.questions.doubts import neediest_first
from tenu.record import Document, Unread
from tenu.web.review.reader import Card, Reader, card, states
from tenu.web.review.segments import stands
from tenu.web.review.sheet import sheet

PORTION = 40
"""Claims whose cards are asked for at once."""
NEED = "need"
"""The order in which what needs a person most comes first; any other is that of the text."""


class Spread:
    """A document, its claims in the order asked for, and how each stands to the reader."""

    def __init__(self, ledger: Ledger, reader: Reader, kept: KeptDocument, text: Document, order: str) -> None:
        self._ledger = ledger
        self._reader = reader
        self._kept = kept
        self._text = text
        self._order = order

    @cached_property
    def claims(self) -> Sequence[KeptClaim]:
        """Give the claims in order."""
        told = self._ledger.claims_of(self._kept.id)
        return neediest_first(told) if self._order == NEED else sorted(told, key=_place)

    @cached_property
    def states(self) -> dict[str, State]:
        """Give how each claim stands to the reader."""
        return states(self._ledger, self._reader, self._kept.id, self.claims)

    @cached_property
    def judged(self) -> int:
        """Count the claims that are decided."""
        if not self._reader.alone:
            return self._kept.claims - self._ledger.count_open([self._kept.id])[self._kept.id]
        return sum(state is not State.OPEN for state in self.states.values())

    @property
    def sheet(self) -> Markup:
        """Write the document with its evidence marked."""
        return sheet(self._text, self.claims, self.states)

    @cached_property
    def cards(self) -> list[Card]:
        """Give the first claims as cards."""
        return [card(self._ledger, self._reader, kept) for kept in self.claims[:PORTION]]

    @property
    def portions(self) -> list[Sequence[KeptClaim]]:
        """Give the claims whose cards are asked for later."""
        return [self.claims[at : at + PORTION] for at in range(PORTION, len(self.claims), PORTION)]

    @cached_property
    def gone(self) -> list[KeptClaim]:
        """Give the claims that the page no longer makes."""
        return [kept for kept in self.claims if not stands(kept, self._text)]

    @cached_property
    def unread(self) -> list[tuple[KeptClaim, Unread]]:
        """Give the words that were found and could not be read, each with its claim."""
        return [(kept, words) for kept in self.claims for words in kept.claim.unread]


def _place(kept: KeptClaim) -> tuple[bool, int, int]:
    return kept.gone_from is not None, kept.claim.evidence.start, kept.claim.evidence.end
