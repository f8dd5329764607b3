import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from tenu.ledger import Decision, Filters, Judgement, KeptClaim, Ledger, Outcome, State
from tenu.publishing.imports.opening import From
from tenu.publishing.imports.refusals import ImportRefusedError
from tenu.record import Basis, Kind, Role, Stage
from tests.publishing.importing import NOON, taken

FTS = (
    "date,description,amountUSD,srcOrganization,destOrganization,destGlobalClusters,destLocations,boundary,"
    "onBoundary,status,decisionDate,originalAmount,originalCurrency,exchangeRate,id\n"
)
KIEL = ("donor", "announcement_date", "aid_type_general", "measure", "tot_sub_activity_value_EUR")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "tenu.db") as opened:
        yield opened


def claims(ledger: Ledger) -> list[KeptClaim]:
    return list(ledger.claims(limit=1000).entries)


def fts(path: Path, *rows: str) -> Path:
    path.write_text(FTS + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def kiel(path: Path, *rows: tuple[object, ...], columns: tuple[str, ...] = KIEL, above: int = 0) -> Path:
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Read me").write(0, 0, "An invented table")
    sheet = book.add_worksheet("Bilateral Assistance, MAIN DATA")
    sheet.write(0, 0, "A table of promises")
    for row, cells in enumerate((columns, *rows), start=above):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.close()
    return path


def test_a_flow_is_a_claim_with_its_row_as_evidence_and_both_amounts_told_apart(ledger: Ledger, tmp_path: Path) -> None:
    path = fts(
        tmp_path / "flows.csv",
        '2021-02-25,Blankets,606796,"Luxembourg, Government of",Red Crescent,Shelter,AFG,incoming,single,'
        "commitment,2021-02-24,500000,EUR,0.824,228238",
    )

    count, _ = taken(ledger, path, From.FTS)

    (kept,) = claims(ledger)
    assert (count.rows, count.claims, count.unread) == (1, 1, [])
    assert (kept.claim.kind, kept.claim.when, kept.state) == (Kind.PLEDGE, "2021-02-24", State.ACCEPTED)
    assert kept.claim.evidence.text.startswith("date: 2021-02-25 · description: Blankets · amountUSD: 606796")
    donor = next(actor for actor in kept.claim.actors if actor.role is Role.DONOR)
    assert (donor.name, donor.iso) == ("Luxembourg, Government of", "LUX")
    text = ledger.document(kept.document).document
    assert text is not None
    assert text.text[donor.start : donor.end] == donor.mention == "Luxembourg, Government of"
    assert kept.terms is not None
    assert kept.terms.stage is Stage.COMMITMENT
    assert [(value.amount, value.currency, value.basis) for value in kept.terms.values] == [
        (500000, "EUR", Basis.STATED),
        (606796, "USD", Basis.CONVERTED),
    ]


def test_a_flow_that_stands_twice_is_one_claim_and_the_row_is_named(ledger: Ledger, tmp_path: Path) -> None:
    row = "2021-02-25,Blankets,5,Norvelle,Red Crescent,Shelter,AFG,incoming,single,paid,,,,,7"

    count, _ = taken(ledger, fts(tmp_path / "flows.csv", row, row), From.FTS)

    assert count.claims == 1
    assert [(one.row, one.words, one.reason) for one in count.unread] == [(3, "7", "repeats the flow of row 2")]


def test_money_that_only_moves_between_organisations_makes_no_claim(ledger: Ledger, tmp_path: Path) -> None:
    row = "2021-02-25,Blankets,5,Norvelle,Red Crescent,Shelter,AFG,internal,single,paid,,,,,7"

    count, _ = taken(ledger, fts(tmp_path / "flows.csv", row), From.FTS)

    assert (count.claims, count.without) == (0, 1)
    assert "no new money" in count.unread[0].reason


def test_a_file_imported_twice_adds_nothing_and_a_changed_one_is_a_new_version(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2021-02-25,Blankets,{n},Norvelle,Red Crescent,Shelter,AFG,incoming,single,paid,,,,,{n}" for n in range(3)]
    path = tmp_path / "flows.csv"

    first, _ = taken(ledger, fts(path, *rows), From.FTS)
    again, _ = taken(ledger, path, From.FTS)
    changed, _ = taken(ledger, fts(path, *rows[:2], rows[2].replace("Norvelle", "Ardolia")), From.FTS)

    assert first.documents == {Outcome.NEW_DOCUMENT: 1}
    assert (again.documents, again.added) == ({Outcome.NOTHING_NEW: 1}, 0)
    assert changed.documents == {Outcome.NEW_VERSION: 1}
    current = [kept for kept in claims(ledger) if kept.gone_from is None]
    assert sorted(kept.claim.actors[0].name for kept in current) == ["Ardolia", "Norvelle", "Norvelle"]
    assert all(kept.state is State.ACCEPTED for kept in current)
    assert ledger.verify().sound


def test_a_row_put_in_changes_the_documents_near_it_and_no_others(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2021-02-25,Tents,{n},Norvelle,Hospital,Shelter,AFG,incoming,single,paid,,,,,{n}" for n in range(1, 900)]
    path = tmp_path / "flows.csv"
    taken(ledger, fts(path, *rows), From.FTS)

    again, _ = taken(
        ledger, fts(path, rows[0], rows[1].replace(",2,", ",9,").replace(",2", ",99999"), *rows[1:]), From.FTS
    )

    assert again.documents[Outcome.NOTHING_NEW] > again.documents[Outcome.NEW_VERSION]
    assert sum(kept.gone_from is None for kept in every(ledger)) == 900


def test_a_shorter_file_lets_the_claims_behind_its_end_be_gone(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2021-02-25,Tents,{n},Norvelle,Hospital,Shelter,AFG,incoming,single,paid,,,,,{n}" for n in range(1, 500)]
    path = tmp_path / "flows.csv"
    taken(ledger, fts(path, *rows), From.FTS)

    taken(ledger, fts(path, *rows[:10]), From.FTS)

    assert sum(kept.gone_from is None for kept in every(ledger)) == 10


def test_what_a_person_decided_stays_where_the_row_stays(ledger: Ledger, tmp_path: Path) -> None:
    row = "2021-02-25,Blankets,5,Norvelle,Hospital,Shelter,AFG,incoming,single,paid,,,,,7"
    path = tmp_path / "flows.csv"
    taken(ledger, fts(path, row), From.FTS)
    (kept,) = claims(ledger)
    ledger.judge(kept.id, Judgement(Decision.REJECT, reason="a test flow"), seen=kept.seen, who="Ada", when=NOON)

    taken(ledger, fts(path, row, row.replace(",7", ",8")), From.FTS)

    states = {kept.claim.evidence.text[-1]: kept.state for kept in claims(ledger) if kept.known_until is None}
    assert states == {"7": State.REJECTED, "8": State.ACCEPTED}


def test_an_import_to_review_leaves_all_claims_open(ledger: Ledger, tmp_path: Path) -> None:
    row = "2021-02-25,Blankets,5,Norvelle,Hospital,Shelter,AFG,incoming,single,paid,,,,,7"

    taken(ledger, fts(tmp_path / "flows.csv", row), From.FTS, accept=False)

    assert [kept.state for kept in ledger.claims(Filters(state=State.OPEN)).entries] == [State.OPEN]


def test_a_workbook_says_which_columns_moved_were_renamed_and_are_missing(ledger: Ledger, tmp_path: Path) -> None:
    columns = ("announcement_date", "countries", "aid_type_general", "measure", KIEL[4], "a new column")
    path = kiel(
        tmp_path / "tracker.xlsx",
        ("2022-03-04", "Germany", "Military", "Allocation", 1000000.5, "x"),
        columns=columns,
        above=7,
    )

    count, say = taken(ledger, path, From.KIEL)

    (kept,) = claims(ledger)
    assert count.claims == 1
    assert kept.terms is not None
    assert (kept.terms.stage, str(kept.terms.values[0].amount)) == (Stage.ALLOCATION, "1000000.5")
    told = " ".join(say)
    assert "the columns are named in row 8" in told
    assert "the column donor is called “countries”" in told
    assert "the column announcement_date stands before donor" in told
    assert "the column explanation is not there" in told
    assert "a new column" in told


def test_a_workbook_without_a_needed_column_is_refused_with_the_nearest_name(ledger: Ledger, tmp_path: Path) -> None:
    path = kiel(tmp_path / "tracker.xlsx", columns=("donors", *KIEL[1:3], "measured", KIEL[4]))

    with pytest.raises(ImportRefusedError, match=r"donor \(perhaps “donors”\); measure \(perhaps “measured”\)"):
        taken(ledger, path, From.KIEL)

    assert claims(ledger) == []


BAD = [
    ("2022-06-31", "5", "EUR", "date", "2022-06-31", "is on no calendar"),
    ("31 June 2022", "5", "EUR", "date", "31 June 2022", "is no day; write 2022-10-31"),
    ("03/04/2022", "5", "EUR", "date", "03/04/2022", "can be read in two ways"),
    ("2022", "1.000,5", "EUR", "amount", "1.000,5", "can be read in two ways"),
    ("2022", "1,234", "EUR", "amount", "1,234", "can be read in two ways"),
    ("2022", "NaN", "EUR", "amount", "NaN", "is no number"),
    ("2022", "-5", "EUR", "amount", "-5", "is below zero"),
    ("2022", "1" + "0" * 30, "EUR", "amount", "1" + "0" * 30, "is larger than anything"),
    ("2022", "5 million", "EUR", "amount", "5 million", "is no number"),
    ("2022", "٣٤", "EUR", "amount", "٣٤", "is no number"),
    ("2022", "5", "EUR/USD", "currency", "EUR/USD", "is no currency code"),
    ("2022", "5", "", "amount", "5", "has no currency"),
    ("2022", "=cmd()", "EUR", "amount", "=cmd()", "is no number"),
]


@pytest.mark.parametrize(("day", "amount", "currency", "column", "words", "reason"), BAD)
def test_what_cannot_be_read_is_kept_in_its_words_with_row_and_reason_and_never_guessed(
    ledger: Ledger, tmp_path: Path, day: str, amount: str, currency: str, column: str, words: str, reason: str
) -> None:
    table, mapping = plain_table(tmp_path, (day, "Norvelle", amount, currency))

    count, _ = taken(ledger, table, From.CSV, mapping)

    (one,) = count.unread
    assert (one.row, one.column, one.words) == (2, column, words)
    assert reason in one.reason
    (kept,) = claims(ledger)
    unread = kept.claim.unread[0]
    assert words in kept.claim.evidence.text
    assert (unread.text, unread.reason) == (words, one.reason)
    assert (kept.claim.when is None) if column == "date" else (kept.claim.items == ())


def test_a_name_that_a_spreadsheet_would_run_is_no_name(ledger: Ledger, tmp_path: Path) -> None:
    table, mapping = plain_table(tmp_path, ("2022", "=cmd()|' /C calc'!A0", "5", "EUR"))

    count, _ = taken(ledger, table, From.CSV, mapping)

    assert [(one.column, one.reason) for one in count.unread] == [("who", "begins as a formula does")]
    assert claims(ledger)[0].claim.actors == ()


def test_a_mapping_says_how_days_and_decimals_are_written(ledger: Ledger, tmp_path: Path) -> None:
    table, mapping = plain_table(tmp_path, ("03/04/2022", "Norvelle", "1.000,5", "eur"))
    mapping.write_text('days = "day/month/year"\npoint = ","\n' + mapping.read_text("utf-8"), encoding="utf-8")

    count, _ = taken(ledger, table, From.CSV, mapping)

    (kept,) = claims(ledger)
    assert count.unread == []
    assert (kept.claim.when, str(kept.claim.items[0].amount), kept.claim.items[0].currency) == (
        "2022-04-03",
        "1000.5",
        "EUR",
    )


def test_rows_longer_than_the_header_keep_what_stands_beyond_it(ledger: Ledger, tmp_path: Path) -> None:
    table, mapping = plain_table(tmp_path, ("2022", "Norvelle", "5", "EUR", "a stray cell"))

    count, _ = taken(ledger, table, From.CSV, mapping)

    assert [(one.row, one.words) for one in count.unread] == [(2, "a stray cell")]
    assert "a stray cell" in claims(ledger)[0].claim.evidence.text


def test_a_huge_file_is_refused_without_being_read(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 2 * 1024**3)

    with pytest.raises(ImportRefusedError, match="2,048 MB"):
        taken(ledger, path, From.FTS)


def test_a_broken_zip_and_a_zip_bomb_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    broken, bomb = kiel(tmp_path / "broken.xlsx"), tmp_path / "bomb.xlsx"
    broken.write_bytes(broken.read_bytes()[:-200])
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(40 * 1024 * 1024))

    with pytest.raises(ImportRefusedError, match="damaged workbook"):
        taken(ledger, broken, From.KIEL)
    with pytest.raises(ImportRefusedError, match="unpacks to more than"):
        taken(ledger, bomb, From.KIEL)


def test_a_table_in_another_encoding_is_refused_with_what_to_do(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "flows.csv"
    path.write_bytes((FTS + "2021-02-25,Décembre,5,a,b,c,AFG,incoming,single,paid,,,,,7\n").encode("cp1252"))

    with pytest.raises(ImportRefusedError, match="save it as UTF-8"):
        taken(ledger, path, From.FTS)


ACTIVITIES = """<?xml version="1.0"?>
<!DOCTYPE iati-activities [<!ENTITY words SYSTEM "file:///etc/hostname">]>
<iati-activities version="2.03"><iati-activity default-currency="EUR">
<iati-identifier>XX-1-A</iati-identifier><reporting-org ref="XX-1" type="10"><narrative>Norvelle</narrative></reporting-org>
<title><narrative>Bridges</narrative></title><participating-org role="1"><narrative>Norvelle</narrative></participating-org>
<activity-status code="2"/><recipient-country code="FR"/>
<transaction><transaction-type code="12"/><transaction-date iso-date="2025-03-03"/><value>12.50</value>
 <description><narrative>&words;bridges</narrative></description></transaction>
<transaction><transaction-type code="2"/><transaction-date iso-date="2025-03-04"/><value currency="CHF">7</value></transaction>
<transaction><transaction-type code="3"/><transaction-date iso-date="2025-02-30"/><value>7</value></transaction>
<transaction><transaction-type code="1"/><transaction-date iso-date="2025-03-04"/><value>9</value></transaction>
</iati-activity></iati-activities>
"""  # noqa: E501 — as such files are


def test_activities_tell_pledges_apart_from_commitments_and_no_entity_is_opened(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "activities.xml"
    path.write_text(ACTIVITIES, encoding="utf-8")

    count, _ = taken(ledger, path, From.IATI)

    told = [(kept.terms.stage if kept.terms else None, kept.claim.items) for kept in claims(ledger)]
    assert [stage for stage, _ in told] == [Stage.PLEDGE, Stage.COMMITMENT, Stage.DELIVERY]
    assert [(str(items[0].amount), items[0].currency) for _, items in told] == [
        ("12.50", "EUR"),
        ("7", "CHF"),
        ("7", "EUR"),
    ]
    assert all(kept.claim.where[0].iso == "FRA" for kept in claims(ledger))
    assert [(one.row, one.column, one.words) for one in count.unread] == [
        (10, "transaction-date", "2025-02-30"),
        (11, "transaction-type", "1"),
    ]
    assert os.uname().nodename not in claims(ledger)[0].claim.evidence.text


def test_a_table_of_ours_says_nothing_new_to_the_ledger_it_came_from(ledger: Ledger, tmp_path: Path) -> None:
    from tenu.publishing.entry import About
    from tenu.publishing.formats import Format, export_to
    from tests.publishing.telling import record

    ledger.keep(*record(), who="tester", when=NOON)
    forms = {Format.CSV: From.CSV, Format.CSV_SAFE: From.CSV, Format.XLSX: From.XLSX, Format.JSONL: From.JSONL}
    for written, read in {**forms, Format.PARQUET: From.PARQUET}.items():
        path = tmp_path / f"export.{written}"
        export_to(ledger, written, path, About("test", NOON))

        count, _ = taken(ledger, path, read)

        assert (count.known, count.claims, count.unread) == (6, 0, [])


def plain_table(folder: Path, *rows: tuple[str, ...]) -> tuple[Path, Path]:
    table, mapping = folder / "table.csv", folder / "mapping.toml"
    lines = ["date;who;amount;currency", *(";".join(row) for row in rows)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    mapping.write_text(
        'when = {column = "date"}\nlanguage = "en"\n[[actor]]\nrole = "donor"\ncolumn = "who"\n'
        '[[item]]\nname = "aid"\namount = "amount"\ncurrency_column = "currency"\n',
        encoding="utf-8",
    )
    return table, mapping


def every(ledger: Ledger) -> Iterator[KeptClaim]:
    after = None
    while True:
        page = ledger.claims(after=after, limit=1000)
        yield from page.entries
        after = page.after
        if after is None:
            return
