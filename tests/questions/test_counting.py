import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from tenu.ledger import Decision, Judgement, Ledger
from tenu.ledger.linking import Asked
from tenu.ledger.matching.kinds import LinkKind
from tenu.publishing.imports.opening import From
from tenu.publishing.imports.rates import SAMPLE, take_in_rates
from tenu.questions.counting.count import By, Count
from tenu.questions.counting.counting import KINDS, count
from tenu.questions.counting.rules import RULES, rule_named
from tenu.questions.rates.kept import rates_of
from tenu.record import Kind, Role, Share, Stage, Status, Terms
from tests.ledger.writing import actor, brought, item, said
from tests.publishing.importing import taken

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "pledges"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
shared = pytest.mark.shared


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "tenu.db") as opened:
        yield opened


def counted(ledger: Ledger, rule: str, by: By | None = None, *, with_open: bool = False) -> Count:
    return count(ledger.gather(KINDS), rule_named(rule), by, rates_of(ledger), with_open=with_open)


def keep(ledger: Ledger, *told: tuple[str, str, str, Terms | None], day: str = "2026-02-25") -> list[str]:
    """Keep pledges, each of a sentence of its own, by `donor`, `amount` and `currency`, and accept them."""
    ids = []
    for at, (donor, amount, currency, terms) in enumerate(told):
        text = f"Promise {at}: {donor} gives {amount} {currency}."
        claim = said(
            text, text, Kind.PLEDGE, status=Status.DONE, when=day,
            actors=tuple(actor(Role.DONOR, name) for name in donor.split(" and ")),
            items=(item("aid", amount=amount, currency=currency),),
        )  # fmt: skip
        (key,) = ledger.keep(*brought(text, claim, source=f"https://example.org/{at}"), who="t", when=NOON).claims
        ledger.judge(key, Judgement(Decision.ACCEPT, terms=terms), seen=0, who="Ada", when=NOON)
        ids.append(key)
    return ids


def reasons(found: Count) -> dict[str, str]:
    return {one.claim: one.reason for one in found.left_out}


def sums(found: Count) -> dict[str, str]:
    return {one.key: f"{one.amount:f}" if isinstance(one.amount, Decimal) else str(one.amount) for one in found.sums}


COMMITMENT, ALLOCATION = Terms(Stage.COMMITMENT), Terms(Stage.ALLOCATION)


def test_a_pledge_is_no_commitment_and_is_left_out_by_name(ledger: Ledger) -> None:
    pledge, _ = keep(ledger, ("Norvelle", "5", "EUR", None), ("Ardolia", "7", "EUR", COMMITMENT))

    found = counted(ledger, "kiel-commitment", By.DONOR)

    assert sums(found) == {"Ardolia": "7"}
    assert reasons(found)[pledge] == "told as pledge, which this rule does not count"


def test_a_promise_told_again_counts_once(ledger: Ledger) -> None:
    first, second = keep(ledger, ("Norvelle", "5", "EUR", COMMITMENT), ("Norvelle", "5", "EUR", COMMITMENT))
    ledger.link(Asked(LinkKind.SAME, second, first), who="Ada", when=NOON)

    found = counted(ledger, "kiel-commitment")

    assert [(total.amount, total.claims) for total in found.totals] == [(5, (first,))]
    assert reasons(found) == {second: f"tells again what {first} tells"}


def test_claims_of_one_promise_that_differ_count_neither_until_one_is_linked_as_the_update(ledger: Ledger) -> None:
    first, second = keep(ledger, ("Norvelle", "5", "EUR", COMMITMENT), ("Norvelle", "8", "EUR", COMMITMENT))
    ledger.link(Asked(LinkKind.SAME, second, first), who="Ada", when=NOON)

    assert counted(ledger, "kiel-commitment").totals == ()
    ledger.link(Asked(LinkKind.UPDATES, second, first), who="Ada", when=NOON)
    assert [total.amount for total in counted(ledger, "kiel-commitment").totals] == [8]


def test_a_tranche_does_not_count_beside_its_whole(ledger: Ledger) -> None:
    (whole,) = keep(ledger, ("Norvelle", "10", "EUR", COMMITMENT))
    text = "A first tranche of 4 EUR."
    claim = said(text, text, Kind.PLEDGE, status=Status.DONE, items=(item("aid", amount="4", currency="EUR"),))
    (part,) = ledger.keep(*brought(text, claim, source="https://example.org/part"), who="t", when=NOON).claims
    terms = Terms(Stage.COMMITMENT, tranche_of=whole)
    ledger.judge(part, Judgement(Decision.ACCEPT, terms=terms), seen=0, who="Ada", when=NOON)

    found = counted(ledger, "kiel-commitment")

    assert [total.amount for total in found.totals] == [10]
    assert "counts whole" in reasons(found)[part]


