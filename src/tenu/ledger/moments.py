"""Moments as the ledger writes them: UTC, to the microsecond, always 27 letters, so that they sort as text."""

from datetime import UTC, datetime

from tenu.errors import LedgerError


def written(moment: datetime) -> str:
    """Give an aware moment as `2022-11-01T00:00:00.000000Z`; a moment without its zone is refused."""
    if moment.tzinfo is None:
        raise LedgerError(f"the moment {moment} names no time zone; give one, for instance UTC")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def read(moment: str) -> datetime:
    """Give back the aware moment that was written."""
    return datetime.fromisoformat(moment)
