"""Make a reading ready to be kept: all that needs no database, so that other processes than the writer's can do it."""

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from tenu.ledger import soundness
from tenu.ledger.content import digest_of, encoded, seal_of_claims
from tenu.ledger.rows import Columns, claim_columns
from tenu.ledger.words.tokens import claim_marks, claim_words, host_marks, language_at, page_words
from tenu.record import Claim, Document, Reading

LONGEST_ID = 64
"""Letters of a reader's id that the ledger takes over."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's bytes and reading as they are written down, with their digests and folded words.

    `page` and `claims` are JSON, `page_words` and `claim_words` what the index holds of them, `where` the marks of
    where they come from, `claim_columns` each claim's kind, status, first and last day. `ids` are the claims' own, and
    `told` seals the claims under them, where the ledger can keep them under their own; it asks whether they are free.
    """

    content: bytes
    reading: Reading
    sha256: str
    page: str
    claims: tuple[str, ...]
    page_digest: str
    digest: str
    readers: str
    page_words: str
    claim_words: tuple[str, ...]
    claim_columns: tuple[Columns, ...]
    where: str
    ids: tuple[str, ...]
    told: str | None


def prepare(content: bytes, reading: Reading) -> Prepared:
    """Make a reading ready; one of other bytes, or with evidence that is not in the text, is refused."""
    sha = sha256(content).hexdigest()
    soundness.check(reading, sha)
    document = reading.document
    page = msgspec.json.encode(document).decode()
    claims = tuple(encoded(claim) for claim in reading.claims)
    page_digest = digest_of([page])
    ids = tuple(claim.id for claim in reading.claims)
    return Prepared(
        content=content,
        reading=reading,
        sha256=sha,
        page=page,
        claims=claims,
        page_digest=page_digest,
        digest=digest_of([page_digest, *claims]),
        readers=", ".join(sorted({f"{claim.read_by.reader} {claim.read_by.version}" for claim in reading.claims})),
        page_words=" ".join(page_words(document)),
        claim_words=tuple(words_of(claim, document) for claim in reading.claims),
        claim_columns=tuple(claim_columns(claim) for claim in reading.claims),
        where=" ".join(host_marks(document.url or document.source)),
        ids=ids,
        told=seal_of_claims(ids, claims) if len(set(ids)) == len(ids) and all(map(fit, ids)) else None,
    )


def fit(id: str) -> bool:  # noqa: A002 — the word of the reading format
    """Tell whether a reader's id can be a claim's in the ledger, where no other claim has it."""
    return 0 < len(id) <= LONGEST_ID


def words_of(claim: Claim, document: Document) -> str:
    """Give what the index holds of a claim, but for where it lies and how it stands."""
    language = language_at(document, claim.evidence.start)
    return " ".join(claim_words(claim, language) | claim_marks(claim, language))
