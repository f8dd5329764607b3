"""Files, folders and standard input as sources."""

import io
from pathlib import Path

import pytest

from tenu.fetch import Fetched, NotBrought, bring


def brought(sources: list[str]) -> list[Fetched | NotBrought]:
    return list(bring(sources))


def test_a_file_is_brought_with_where_and_when(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un texte.", "utf-8")

    (fetched,) = brought([str(tmp_path / "a.txt")])

    assert isinstance(fetched, Fetched)
    assert fetched.content == b"Un texte."
    assert fetched.source == str(tmp_path / "a.txt")
    assert fetched.fetched_at.tzinfo is not None


def test_a_folder_is_brought_in_the_order_of_its_paths_with_known_endings_only(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/c.html", "a.PDF", "image.png", ".hidden.txt"):
        (tmp_path / name).write_bytes(b"x")

    found = brought([str(tmp_path)])

    assert [Path(thing.source).name for thing in found] == ["a.PDF", "b.txt", "c.html"]


def test_what_is_not_there_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")

    missing, found = brought([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])

    assert isinstance(missing, NotBrought)
    assert "no.txt is not there" in str(missing.error)
    assert isinstance(found, Fetched)


def test_a_folder_without_documents_says_what_it_looked_for(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"x")

    (nothing,) = brought([str(tmp_path)])

    assert isinstance(nothing, NotBrought)
    assert "holds no documents" in str(nothing.error)


def test_a_file_over_the_limit_is_not_brought(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2048)

    (refused,) = bring([str(tmp_path / "a.txt")], limit=1024)

    assert isinstance(refused, NotBrought)
    assert "over the limit" in str(refused.error)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Un texte.")))

    (fetched,) = brought(["-"])

    assert isinstance(fetched, Fetched)
    assert (fetched.source, fetched.content) == ("-", b"Un texte.")
