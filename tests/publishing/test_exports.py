import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from lxml import etree
from python_calamine import CalamineWorkbook

from tenu.ledger import Decision, Filters, Judgement, Ledger
from tenu.ledger.linking import Asked
from tenu.ledger.matching.kinds import LinkKind
from tenu.publishing.columns import COLUMNS
from tenu.publishing.entry import About
from tenu.publishing.formats import SHAPES, Exported, Format, export, export_to
from tenu.publishing.iati.writing import NothingForIatiError, schema
from tenu.record import Kind
from tests.ledger.writing import NOON
from tests.publishing.telling import TEXT


def written(ledger: Ledger, form: Format, about: About, filters: Filters | None = None) -> tuple[bytes, Exported]:
    file = io.BytesIO()
    done = export(ledger, form, file, about, filters)
    return file.getvalue(), done


def rows(data: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(encoding), newline="")))


@pytest.mark.parametrize("form", Format)
def test_every_format_is_written_again_to_the_byte(ledger: Ledger, about: About, form: Format) -> None:
    if form is Format.XLSX:
        pytest.skip("a workbook holds the moment at which its parts were zipped")

    assert written(ledger, form, about)[0] == written(ledger, form, about)[0]


def test_a_claim_with_two_items_has_two_rows_with_its_id(ledger: Ledger, about: About) -> None:
    found = [row for row in rows(written(ledger, Format.CSV, about)[0]) if row["unit"] or row["quantity"]]

    assert [(row["item"], row["quantity"], row["item_number"]) for row in found] == [
        ("tents", "200", "1"),
        ("-1 stoves", str(10**30), "2"),
    ]
    assert found[0]["id"] == found[1]["id"]


def test_amounts_stand_in_full_and_names_with_semicolons_stay_one_name(ledger: Ledger, about: About) -> None:
    pledge = next(row for row in rows(written(ledger, Format.CSV, about)[0]) if row["kind"] == "pledge")

    assert (pledge["amount"], pledge["currency"]) == ("12500000.50", "EUR")
    assert pledge["donor"] == r"Norvelle\; a \[small\] state"
    assert pledge["recipient"] == "Sarvenia [FRA]"


def test_no_cell_of_the_guarded_flavour_starts_a_formula_and_each_changed_one_is_named(
    ledger: Ledger, about: About
) -> None:
    data, done = written(ledger, Format.CSV_SAFE, about)
    cells = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    guarded = [row["guarded"] for row in rows(data, "utf-8-sig") if row["guarded"]]
    assert guarded == ["item", "where evidence", "quote"]
    assert sum(len(names.split()) for names in guarded) == done.notes.count(
        "cells that a spreadsheet would run were guarded with an apostrophe"
    )


def test_a_workbook_has_neither_formulas_nor_links_and_shows_what_a_float_cannot(ledger: Ledger, about: About) -> None:
    data, _ = written(ledger, Format.XLSX, about)

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels")))
    assert b"<f>" not in sheets
    assert b"<hyperlink " not in sheets
    assert b"relationships/hyperlink" not in sheets
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("claims").to_python()
    names = sheet[0]
    told = [dict(zip(names, row, strict=True)) for row in sheet[1:]]
    assert [row["amount"] for row in told if row["amount"] != ""] == [12500000.5, 3000000]
    assert str(10**30) in [row["quantity"] for row in told]


def test_a_text_longer_than_a_cell_goes_on_in_the_row_below(tmp_path: Path, about: About) -> None:
    from tests.ledger.writing import brought, said

    text = "𝔘" * 40_000 + " was said."
    with Ledger.open(tmp_path / "long.db") as ledger:
        ledger.keep(*brought(text, said(text, text, Kind.ACTIVITY)), who="tester", when=NOON)
        data, _ = written(ledger, Format.XLSX, about)

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("claims").to_python()
    column = sheet[0].index("evidence")
    assert "".join(str(row[column]) for row in sheet[1:]) == text
    assert [row[-1] for row in sheet[1:]] == ["", "yes", "yes"]


