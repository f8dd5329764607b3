"""`tenu list`, `show`, `find`, `explain` and `demo`, from a shell."""

import json
from pathlib import Path

from tests.cli.conftest import Tenu


def test_claims_are_listed_by_kind_and_actor(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    pledges = tenu("list", "--kind", "pledge", "--actor", "Norvège").stdout
    meetings = tenu("list", "--kind", "meeting").stdout

    assert "Norvège" in pledges
    assert "Vaduz" not in pledges
    assert "Vaduz" in meetings


def test_a_kind_that_is_none_is_wrong_usage_and_names_those_there_are(tenu: Tenu) -> None:
    done = tenu("list", "--kind", "promise")

    assert done.returncode == 2
    assert "pledge" in done.stderr


def test_words_are_found_in_any_form_and_without_their_accents(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    done = tenu("find", "norvege", "regions")

    assert "Norvège" in done.stdout


def test_a_claim_is_shown_with_its_evidence_in_context(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)
    claim = json.loads(tenu("list", "--kind", "pledge", "--format", "jsonl").stdout.splitlines()[0])

    done = tenu("show", claim["id"][:8])

    assert "promis 12 millions" in " ".join(done.stdout.split())
    assert "Claire Aubert, rencontrera" in done.stdout.replace("\n", " ")


def test_a_document_is_shown_with_its_claims(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    done = tenu("show", communique.name)

    assert "La ministre de l’Énergie se rend à Vaduz" in done.stdout
    assert "Nous tiendrons parole" in done.stdout


def test_an_id_that_nothing_has_is_refused_with_what_to_do(tenu: Tenu, communique: Path) -> None:
    tenu("read", communique.name)

    done = tenu("show", "ffffffff")

    assert done.returncode == 1
    assert "tenu list" in done.stderr


def test_explain_shows_times_names_and_the_rules_that_fired(tenu: Tenu, communique: Path) -> None:
    done = tenu("explain", communique.name)

    assert done.returncode == 0
    assert "mercredi = 2025-03-05" in done.stdout
    assert "fired" in done.stdout
    assert "Claire Aubert" in done.stdout


def test_the_demo_reads_the_sample_dossier_into_a_ledger(tenu: Tenu) -> None:
    done = tenu("demo")

    assert done.returncode == 0, done.stderr
    assert "15 sample releases read into demo.db: 14 documents" in done.stdout
    kinds = {
        json.loads(line)["claim"]["kind"]
        for line in tenu("list", "--ledger", "demo.db", "--limit", "999", "--format", "jsonl").stdout.splitlines()
    }
    assert kinds == {"meeting", "statement", "need", "pledge", "delivery", "decision", "agreement", "activity"}
    assert "génératrices" in tenu("find", "generatrice", "--ledger", "demo.db").stdout
