"""A small ledger to export from."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tenu.ledger import Ledger
from tenu.publishing.entry import About
from tests.publishing.telling import record

ABOUT = About("What was promised", datetime(2026, 3, 1, 12, tzinfo=UTC), "Council of Vaubrun", "XX-TEST-1")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Give a ledger with a document of promises, meetings and words that a spreadsheet would run."""
    with Ledger.open(tmp_path / "tenu.db") as opened:
        opened.keep(*record(), who="tester", when=datetime(2026, 2, 1, tzinfo=UTC))
        yield opened


@pytest.fixture
def about() -> About:
    """Give what exports say of themselves."""
    return ABOUT
