import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from tenu.ledger import Ledger, Outcome
from tenu.publishing.imports.rates import SAMPLE, take_in_rates
from tenu.questions.rates.ecb import UnreadableRatesError, csv_in, read_rates
from tenu.questions.rates.kept import rates_of
from tenu.questions.rates.table import Converted, NotConverted
from tenu.record import Basis

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TABLE = (
    b"Date,USD,CHF,HRK,\n"
    b"2024-03-04,1.1000,0.9500,N/A,\n"
    b"2024-03-01,1.0000,0.9000,N/A,\n"
    b"2022-12-30,1.0700,0.9850,7.5365,\n"
)


def test_a_value_is_of_the_day_itself_or_of_the_last_day_before_it() -> None:
    rates = read_rates(TABLE, "rates.csv")

    monday = rates.convert(110, "USD", "EUR", date(2024, 3, 4))
    sunday = rates.convert(110, "USD", "EUR", date(2024, 3, 3))

    assert isinstance(monday, Converted)
    assert isinstance(sunday, Converted)
    assert (monday.value, monday.rate.day) == (Decimal("100.00"), date(2024, 3, 4))
    assert (sunday.value, sunday.rate.day) == (Decimal("110.00"), date(2024, 3, 1))


def test_two_currencies_meet_in_the_euro_by_rates_of_one_day() -> None:
    found = read_rates(TABLE, "rates.csv").convert(95, "CHF", "USD", date(2024, 3, 5))

    assert isinstance(found, Converted)
    assert (found.value, found.rate.number) == (Decimal("110.00"), Decimal("1.1578947368"))
    assert (found.noted.basis, found.noted.currency) == (Basis.CONVERTED, "USD")
    assert "on 2024-03-04 (rates.csv)" in (found.noted.note or "")


@pytest.mark.parametrize(
    ("currency", "day", "reason"),
    [
        ("USD", "2024-03-20", "there is no rate of USD in EUR on 2024-03-20 or the 7 days before it"),
        ("HRK", "2024-03-04", "there is no rate of HRK in EUR on 2024-03-04 or the 7 days before it"),
        ("USD", "1998-01-01", "there is no rate of USD in EUR on 1998-01-01 or the 7 days before it"),
        ("XAU", "2024-03-04", "there are no rates of XAU"),
    ],
)
def test_an_amount_without_a_rate_is_not_converted_and_says_why(currency: str, day: str, reason: str) -> None:
    found = read_rates(TABLE, "rates.csv").convert(5, currency, "EUR", date.fromisoformat(day))

    assert found == NotConverted(5, currency, reason)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (b"Datum,USD\n2024-03-01,1\n", "does not begin as a table of rates"),
        (b"Date,USD\n01/03/2024,1\n", "line 2: '01/03/2024' is no day"),
        (b"Date,USD\n2024-03-01,-1\n", "line 2: '-1' is no rate of USD"),
        (b"Date,USD\n2024-03-01,NaN\n", "line 2: 'NaN' is no rate of USD"),
        (b"Date,USD\n2024-03-01,1\n2024-03-01,2\n", "two rates of USD for one day"),
        (b"Date,USD\n", "has no rate"),
        (b"\xff\xfe\x00", "is no CSV file"),
    ],
)
def test_a_table_that_cannot_be_one_is_refused_with_its_line(table: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableRatesError, match=sentence):
        read_rates(table, "rates.csv")


def test_the_banks_zip_is_unpacked_and_a_damaged_one_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", TABLE)

    assert csv_in(packed.getvalue()) == TABLE
    with pytest.raises(UnreadableRatesError, match="damaged"):
        csv_in(packed.getvalue()[:-30])


def test_rates_are_kept_in_the_ledger_with_their_versions(tmp_path: Path) -> None:
    newer = tmp_path / "eurofxref-hist.csv"
    newer.write_bytes(SAMPLE.read_bytes().replace(b"1.1000", b"1.1001"))
    with Ledger.open(tmp_path / "tenu.db") as ledger:
        assert rates_of(ledger) is None

        first = take_in_rates(SAMPLE, ledger, "tester", NOON)[1]
        again = take_in_rates(SAMPLE, ledger, "tester", NOON)[1]
        second = take_in_rates(newer, ledger, "tester", NOON)[1]
        rates = rates_of(ledger)
        sound = ledger.verify().sound

    assert [kept.outcome for kept in (first, again, second)] == [
        Outcome.NEW_DOCUMENT,
        Outcome.NOTHING_NEW,
        Outcome.NEW_VERSION,
    ]
    assert rates is not None
    assert (rates.source, rates.days) == ("eurofxref-hist.csv", (date(2026, 1, 13), date(2026, 6, 9)))
    assert rates.series["USD"].rates[-1] == Decimal("1.1001")
    assert sound
