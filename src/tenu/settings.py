"""What can be configured; read at the doors and passed down as plain values."""

import os
from dataclasses import dataclass
from pathlib import Path

LEDGER_VARIABLE = "TENU_LEDGER"
DEFAULT_LEDGER = "tenu.db"
SOURCES_VARIABLE = "TENU_SOURCES"
DEFAULT_SOURCES = "sources"
LOOPBACK_VARIABLE = "TENU_TEST_LOOPBACK"
"""Set to 1 by tests alone: servers on this machine may be reached, at any pace."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The ledger's address (a file, or `postgresql://…`) and the name that verdicts and readings are kept under.

    `sources` is the folder of the publishers that the user watches besides the shipped ones.
    """

    ledger: str
    who: str
    sources: Path = Path(DEFAULT_SOURCES)
    loopback: bool = False

    @classmethod
    def read(cls, ledger: str | None = None, who: str | None = None) -> "Settings":
        """Take what the command line gives, else the environment, else the defaults."""
        return cls(
            ledger=ledger or os.environ.get(LEDGER_VARIABLE) or DEFAULT_LEDGER,
            who=who or os.environ.get("TENU_AS") or os.environ.get("USER") or Path.home().name,
            sources=Path(os.environ.get(SOURCES_VARIABLE) or DEFAULT_SOURCES),
            loopback=os.environ.get(LOOPBACK_VARIABLE) == "1",
        )
