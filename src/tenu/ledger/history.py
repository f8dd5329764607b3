"""The history of every record: who did what when, as a chain in which each entry's hash seals all before it."""

import json
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select

from tenu.ledger.tables import history

_COMPACT = msgspec.json.Encoder(order="sorted")

BEFORE_ALL = "0" * 64
"""What the first entry's hash is joined to."""


class Chain:
    """The end of the history, to which entries are added; `write` puts them into the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        last = connection.execute(
            select(history.c.number, history.c.at, history.c.hash).order_by(history.c.number.desc()).limit(1)
        ).first()
        self.number: int = last.number if last else 0
        self.at: str = last.at if last else ""
        self._hash: str = last.hash if last else BEFORE_ALL
        self._rows: list[dict[str, object]] = []

    def add(self, at: str, who: str, action: str, subject: str, data: dict[str, object]) -> None:
        """Add an entry: at (as written by `moments`), by whom, what was done to which record, with its particulars."""
        self.number += 1
        told = _as_json(data).decode("utf-8", "surrogatepass")
        self._hash = sealed(self._hash, self.number, at, who, action, subject, told)
        self._rows.append(
            {
                "number": self.number,
                "at": at,
                "who": who,
                "action": action,
                "subject": subject,
                "data": told,
                "hash": self._hash,
            }
        )

    def write(self) -> None:
        """Put the added entries into the ledger."""
        if self._rows:
            self._connection.execute(history.insert(), self._rows)
            self._rows = []


def last_seal(connection: Connection) -> str:
    """Give the hash of the last entry, which seals all before it."""
    last = connection.execute(select(history.c.hash).order_by(history.c.number.desc()).limit(1)).scalar()
    return last or BEFORE_ALL


def sealed(before: str, number: int, at: str, who: str, action: str, subject: str, data: str) -> str:
    """Give the hash of an entry: SHA-256 of the hash before it and the entry as a JSON list, in hexadecimal."""
    return sha256(_as_json([before, number, at, who, action, subject, data])).hexdigest()


def _as_json(told: object) -> bytes:
    """Give JSON without spaces, keys in order; half a letter (a lone surrogate) stands in it as it is, as ever."""
    try:
        return _COMPACT.encode(told)
    except UnicodeEncodeError:
        written = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return written.encode("utf-8", "surrogatepass")