def test_joint_donors_have_their_told_shares_and_the_rest_stays_together(ledger: Ledger) -> None:
    shares = (Share("Norvelle", amount=6, currency="EUR"), Share("Ardolia", part=Decimal("0.25")))
    terms = Terms(Stage.COMMITMENT, shares=shares)
    keep(ledger, ("Norvelle and Ardolia", "12", "EUR", terms), ("Norvelle and Ardolia", "3", "EUR", COMMITMENT))

    found = counted(ledger, "kiel-commitment", By.DONOR)

    assert sums(found) == {"Norvelle": "6", "Norvelle and Ardolia (together)": "6.00", "Ardolia": "3.00"}
    assert found.totals[0].amount == 15


def test_institutions_of_the_union_stand_apart_from_its_members(ledger: Ledger) -> None:
    keep(ledger, ("European Commission", "5", "EUR", ALLOCATION), ("Norvelle", "7", "EUR", ALLOCATION))

    found = counted(ledger, "kiel-allocation", By.DONOR)

    assert {one.key: one.group for one in found.sums} == {
        "European Commission": "EU institutions",
        "Norvelle": "others",
    }


def test_undated_promises_count_and_are_told_to_be_undated(ledger: Ledger) -> None:
    keep(ledger, ("Norvelle", "5", "EUR", COMMITMENT), day="2026")

    assert sums(counted(ledger, "kiel-commitment", By.MONTH)) == {"undated": "5"}


def test_another_currency_is_converted_at_the_day_of_the_promise_and_said_or_left_out(ledger: Ledger) -> None:
    (francs,) = keep(ledger, ("Norvelle", "9425", "CHF", COMMITMENT))

    without = counted(ledger, "kiel-commitment")
    take_in_rates(SAMPLE, ledger, "tester", NOON)
    found = counted(ledger, "kiel-commitment")

    assert without.totals == ()
    assert "no rates were imported" in reasons(without)[francs]
    assert [(one.amount, one.converted) for one in found.totals] == [(Decimal("10000.00"), Decimal("10000.00"))]
    assert [(str(rate.day), rate.currency) for rate in found.rates] == [("2026-02-25", "CHF")]


def test_what_nobody_judged_counts_only_where_it_is_asked_for(ledger: Ledger) -> None:
    text = "Norvelle gives 5 EUR."
    claim = said(text, text, Kind.DELIVERY, status=Status.DONE, items=(item("aid", amount="5", currency="EUR"),))
    ledger.keep(*brought(text, claim), who="t", when=NOON)

    assert counted(ledger, "iati-outgoing").totals == ()
    assert [one.amount for one in counted(ledger, "iati-outgoing", with_open=True).totals] == [5]


def test_a_delivery_of_a_commitment_that_counts_is_not_counted_again(ledger: Ledger) -> None:
    (promise,) = keep(ledger, ("Norvelle", "10", "USD", COMMITMENT))
    text = "Norvelle has paid 4 USD."
    claim = said(text, text, Kind.DELIVERY, status=Status.DONE, items=(item("aid", amount="4", currency="USD"),))
    (paid,) = ledger.keep(*brought(text, claim, source="https://example.org/paid"), who="t", when=NOON).claims
    ledger.judge(paid, Judgement(Decision.ACCEPT), seen=0, who="Ada", when=NOON)
    ledger.link(Asked(LinkKind.DELIVERS, paid, promise), who="Ada", when=NOON)

    found = counted(ledger, "fts-funding")

    assert [one.amount for one in found.totals] == [10]
    assert "counts whole" in reasons(found)[paid]


def test_a_package_counts_whole_as_a_commitment_and_item_by_item_as_allocations(ledger: Ledger, tmp_path: Path) -> None:
    columns = (
        *("ID", "donor", "announcement_date", "aid_type_general", "measure", "item"),
        *("tot_activity_value_EUR", "tot_sub_activity_value_EUR", "tot_sub_activity_value_EUR_redistr"),
    )
    rows: list[tuple[object, ...]] = [
        ("N1", "Norvelle", "2024-03-04", "Military", "Allocation", "howitzers", 100, 60, 50),
        ("N1", "Norvelle", "2024-03-04", "Military", "Allocation", "shells", "", 40, 40),
        ("N2", "Norvelle", "", "Financial", "Commitment", "loan", 500, 0, 0),
        ("E1", "EU (Commission and Council)", "2024-04-01", "Financial", "Allocation", "loan", 30, 30, 30),
    ]
    path = tmp_path / "tracker.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Bilateral Assistance, MAIN DATA")
    for at, cells in enumerate((columns, *rows)):
        for column, cell in enumerate(cells):
            sheet.write(at, column, cell)
    book.close()
    taken(ledger, path, From.KIEL)

    commitments = counted(ledger, "kiel-commitment", By.MONTH)
    allocations = counted(ledger, "kiel-allocation", By.DONOR)

    assert sums(commitments) == {"2024-03": "100", "2024-04": "30", "undated": "500"}
    assert sums(allocations) == {"Norvelle": "90", "EU (Commission and Council)": "30"}
    assert "it tells no amount that this rule counts" in reasons(commitments).values()