def test_parquet_holds_amounts_as_exact_decimals_and_says_what_columns_hold(ledger: Ledger, about: About) -> None:
    data, done = written(ledger, Format.PARQUET, about)
    table = pq.read_table(io.BytesIO(data))

    told = table.to_pylist()
    assert [row["amount"] for row in told if row["amount"]] == [Decimal("12500000.50"), 3000000]
    large = next(row for row in told if row["item"] == "-1 stoves")
    assert (large["quantity"], large["quantity_text"]) == (None, str(10**30))
    assert len(done.notes) == 1
    assert table.schema.field("amount").metadata == {b"holds": b"money, exact"}


def test_a_line_of_json_holds_the_claim_as_proposed_and_as_judged_with_its_verdicts(
    ledger: Ledger, about: About
) -> None:
    claim = ledger.claims(Filters(kind=Kind.PLEDGE)).entries[0]
    ledger.judge(claim.id, Judgement(Decision.ACCEPT), seen=0, who="Ada", when=NOON)

    lines = [json.loads(line) for line in written(ledger, Format.JSONL, about)[0].splitlines()]

    pledge = next(line for line in lines if line["kept"]["id"] == claim.id)
    assert pledge["kept"]["state"] == "accepted"
    assert [verdict["by"] for verdict in pledge["verdicts"]] == ["Ada"]
    assert pledge["kept"]["claim"]["items"][0]["amount"] == "12500000.50"


def test_a_calendar_has_days_as_days_and_a_month_as_a_span_that_takes_nobodys_time(
    ledger: Ledger, about: About
) -> None:
    data, _ = written(ledger, Format.ICS, about)
    events = {str(event["x-tenu-when"]): event for event in events_of(data) if "x-tenu-when" in event}

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    pledge, meeting = events["2025-03-03"], events["2025-09"]
    assert (pledge["dtstart"].dt, pledge["dtend"].dt) == (date(2025, 3, 3), date(2025, 3, 4))
    assert (meeting["dtstart"].dt, meeting["dtend"].dt) == (date(2025, 9, 1), date(2025, 10, 1))
    assert meeting["transp"] == "TRANSPARENT"
    assert "some time in 2025-09" in meeting["summary"]
    due = next(event for event in events_of(data) if "x-tenu-by" in event)
    assert (due["uid"], due["dtstart"].dt) == (pledge["uid"].replace("@", "-by@"), date(2025, 12, 31))


def test_a_cancelled_promise_keeps_its_uid_counts_up_and_is_cancelled_in_the_calendar(
    ledger: Ledger, about: About
) -> None:
    before = uids(written(ledger, Format.ICS, about)[0])
    pledge = ledger.claims(Filters(kind=Kind.PLEDGE)).entries[0]
    later = ledger.claims(Filters(kind=Kind.DELIVERY)).entries[0]

    ledger.link(Asked(LinkKind.CANCELS, later.id, pledge.id), who="Ada", when=NOON)

    event = next(one for one in events_of(written(ledger, Format.ICS, about)[0]) if "x-tenu-by" in one)
    assert event["status"] == "CANCELLED"
    assert event["sequence"] == 1
    assert str(event["uid"]) in before


def test_activities_are_valid_and_a_pledge_is_no_commitment(ledger: Ledger, about: About) -> None:
    data, done = written(ledger, Format.IATI, about)
    root = etree.fromstring(data)

    schema().assertValid(root)
    told = [(one.find("transaction-type"), one.findtext("value")) for one in root.iter("transaction")]
    assert [(kind.get("code"), value) for kind, value in told if kind is not None] == [
        ("12", "12500000.50"),
        ("3", "3000000"),
    ]
    assert {one.get("secondary-reporter") for one in root.iter("reporting-org")} == {"1"}
    assert root.xpath("//recipient-country/@code") == ["FR", "FR"]
    assert not root.xpath("//@humanitarian")
    assert done.notes.count("goods without a value in money were left out") == 2


