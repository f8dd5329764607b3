"""The public reading format, version 1: one document with its claims, one JSON object a line."""

from dataclasses import dataclass

import msgspec

from tenu.record.claim import Claim
from tenu.record.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what a reader says that it states."""

    document: Document
    claims: tuple[Claim, ...]

    def to_json(self) -> bytes:
        """Give the reading as one line of UTF-8 JSON, without the line's end."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> "Reading":
        """Take a reading from one line of JSON; `msgspec.ValidationError` names the field that does not fit."""
        return msgspec.json.decode(line, type=cls)
