"""One site over the sample dossier, one client that was let in, for all tests of the pages that change little."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.serving import Served


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the sample dossier, read once; copy it before changing it."""
    ledger = tmp_path_factory.mktemp("web") / "dossier.db"
    subprocess.run([sys.executable, "-m", "tenu", "demo", "--ledger", str(ledger)], check=True, capture_output=True)
    return ledger


@pytest.fixture(scope="session")
def served(dossier: Path) -> Iterator[Served]:
    """`tenu serve` over the sample dossier."""
    with Served(dossier) as site:
        yield site


@pytest.fixture(scope="session")
def client(served: Served) -> Iterator[httpx.Client]:
    """A browser's stand-in that was let in."""
    client = served.enter()
    yield client
    client.close()
