"""One site over a copy of the sample dossier with a few links, and a script that was let in."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from tenu.ledger import Ledger
from tests.web.serving import Served


@pytest.fixture(scope="session")
def programs(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`tenu serve --token-file` over a ledger that tests may change."""
    folder = tmp_path_factory.mktemp("api")
    shutil.copy(dossier, folder / "dossier.db")
    with Ledger.open(folder / "dossier.db") as ledger:
        ledger.suggest_links(who="Nora", when=datetime.now(UTC), threshold=0.8)
    with Served(folder / "dossier.db", token_file=folder / "token") as site:
        yield site


@pytest.fixture(scope="session")
def script(programs: Served) -> Iterator[httpx.Client]:
    """A script that shows the token."""
    with programs.script() as client:
        yield client
