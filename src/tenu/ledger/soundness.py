"""What the ledger asks of a reading before it keeps it: of these bytes, and every claim's words in the text."""

from tenu.errors import LedgerError
from tenu.record import Document, Passage, Reading


def check(reading: Reading, sha256: str) -> None:
    """Refuse a reading of other bytes, or one with a claim whose evidence does not stand in the text to the letter."""
    document = reading.document
    if document.sha256 != sha256:
        raise LedgerError(f"the reading of {document.source} is of other bytes than those given; read it again")
    for claim in reading.claims:
        for passage in (claim.evidence, *claim.also):
            if not _stands(passage, document):
                raise LedgerError(
                    f"a claim of {document.source} by the rule “{claim.read_by.rule}” has evidence that is not in the "
                    f"text at {passage.start}–{passage.end}; nothing of this document was kept"
                )


def _stands(passage: Passage, document: Document) -> bool:
    return passage.text == document.text[passage.start : passage.end] and passage.start < passage.end
