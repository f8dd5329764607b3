import csv
import json
from io import StringIO
from pathlib import Path

from tests.cli.conftest import Tenu

FLOWS = (
    "date,amountUSD,srcOrganization,destOrganization,boundary,status,originalAmount,originalCurrency,id\n"
    '2026-02-25,1084,"Norvelle, Government of",Red Crescent,incoming,commitment,1000,EUR,1\n'
    '2026-02-25,"1.000,5",Ardolia,Red Crescent,incoming,paid,,,2\n'
)


def test_flows_are_taken_in_counted_and_written_out_again(tenu: Tenu, tmp_path: Path) -> None:
    (tmp_path / "flows.csv").write_text(FLOWS, encoding="utf-8")

    taken = tenu("import", "flows.csv", "--from", "fts", "--unread", "unread.csv")
    counted = tenu("count", "fts-funding", "--by", "donor", "--format", "json")
    written = tenu("export", "--to", "csv-safe", "claims.csv", "--kind", "pledge")
    again = tenu("import", "claims.csv", "--from", "csv")

    assert taken.returncode == 1
    assert "2 rows, 2 claims, 2 of them new." in taken.stdout
    assert "row 3, amountUSD: “1.000,5” can be read in two ways" in taken.stderr
    unread = list(csv.DictReader(StringIO((tmp_path / "unread.csv").read_text("utf-8"))))
    assert [(row["row"], row["words"]) for row in unread] == [("3", "1.000,5")]
    told = json.loads(counted.stdout)
    assert [(one["key"], one["amount"], one["converted"]) for one in told["sums"]] == [
        ("Norvelle, Government of", 1084, 1084)
    ]
    assert [one["reason"] for one in told["left_out"]] == ["it tells no amount that this rule counts"]
    assert "1 claim: 1 rows written to claims.csv." in written.stderr
    assert "1 said in the ledger already" in again.stdout
    assert "is sound" in tenu("verify").stdout


def test_what_cannot_be_done_is_said_in_a_sentence_and_leaves_nothing(tenu: Tenu, tmp_path: Path) -> None:
    missing = tenu("import", "missing.csv", "--from", "fts")
    other = tenu("export", "--to", "docx")
    rule = tenu("count", "kiel")
    none = tenu("rates")
    (tmp_path / "bad.csv").write_text("Date,USD\n2024-03-01,-1\n", encoding="utf-8")
    rates = tenu("rates", "import", "bad.csv")

    assert "missing.csv cannot be read" in missing.stderr
    assert "--to takes csv, csv-safe" in other.stderr
    assert "there is no counting rule 'kiel'" in rule.stderr
    assert "The ledger has no rates" in none.stdout
    assert "'-1' is no rate of USD" in rates.stderr
    assert all("Traceback" not in done.stderr for done in (missing, other, rule, none, rates))
    assert all(done.returncode in (1, 2) for done in (missing, other, rule, none, rates))


def test_an_amount_is_converted_with_its_rate_and_day(tenu: Tenu) -> None:
    tenu("rates", "--sample")

    told = tenu("rates", "9425", "CHF", "EUR", "2026-02-25").stdout

    assert "EUR 10,000.00, converted at 1.0610079576 EUR to one CHF on 2026-02-25" in " ".join(told.split())


def test_a_calendar_goes_to_standard_output_as_it_is(tenu: Tenu, communique: Path) -> None:
    tenu("read", str(communique))

    done = tenu("export", "--to", "ics")

    assert done.stdout.startswith("BEGIN:VCALENDAR")
    assert "SUMMARY:Meeting:" in done.stdout