def test_an_export_that_iati_cannot_hold_leaves_no_file(ledger: Ledger, about: About, tmp_path: Path) -> None:
    target = tmp_path / "out" / "activities.xml"
    target.parent.mkdir()

    with pytest.raises(NothingForIatiError, match="no promise or delivery"):
        export_to(ledger, Format.IATI, target, about, Filters(kind=Kind.MEETING))

    assert list(target.parent.iterdir()) == []


def test_a_file_that_was_there_stays_where_an_export_fails(ledger: Ledger, about: About, tmp_path: Path) -> None:
    target = tmp_path / "activities.xml"
    target.write_text("yesterday")

    with pytest.raises(NothingForIatiError):
        export_to(ledger, Format.IATI, target, about, Filters(kind=Kind.MEETING))

    assert target.read_text() == "yesterday"


ALLOWED = {
    "Dataset": {"name", "description", "dateModified", "creator"},
    "Quotation": {"text", "creator", "inLanguage", "citation", "identifier", "isPartOf", "creativeWorkStatus"},
    "Event": {
        *("name", "description", "startDate", "endDate", "eventStatus", "location"),
        *("attendee", "organizer", "subjectOf", "identifier"),
    },
    "Claim": {
        *("name", "text", "additionalType", "about", "temporal", "expires", "spatial"),
        *("appearance", "identifier", "isPartOf", "creativeWorkStatus"),
    },
    "CreativeWork": {"name", "inLanguage", "datePublished", "url", "identifier"},
    "Role": {"roleName", "about"},
    "MonetaryAmount": {"name", "value", "currency"},
    "QuantitativeValue": {"value", "unitText"},
    "Thing": {"name", "additionalProperty"},
    **{name: {"name", "identifier"} for name in ("Organization", "Person", "Country", "Place")},
}
"""Properties that schema.org gives each type."""


def test_linked_data_uses_the_words_of_schema_org(ledger: Ledger, about: About) -> None:
    document = json.loads(written(ledger, Format.JSONLD, about)[0])

    assert set(document) == {"@context", "@graph"}
    types = [node["@type"] for node in document["@graph"]]
    assert types.count("Quotation") == types.count("Event") == types.count("Dataset") == 1
    for node in nodes_in(document["@graph"]):
        assert set(node) - {"@id", "@type"} <= ALLOWED[node["@type"]]
    amounts = [node for node in nodes_in(document["@graph"]) if node["@type"] == "MonetaryAmount"]
    assert [(one["value"], one["currency"]) for one in amounts] == [("12500000.50", "EUR"), ("3000000", "CHF")]


def test_annotations_point_at_the_very_words_in_code_points(ledger: Ledger, about: About) -> None:
    page = json.loads(written(ledger, Format.ANNOTATIONS, about)[0])

    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 6
    for target in (target for item in page["items"] for target in item["target"]):
        place, quoted = target["selector"]
        start, end = place["start"], place["end"]
        assert TEXT[start:end] == quoted["exact"]
        assert TEXT[:start].endswith(quoted["prefix"])
        assert TEXT[end:].startswith(quoted["suffix"])


def test_rejected_claims_are_in_tables_with_their_state_and_not_in_calendars(ledger: Ledger, about: About) -> None:
    pledge = ledger.claims(Filters(kind=Kind.PLEDGE)).entries[0]
    ledger.judge(pledge.id, Judgement(Decision.REJECT, reason="a speech"), seen=0, who="Ada", when=NOON)

    table = {row["id"]: row["state"] for row in rows(written(ledger, Format.CSV, about)[0])}

    assert table[pledge.id] == "rejected"
    assert f"m{pledge.id}@tenu" not in uids(written(ledger, Format.ICS, about)[0])


def test_every_format_has_its_shape() -> None:
    assert set(SHAPES) == set(Format)


def events_of(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def uids(data: bytes) -> set[str]:
    return {str(event["uid"]) for event in events_of(data)}


def nodes_in(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [node for one in part for node in nodes_in(one)]
    if not isinstance(part, dict):
        return []
    found = [part] if "@type" in part else []
    return found + [node for value in part.values() for node in nodes_in(value)]


def test_the_page_on_formats_has_every_column_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")

    for column in COLUMNS:
        assert f"| `{column.name}` | {column.holds} |" in page
