from datetime import timedelta
from pathlib import Path

import pytest
from tests.ledger.cluster import Cluster
from tests.ledger.writing import NOON, norway

from tenu.errors import LedgerError
from tenu.ledger import Ledger
from tenu.ledger.doctor import examine
from tenu.ledger.judging import Decision, Judgement
from tenu.ledger.moving import backup, copy, restore

LATER = NOON + timedelta(hours=1)


def fill(address: str) -> bytes:
    with Ledger.open(address) as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        ledger.keep(*norway(before="Mise à jour. "), who="Anaïs", when=LATER)
        claim = ledger.claims().entries[0]
        ledger.judge(claim.id, Judgement(Decision.REJECT, reason="« non »"), seen=0, who="Ben", when=LATER)
        return b"".join(ledger.export())


def exported(address: str | Path) -> bytes:
    with Ledger.open(address) as ledger:
        assert ledger.verify().sound
        return b"".join(ledger.export())


def test_a_backup_restores_to_the_same_ledger(address: str, tmp_path: Path) -> None:
    before = fill(address)

    backup(address, tmp_path / "saved.db")
    restore(tmp_path / "saved.db", tmp_path / "again.db")

    assert exported(tmp_path / "again.db") == before
    assert sorted(path.name for path in tmp_path.glob("*.part*")) == []


def test_a_ledger_goes_from_file_to_server_and_back_byte_for_byte(cluster: Cluster, tmp_path: Path) -> None:
    before = fill(str(tmp_path / "one.db"))
    server = cluster.fresh("moved")

    copy(tmp_path / "one.db", server)
    copy(server, tmp_path / "two.db")

    assert exported(server) == before
    assert exported(tmp_path / "two.db") == before
    with Ledger.open(server) as one, Ledger.open(tmp_path / "two.db") as other:
        assert one.find("livraison ambulance") == other.find("livraison ambulance")
        kept = one.keep(*norway(source="c.txt"), who="tenu", when=LATER)
        assert len(kept.claims) == 3


def test_nothing_is_copied_or_restored_over_a_ledger(tmp_path: Path) -> None:
    fill(str(tmp_path / "one.db"))
    fill(str(tmp_path / "two.db"))

    with pytest.raises(LedgerError, match="not empty"):
        copy(tmp_path / "one.db", tmp_path / "two.db")
    with pytest.raises(LedgerError, match="there already"):
        backup(tmp_path / "one.db", tmp_path / "two.db")
    with pytest.raises(LedgerError, match="there already"):
        restore(tmp_path / "one.db", tmp_path / "two.db")
    with pytest.raises(LedgerError, match="no ledger"):
        copy(tmp_path / "none.db", tmp_path / "three.db")


def test_the_doctor_says_what_the_ledger_runs_on(address: str) -> None:
    before = {finding.name: finding for finding in examine(address)}
    fill(address)

    after = {finding.name: finding for finding in examine(address)}

    assert "SQLite" in before or "PostgreSQL" in before
    assert after["tables"].well
    assert "size" in after
