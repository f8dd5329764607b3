"""How far documents are judged."""

from dataclasses import dataclass

from tenu.ledger import KeptDocument, Ledger


@dataclass(frozen=True, slots=True)
class Progress:
    """A document with how many of its claims are still to judge."""

    document: KeptDocument
    open: int

    @property
    def judged(self) -> int:
        """Give how many claims are decided."""
        return self.document.claims - self.open


@dataclass(frozen=True, slots=True)
class Desk:
    """One page of documents, those with most to judge first, and the cursor of the next."""

    documents: tuple[Progress, ...]
    after: str | None


def desk(ledger: Ledger, after: str | None, limit: int) -> Desk:
    """Give a page of documents, newest first in the ledger, the ones with most to judge first on the page."""
    page = ledger.documents(after=after, limit=limit)
    still_open = ledger.count_open([document.id for document in page.entries])
    told = [Progress(document, still_open[document.id]) for document in page.entries]
    return Desk(tuple(sorted(told, key=lambda one: -one.open)), page.after)
