"""What the ledger asks of claims before it keeps them: that they are of these bytes, and their words in the text."""

from tenu.errors import LedgerError
from tenu.record import Claim, Document, Kind, Passage, Reading, edtf


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


def check_written(claim: Claim, document: Document) -> None:
    """Refuse a claim that a person wrote where its words do not stand in the text, or a part of it makes no sense."""
    for passage in (claim.evidence, *claim.also):
        if not _stands(passage, document):
            raise LedgerError(
                f"the words at {passage.start}–{passage.end} are not those of {document.source} as it stands now; "
                "look at the text again, and select them there"
            )
    for actor in claim.actors:
        if document.text[actor.start : actor.end] != actor.mention:
            raise LedgerError(f"“{actor.mention}” does not stand at {actor.start}–{actor.end} of {document.source}")
    for item in claim.items:
        if not 0 <= item.start <= item.end <= len(document.text):
            raise LedgerError(f"the item “{item.name}” lies outside the text of {document.source}")
    for told in (claim.when, claim.by):
        if told is not None and not edtf.valid(told):
            raise LedgerError(f"“{told}” is not a time; write a day as 2022-10-12, a month as 2022-10, a year as 2022")
    if claim.kind is not Kind.STATEMENT and (claim.quote is not None or claim.manner is not None):
        raise LedgerError(f"a quotation belongs to a statement, not to a {claim.kind}")


def _stands(passage: Passage, document: Document) -> bool:
    return passage.text == document.text[passage.start : passage.end] and passage.start < passage.end
