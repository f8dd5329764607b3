"""A reading as it is written down."""

import msgspec

from tenu.ledger.content import digest_of, encoded
from tenu.record import Reading


class Written:
    """The page's and the claims' JSON of a reading, with the digests by which two readings are told to be the same."""

    __slots__ = ("claims", "digest", "page", "page_digest", "readers")

    def __init__(self, page: str, claims: list[str], readers: str) -> None:
        self.page = page
        self.claims = claims
        self.readers = readers
        self.page_digest = digest_of([page])
        self.digest = digest_of([self.page_digest, *claims])

    @classmethod
    def of(cls, reading: Reading) -> "Written":
        """Write a reading down."""
        readers = sorted({f"{claim.read_by.reader} {claim.read_by.version}" for claim in reading.claims})
        page = msgspec.json.encode(reading.document).decode()
        return cls(page, [encoded(claim) for claim in reading.claims], ", ".join(readers))
