"""`tenu read`, from a shell."""

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Tenu

NOTHING = (
    "No claim here\n\n3 March 2025\n\n"
    "The river is long and the hills beside it are green in spring and brown in autumn.\n"
)


def test_a_page_is_printed_as_a_table_with_the_words_that_say_so(tenu: Tenu, communique: Path) -> None:
    done = tenu("read", communique.name)

    assert done.returncode == 0
    assert "meeting" in done.stdout
    assert "2025-03-05" in done.stdout
    assert "Claire Aubert" in done.stdout
    assert "EUR 12,000,000" in done.stdout
    assert done.stderr == ""


def test_json_lines_hold_the_document_and_claims_whose_evidence_stands_in_the_text(
    tenu: Tenu, communique: Path
) -> None:
    done = tenu("read", communique.name, "--format", "jsonl")

    reading = json.loads(done.stdout)
    text = reading["document"]["text"]
    assert {claim["kind"] for claim in reading["claims"]} >= {"meeting", "pledge", "statement"}
    for claim in reading["claims"]:
        for passage in (claim["evidence"], *claim["also"]):
            assert text[passage["start"] : passage["end"]] == passage["text"]
        for actor in claim["actors"]:
            assert text[actor["start"] : actor["end"]] == actor["mention"]


def test_json_is_one_list_of_all_documents(tenu: Tenu, communique: Path) -> None:
    done = tenu("read", communique.name, communique.name, "--format", "json")

    assert len(json.loads(done.stdout)) == 2


def test_csv_has_a_row_for_each_claim(tenu: Tenu, communique: Path) -> None:
    done = tenu("read", communique.name, "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["kind"] for row in rows} >= {"meeting", "pledge", "statement"}
    assert all(row["evidence"] for row in rows)


def test_standard_input_is_read_like_a_file(tenu: Tenu, communique: Path) -> None:
    done = tenu("read", "-", "--no-keep", "--format", "jsonl", stdin=communique.read_bytes())

    assert json.loads(done.stdout)["document"]["source"] == "-"


def test_the_same_bytes_add_nothing_and_changed_bytes_make_a_version(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)
    first = tenu("list", "--format", "jsonl").stdout
    tenu("read", communique.name)
    second = tenu("list", "--format", "jsonl").stdout
    communique.write_text(
        communique.read_text(encoding="utf-8").replace("12 millions", "15 millions"), encoding="utf-8"
    )
    tenu("read", communique.name)
    third = [json.loads(line) for line in tenu("list", "--format", "jsonl").stdout.splitlines()]

    assert first == second
    assert {claim["version"] for claim in third} == {2}


def test_a_document_that_claims_nothing_is_kept_and_says_so(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "river.txt").write_text(NOTHING)

    done = tenu("read", "river.txt")

    assert done.returncode == 0
    assert "makes no claim" in done.stderr
    assert "river" in tenu("list", "--documents").stdout or "No claim here" in tenu("list", "--documents").stdout


def test_a_page_without_a_day_says_what_stays_open(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A title\n\nThe minister will meet the mayor of Turku on Wednesday in Oslo.\n")

    done = tenu("read", "page.txt")

    assert "--date" in done.stderr
    assert "2025-03-05" in tenu("read", "page.txt", "--date", "2025-03-03", "--no-keep").stdout


def test_what_cannot_be_read_is_said_and_the_rest_is_done(tenu: Tenu, tmp_path: Path, communique: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)

    done = tenu("read", "empty.txt", "missing.txt", "picture.txt", communique.name)

    assert done.returncode == 1
    assert "empty.txt is empty" in done.stderr
    assert "missing.txt" in done.stderr
    assert "picture.txt" in done.stderr
    assert "1 read, 3 could not be" in done.stderr
    assert "Claire Aubert" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_without_documents_is_said(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    done = tenu("read", "folder")

    assert done.returncode == 1
    assert "folder holds no documents" in done.stderr


def test_a_language_that_tenu_does_not_read_is_said_and_nothing_is_kept(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "seite.txt").write_text(
        "Die Ministerin reist nach Wien\n\n3. März 2025\n\nDie Ministerin trifft am Mittwoch ihren Kollegen in Wien. "
        "Sie sprechen über die Sicherheit der Stromnetze und den Ausbau der Speicher in den Alpen.\n",
        encoding="utf-8",
    )

    done = tenu("read", "seite.txt")

    assert done.returncode == 1
    assert "'de'" in done.stderr
    assert "seite" not in tenu("list", "--documents").stdout


def test_twenty_one_megabytes_are_refused_with_the_limit_named(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The minister met the mayor. " * 800_000)

    done = tenu("read", "long.txt")

    assert done.returncode == 1
    assert "20 MB" in done.stderr


def test_a_wrong_day_is_wrong_usage(tenu: Tenu, communique: Path) -> None:
    done = tenu("read", communique.name, "--date", "yesterday")

    assert done.returncode == 2
    assert "2022-10-11" in done.stderr


def test_an_unknown_option_is_wrong_usage(tenu: Tenu) -> None:
    assert tenu("read", "--frobnicate").returncode == 2
