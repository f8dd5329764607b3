"""`tenu due` and the other questions, from a shell."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from tenu.cli.app import app
from tenu.errors import UsageError
from tests.cli.conftest import Tenu

QUESTIONS = [
    ("due",),
    ("agenda", "--since", "2025-03-01"),
    ("timeline",),
    ("coverage",),
    ("balance", "--by", "month"),
    ("quotes", "parole"),
    ("actor", "Norvège"),
    ("met",),
    ("digest", "--since", "2025-01-01"),
]


@pytest.fixture
def kept(tenu: Tenu, communique: Path, monkeypatch: pytest.MonkeyPatch) -> Tenu:
    """A ledger that holds the communiqué; questions may also be asked in this process."""
    tenu("read", communique.name)
    monkeypatch.chdir(communique.parent)
    monkeypatch.delenv("TENU_LEDGER", raising=False)
    return tenu


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_question_is_answered_for_a_person_and_for_a_program(
    question: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    def ask(form: str) -> str:
        app([*question, "--format", form], standalone_mode=False)
        sys.stdout.flush()
        return capfd.readouterr().out

    shown = ask("table")
    rows = list(csv.reader(io.StringIO(ask("csv"))))
    lines = [json.loads(line) for line in ask("jsonl").splitlines()]

    assert shown
    assert len(rows) == len(lines) + 1
    assert all(list(line) == rows[0] for line in lines)
    assert isinstance(json.loads(ask("json")), dict)


def test_due_shows_the_promise_with_its_words(kept: Tenu) -> None:
    shown = " ".join(kept("due").stdout.split())

    assert "1 open promise" in shown
    assert "Norvège" in shown
    assert "EUR 12,000,000" in shown
    assert "“La Norvège a promis 12 millions d’euros à la région.”" in shown


def test_a_promise_of_the_answer_leads_to_its_claim_and_its_matter(kept: Tenu) -> None:
    row = json.loads(kept("due", "--format", "jsonl").stdout)

    assert "promis 12 millions" in " ".join(kept("show", row["claims"]).stdout.split())
    assert "promis 12 millions" in " ".join(kept("timeline", "--matter", row["matter"][:11]).stdout.split())


def test_a_brief_is_written_for_a_meeting(kept: Tenu) -> None:
    meeting = json.loads(kept("list", "--kind", "meeting", "--format", "jsonl").stdout.splitlines()[0])

    shown = kept("brief", meeting["id"][:8]).stdout

    assert "Before the meeting: 2025-03-05" in shown
    assert "Claire Aubert" in shown


def test_only_judged_claims_count_and_the_others_are_told(kept: Tenu) -> None:
    shown = kept("due", "--accepted").stdout

    assert "0 open promises" in shown
    assert "1 claim: not judged by a person yet" in shown


def test_suggested_links_are_shown_and_made_above_a_threshold(tenu: Tenu, tmp_path: Path) -> None:
    for name, says in (("a", "will give 60 generators to"), ("b", "has delivered 60 generators to")):
        (tmp_path / f"{name}.txt").write_text(f"Norway and Ukraine\n\n3 March 2025\n\nNorway {says} Ukraine.\n")
        tenu("read", f"{name}.txt")

    shown, made = tenu("suggest").stdout, tenu("suggest", "--above", "0.6").stdout

    assert "delivers" in shown
    assert "same donor: NOR" in " ".join(shown.split())
    assert made.startswith("1 links made")
    assert "0 open promises" in tenu("due").stdout


def test_a_word_that_an_option_does_not_know_is_wrong_usage() -> None:
    for wrong in (["balance", "--by", "colour"], ["due", "--by", "soon"], ["digest", "--since", "then"]):
        with pytest.raises(UsageError, match="takes"):
            app(wrong, standalone_mode=False)


@pytest.mark.usefixtures("kept")
def test_money_is_not_converted_without_rates_and_the_way_to_them_is_told() -> None:
    with pytest.raises(UsageError, match="tenu rates import"):
        app(["balance", "--into", "CHF"], standalone_mode=False)
