"""Ledgers to test with: a SQLite file, and a database of a PostgreSQL cluster that lives as long as the tests."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.ledger.cluster import Cluster, installed_server

from tenu.ledger import Ledger

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Start a PostgreSQL server of our own on loopback."""
    programs = installed_server()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here (Debian: apt-get install postgresql)")
    running = Cluster.start(programs)
    yield running
    running.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a ledger that is not there yet, on each of the two databases."""
    if request.param == "sqlite":
        return str(tmp_path / "tenu.db")
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.fresh(f"ledger_{next(_NUMBERS)}")


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """Give an empty ledger on each of the two databases."""
    with Ledger.open(address) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the path of a SQLite ledger that is not there yet."""
    return tmp_path / "tenu.db"
