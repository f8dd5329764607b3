"""`tenu changes` and `tenu compare` as a person types them."""

from pathlib import Path

from tests.cli.conftest import Tenu


def test_a_changed_release_is_told_in_words_and_in_claims(tenu: Tenu, communique: Path) -> None:
    tenu("read", "communique.fr.txt")
    communique.write_text(communique.read_text("utf-8").replace("12 millions", "9 millions"), "utf-8")
    tenu("read", "communique.fr.txt")

    shown = tenu("changes", "communique.fr.txt")

    assert shown.returncode == 0
    assert "[12 → 9]" in shown.stdout
    assert "amount: EUR 12 m → EUR 9 m" in shown.stdout


def test_a_document_that_did_not_change_says_so(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    shown = tenu("changes", communique.name)

    assert (shown.returncode, shown.stdout) == (2, "")
    assert "only one version" in shown.stderr


def test_two_files_are_compared_without_a_ledger(tenu: Tenu, communique: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(communique.read_text("utf-8").replace("12 millions", "9 millions"), "utf-8")

    shown = tenu("compare", communique.name, "other.txt")

    assert "amount: EUR 12 m / EUR 9 m" in shown.stdout
    assert "1 differ" in shown.stdout
    assert not (tmp_path / "tenu.db").exists()


def test_what_cannot_be_compared_is_named(tenu: Tenu, communique: Path) -> None:
    shown = tenu("compare", communique.name, "nowhere.txt")

    assert shown.returncode == 1
    assert "nowhere.txt is not there" in shown.stderr
