"""Two documents side by side, of one language or two: which claims both make, what differs, what only one tells."""

from dataclasses import dataclass

from tenu.ledger import Ledger
from tenu.pairing import Pair, side_by_side
from tenu.questions.readings import reading_of
from tenu.record import Document, Reading


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents and their claims in pairs, those that agree too, in the order in which they stand."""

    left: Document
    right: Document
    pairs: tuple[Pair, ...]

    @property
    def agreeing(self) -> int:
        """Count the claims that both make alike."""
        return sum(pair.agrees for pair in self.pairs)


def compare(left: Reading, right: Reading) -> Compared:
    """Lay two readings side by side; neither need be in a ledger."""
    return Compared(left.document, right.document, side_by_side(left, right))


def compare_kept(ledger: Ledger, left: str, right: str) -> Compared:
    """Lay two documents of the ledger side by side, by their ids or sources, as people left their claims."""
    return compare(reading_of(ledger.version(left)), reading_of(ledger.version(right)))
