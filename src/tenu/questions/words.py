"""The words that an answer stands on: a passage, with the claim that it carries and the document that it stands in."""

from dataclasses import dataclass

from tenu.ledger import KeptClaim


@dataclass(frozen=True, slots=True)
class Words:
    """A claim's evidence to the letter, its place in the text (code points), and its document."""

    text: str
    claim: str
    document: str
    source: str
    title: str | None
    language: str
    published: str | None
    start: int
    end: int


def words_of(claim: KeptClaim) -> Words:
    """Give the words that a claim stands on."""
    evidence = claim.claim.evidence
    return Words(
        text=" ".join(evidence.text.split()),
        claim=claim.id,
        document=claim.document,
        source=claim.source,
        title=claim.title,
        language=claim.language,
        published=claim.published,
        start=evidence.start,
        end=evidence.end,
    )
