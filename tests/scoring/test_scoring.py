"""Claims laid beside marks, and counted."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tenu.document import open_document
from tenu.pairing.wording import same_name, same_passage
from tenu.reading import read
from tenu.record import Actor, Claim, Item, Kind, Manner, Passage, ReadBy, Reading, Role, Status
from tenu.scoring import Marked, UnreadableMarksError, compare, count, open_marked, take_marks

SHARED = Path(os.environ.get("TENU_DATA") or Path(__file__).parents[3] / "shared" / "data").parent
SAMPLES = Path(__file__).parents[2] / "src" / "tenu" / "samples"
MARKED = Path(__file__).parents[1] / "gold"
PROMISE = "Norvelle promised 12 million euros to Sarvenia on Monday."
PROMISED: dict[str, object] = {
    "kind": "pledge",
    "evidence": PROMISE,
    "status": "done",
    "actors": [{"role": "donor", "name": "Norvelle"}],
    "items": [{"amount": 12000000, "currency": "EUR"}],
}


def marks(*entries: dict[str, object], statements: list[dict[str, object]] | None = None) -> Marked:
    told = {"document": {"file": "release.txt"}, "entries": list(entries)}
    return take_marks(told if statements is None else told | {"statements": statements}, "release.yaml")


def pledge(words: str = PROMISE, *, donor: str = "Norvelle", amount: int = 12_000_000) -> Claim:
    return Claim(
        id="1",
        kind=Kind.PLEDGE,
        evidence=Passage(words, 0, len(words)),
        read_by=ReadBy("test", "1", "test"),
        status=Status.DONE,
        actors=(Actor(Role.DONOR, donor, donor, 0, len(donor)),),
        items=(Item("euros", 0, 5, amount=amount, currency="EUR"),),
    )


def said(words: str) -> Claim:
    passage = Passage(words, 0, len(words))
    return Claim("2", Kind.STATEMENT, passage, ReadBy("test", "1", "test"), quote=words, manner=Manner.DIRECT)


def test_a_claim_with_every_slot_right_is_found_whole() -> None:
    figures = count(compare(marks(PROMISED), [pledge()]))

    assert figures.kinds["pledge"].f1 == 1
    assert figures.kinds["pledge"].whole == 1
    assert {slot.right for slot in figures.slots.values()} == {1}


def test_a_claim_with_another_amount_is_found_but_not_whole() -> None:
    (finding,) = compare(marks(PROMISED), [pledge(amount=13_000_000)])

    assert finding.wrong == ("items",)
    assert count([finding]).kinds["pledge"].whole == 0


def test_of_two_claims_on_one_passage_the_better_is_paired_and_the_other_given_in_vain() -> None:
    findings = compare(marks(PROMISED), [pledge(donor="Ardolie"), pledge()])

    assert [finding.whole for finding in findings] == [True, False]
    assert findings[1].wanted is None
    assert count(findings).kinds["entries"].precision == 0.5


def test_an_optional_mark_costs_nothing_found_or_missed() -> None:
    optional = PROMISED | {"optional": True}

    assert compare(marks(optional), [pledge()]) == []
    assert compare(marks(optional), []) == []


def test_a_document_marked_for_entries_alone_says_nothing_about_statements() -> None:
    findings = compare(marks(PROMISED), [pledge(), said("We will rebuild every bridge")])

    assert {finding.kind for finding in findings} == {Kind.PLEDGE}


def test_a_mark_that_no_claim_tells_is_missed_with_its_words() -> None:
    findings = compare(marks(statements=[{"text": "We will\n rebuild"}]), [said("Nothing of the kind was said")])

    assert [(finding.given is None, finding.words) for finding in findings] == [
        (True, "We will rebuild"),
        (False, "Nothing of the kind was said"),
    ]


def test_a_slot_without_its_value_and_a_day_without_quotation_marks_are_taken(tmp_path: Path) -> None:
    sheet = tmp_path / "release.yaml"
    sheet.write_text(
        "document: {file: release.txt}\nstatements:\nentries:\n"
        "  - {kind: meeting, evidence: They met., when: 2026-02-03, actors: }\n"
    )

    marked = open_marked(sheet)

    assert marked.statements == ()
    assert marked.entries is not None
    assert marked.entries[0].when == "2026-02-03"


def test_a_mark_of_no_known_kind_is_refused_with_its_place() -> None:
    with pytest.raises(UnreadableMarksError, match=r"release\.yaml .*entries"):
        marks(PROMISED | {"kind": "promise"})


@pytest.mark.parametrize(
    ("wanted", "name", "same"),
    [
        ("Jens Stoltenberg", "M. Stoltenberg", False),
        ("Jens Stoltenberg", "Stoltenberg", True),
        ("Minister of Energy Claire Aubert", "Aubert", False),
        ("le Conseil fédéral", "Conseil fédéral", True),
        ("Norvelle", "the ministers of Norvelle and of Ardolie met at length in Lorval", False),
    ],
)
def test_a_name_is_the_wanted_one_where_the_shorter_stands_in_the_longer(wanted: str, name: str, same: bool) -> None:
    assert same_name(wanted, None, [name], None) is same


def test_codes_of_countries_settle_what_names_leave_open() -> None:
    assert same_name("Switzerland", "CHE", ["la Suisse"], "CHE")
    assert not same_name("Congo", "COG", ["Congo"], "COD")


def test_a_clause_and_its_sentence_are_one_passage() -> None:
    assert same_passage(PROMISE, "On the bridge, Norvelle promised 12 million euros to Sarvenia on Monday, and left.")
    assert not same_passage(PROMISE, "euros to Sarvenia")


def test_a_folder_is_scored_and_its_misses_listed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tenu", "score", str(MARKED), "--documents", str(SAMPLES), "--missed"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )

    printed = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert printed.startswith("kind ")
    assert "\nentries " in printed
    assert "slots right: " in printed


def test_a_text_that_is_not_there_is_told_and_the_others_are_scored(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("document: {file: away.txt}\nentries: []\n")

    done = subprocess.run(
        [sys.executable, "-m", "tenu", "score", str(tmp_path)], capture_output=True, check=False, cwd=tmp_path
    )

    assert done.returncode == 1
    assert "away.txt" in done.stderr.decode()


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="the shared data folder is not beside the project")
def test_the_figures_are_those_of_the_scorer_that_lies_with_the_shared_documents(tmp_path: Path) -> None:
    found, written = [], tmp_path / "readings.jsonl"
    with written.open("wb") as lines:
        for sheet in sorted((SHARED / "gold").glob("*.yaml"))[::6]:
            (tmp_path / sheet.name).write_bytes(sheet.read_bytes())
            marked = open_marked(sheet)
            document = open_document((SHARED / "corpus" / marked.file).read_bytes(), marked.file)
            reading = Reading(document, tuple(read(document)))
            lines.write(reading.to_json() + b"\n")
            found += compare(marked, reading.claims)

    theirs = subprocess.run(
        [sys.executable, str(SHARED / "score" / "score.py"), str(tmp_path), str(written), "--json"],
        capture_output=True,
        check=True,
    )

    told, figures = msgspec.json.decode(theirs.stdout), count(found)
    assert {kind: msgspec.to_builtins(row) for kind, row in figures.kinds.items()} == told["kinds"]
    assert {name: slot.right for name, slot in figures.slots.items()} == told["slots"]
    assert {name: slot.of for name, slot in figures.slots.items()} == told["slot_counts"]
