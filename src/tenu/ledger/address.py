"""Which database a ledger's address means."""

from dataclasses import dataclass
from pathlib import Path

from tenu.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Address:
    """A SQLite file, or a PostgreSQL address as SQLAlchemy writes it; exactly one of the two is there."""

    file: Path | None = None
    server: str | None = None

    def __str__(self) -> str:
        return str(self.file) if self.file else "the PostgreSQL ledger"


def address_of(ledger: str | Path) -> Address:
    """Read a ledger's address: a file's path, or `postgresql://user@host/name`; other schemes are refused."""
    written = str(ledger)
    scheme, separator, rest = written.partition("://")
    if not separator:
        if not written.strip():
            raise LedgerError("the ledger's address is empty; give a file such as tenu.db or a postgresql:// address")
        return Address(file=Path(written))
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return Address(server=f"postgresql+psycopg://{rest}")
    raise LedgerError(f"a ledger is a file or a postgresql:// address; {scheme}:// is neither")
