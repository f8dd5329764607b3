"""`tenu accept`, `amend`, `reject`, `undo`, `add`, `link`, `matter` and `history`, from a shell."""

import json
from pathlib import Path

import pytest

from tenu.ledger import Ledger
from tenu.record import Kind
from tests.cli.conftest import Tenu
from tests.ledger.writing import NOON, norway

SOURCE = "https://www.example.org/a"


@pytest.fixture
def claims(tmp_path: Path) -> dict[str, str]:
    """A ledger with a delivery, a pledge and a meeting; their ids by their kinds."""
    with Ledger.open(tmp_path / "tenu.db") as ledger:
        ledger.keep(*norway(), who="tenu", when=NOON)
        return {claim.claim.kind.value: claim.id for claim in ledger.claims().entries}


def test_a_decision_is_told_in_a_line_and_undone_by_another(tenu: Tenu, claims: dict[str, str]) -> None:
    accepted = tenu("accept", claims["pledge"][:8], claims["meeting"], "--as", "Ana")
    undone = tenu("undo", claims["meeting"], "--as", "Ana")

    assert (accepted.returncode, undone.returncode) == (0, 0), accepted.stderr
    assert [line.split()[1] for line in accepted.stdout.splitlines()] == ["accepted:", "accepted:"]
    assert "taken back, open" in undone.stdout
    listed = tenu("list", "--state", "accepted", "--judged-by", "Ana", "--format", "jsonl").stdout
    assert [json.loads(line)["id"] for line in listed.splitlines()] == [claims["pledge"]]


def test_what_somebody_else_judged_shows_both_decisions_and_asks_for_another_look(
    tenu: Tenu, claims: dict[str, str]
) -> None:
    tenu("accept", claims["pledge"], "--as", "Ana")

    refused = tenu("reject", claims["pledge"], "--reason", "not firm", "--as", "Ben")
    again = tenu("reject", claims["pledge"], "--reason", "not firm", "--as", "Ben", "--seen", "1")

    assert (refused.returncode, again.returncode) == (1, 0)
    assert "accept by Ana" in refused.stderr
    assert "reject by Ben: not firm" in refused.stderr
    assert "--seen 1" in refused.stderr


def test_a_claim_that_is_unknown_does_not_stop_the_others(tenu: Tenu, claims: dict[str, str]) -> None:
    done = tenu("accept", "ffffffff", claims["pledge"])

    assert done.returncode == 1
    assert "ffffffff" in done.stderr
    assert "accepted" in done.stdout


def test_an_amendment_takes_fields_from_options_and_from_a_file(
    tenu: Tenu, claims: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "fields.json").write_text('{"when": "2023-03", "where": [{"name": "Oslo"}]}')

    done = tenu(
        *("amend", claims["pledge"], "--file", "fields.json", "--item", "EUR 4000000", "--actor", "recipient=Kyiv"),
        *("--status", "planned", "--stage", "commitment", "--condition", "parliament approves"),
    )

    assert done.returncode == 0, done.stderr
    kept = json.loads(tenu("show", claims["pledge"], "--format", "jsonl").stdout)
    claim = kept["claim"]
    assert (claim["when"], claim["where"][0]["name"], claim["status"]) == ("2023-03", "Oslo", "planned")
    assert [(one["amount"], one["currency"]) for one in claim["items"]] == [(4000000, "EUR")]
    assert [(one["role"], one["name"], one["mention"]) for one in claim["actors"]] == [
        ("donor", "Norvège", "Norvège"),
        ("recipient", "Kyiv", "Kyiv"),
    ]
    assert (kept["terms"]["stage"], kept["terms"]["conditions"]) == ("commitment", ["parliament approves"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--status", "soon"], "planned"),
        (["--actor", "Norway"], "ROLE=NAME"),
        (["--file", "none.json"], "none.json"),
        ([], "changes nothing"),
    ],
)
def test_an_amendment_that_does_not_fit_is_a_sentence(
    tenu: Tenu, claims: dict[str, str], arguments: list[str], told: str
) -> None:
    done = tenu("amend", claims["pledge"], *arguments)

    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_claim_of_ones_own_is_added_on_words_of_the_text(tenu: Tenu, claims: dict[str, str]) -> None:
    done = tenu("add", SOURCE, "agreement", "5 millions d’euros", "--actor", "donor=Norvège", "--as", "Ana")
    twice = tenu("add", SOURCE, "agreement", "à")

    assert done.returncode == 0, done.stderr
    assert "added, accepted: agreement · donor: Norvège" in done.stdout
    assert twice.returncode == 1
    assert "times" in twice.stderr
    assert "Norvège" in tenu("list", "--kind", "agreement", "--state", "accepted").stdout
    assert len(claims) == 3


def test_a_promise_is_shown_with_its_delivery_and_what_is_open(tenu: Tenu, claims: dict[str, str]) -> None:
    delivery, pledge = claims["delivery"], claims["pledge"]

    linked = tenu("link", "delivers", delivery[:8], pledge[:8], "--as", "Ana")
    whole = tenu("matter", f"m{pledge[:8]}").stdout
    again = tenu("link", "delivers", delivery, pledge)
    wrong = tenu("link", "keeps", delivery, pledge)
    tenu("unlink", "delivers", delivery, pledge, "--reason", "another hospital")

    assert linked.returncode == 0, linked.stderr
    assert whole.index("promise") < whole.index("delivery") < whole.index("open")
    assert "5,000,000" in whole
    assert (again.returncode, wrong.returncode) == (1, 2)
    assert "already" in again.stderr
    assert "none is linked" in tenu("matter", pledge).stdout
    told = tenu("history", pledge).stdout
    assert [word in told for word in ("read in version 1", "linked", "another hospital")] == [True] * 3


def test_the_things_that_several_claims_tell_of_are_listed(tenu: Tenu, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "tenu.db") as ledger:
        for source in ("a.txt", "b.txt"):
            ledger.keep(*norway(source=source), who="tenu", when=NOON)
    none_made = tenu("matters").stdout

    tenu("suggest", "--above", "0.5")

    assert "No links join claims yet" in none_made
    assert tenu("matters").stdout.count(Kind.PLEDGE) == 1