def test_every_rule_says_what_it_counts_and_after_whom() -> None:
    assert set(RULES) == {"kiel-commitment", "kiel-allocation", "fts-funding", "iati-outgoing"}
    assert all(rule.words and rule.source and rule.version >= 1 for rule in RULES.values())


def shared_file(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip("the shared data are not beside the project")
    return path


@shared
def test_allocations_of_the_trackers_countries_agree_with_its_own_months(ledger: Ledger, tmp_path: Path) -> None:
    table = shared_file("kiel", "data_explorer.csv")
    mapping = tmp_path / "kiel.toml"
    items = "".join(
        f'[[item]]\nname = "{name} aid"\namount = "{name}"\ncurrency = "EUR"\nscale = 1000000000\n'
        for name in ("financial", "humanitarian", "military")
    )
    mapping.write_text(
        'stage = {value = "allocation"}\nwhen = {year = "year", month = "month"}\n'
        f'[[actor]]\nrole = "donor"\ncolumn = "country"\niso = "iso"\n{items}',
        encoding="utf-8",
    )

    count_, _ = taken(ledger, table, From.CSV, mapping)
    months = {one.key: one.amount for one in counted(ledger, "kiel-allocation", By.MONTH).sums}

    assert count_.unread == []
    with shared_file("kiel", "total_allocations.csv").open(encoding="utf-8", newline="") as file:
        told = {f"{row['year']}-{row['month'].zfill(2)}": row for row in csv.DictReader(file)}
    assert len(told) == 52
    for month, row in told.items():
        wanted = Decimal(row["total_allocations"]) * 10**9
        assert abs(Decimal(months.get(month, 0)) - wanted) <= abs(wanted) / 1000, month
    assert set(months) <= set(told)


@shared
@pytest.mark.parametrize("name", ["afg", "jor", "pse", "global"])
def test_funding_of_flows_agrees_with_the_file_and_every_difference_is_listed(ledger: Ledger, name: str) -> None:
    table = shared_file("fts", f"fts_incoming_funding_{name}.csv")
    with table.open(encoding="utf-8", newline="") as file:
        flows = list(csv.DictReader(file))

    count_, _ = taken(ledger, table, From.FTS)
    found = counted(ledger, "fts-funding")

    repeated = {one.row for one in count_.unread if one.reason.startswith("repeats the flow")}
    once: dict[str, Decimal] = {}
    twice = Decimal(0)
    for flow in flows:
        if flow["status"] not in ("paid", "commitment"):
            continue
        amount = Decimal(flow["amountUSD"])
        twice += amount if flow["id"] in once else 0
        once[flow["id"]] = amount
    assert found.totals[0].amount == sum(once.values())
    assert (
        sum(Decimal(flow["amountUSD"]) for flow in flows)
        - twice
        - sum(Decimal(flow["amountUSD"]) for flow in flows if flow["status"] == "pledge")
        == found.totals[0].amount
    )
    assert len(repeated) == len(flows) - len({flow["id"] for flow in flows})
    pledges = [one for one in found.left_out if one.reason.startswith("told as pledge")]
    assert len(pledges) == sum(flow["status"] == "pledge" for flow in flows)


@shared
def test_funding_by_donor_agrees_with_the_file(ledger: Ledger) -> None:
    table = shared_file("fts", "fts_incoming_funding_afg.csv")
    wanted: dict[str, Decimal] = defaultdict(Decimal)
    with table.open(encoding="utf-8", newline="") as file:
        for flow in csv.DictReader(file):
            if flow["status"] in ("paid", "commitment"):
                wanted[flow["srcOrganization"] or "not told"] += Decimal(flow["amountUSD"])

    taken(ledger, table, From.FTS)
    found = counted(ledger, "fts-funding", By.DONOR)

    assert {one.key: Decimal(one.amount) for one in found.sums} == dict(wanted)


@shared
def test_the_standards_own_example_has_no_outgoing_money_and_says_why(ledger: Ledger) -> None:
    path = SHARED.parent / "iati" / "activity-standard-example-annotated.xml"
    if not path.exists():
        pytest.skip("the shared data are not beside the project")

    count_, _ = taken(ledger, path, From.IATI)

    assert counted(ledger, "iati-outgoing").totals == ()
    assert [one.words for one in count_.unread if one.column == "transaction-type"] == ["1"]
