"""The European Central Bank's reference rates as its file has them (`eurofxref-hist`, CSV or zip).

The first column is the day, each further one a currency: so much of it for one euro; `N/A` where there is none.
"""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal, InvalidOperation

from tenu.errors import TenuError
from tenu.questions.rates.table import RateTable, Series

LARGEST = 50 * 1024 * 1024
_NOTHING = {"", "N/A", "n/a"}


class UnreadableRatesError(TenuError):
    """A file that is no table of rates, or has a rate that cannot be one; nothing of it was kept."""


def csv_in(content: bytes) -> bytes:
    """Give the CSV of a file: itself, or the one in the zip."""
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
            if len(names) != 1:
                raise UnreadableRatesError(f"the zip holds {len(names)} CSV files; one with the rates is needed.")
            with archive.open(names[0]) as file:
                inside = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableRatesError(f"the zip is damaged ({error}); load it again.") from error
    if len(inside) > LARGEST:
        raise UnreadableRatesError("the zip unpacks to more than any table of rates needs; it is refused.")
    return inside


def read_rates(content: bytes, source: str) -> RateTable:
    """Read the CSV; what is no day or no rate is refused with its line."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableRatesError(f"{source} is no CSV file in UTF-8 ({error}).") from error
    header = [cell.strip() for cell in rows[0]] if rows else []
    if not header or header[0].lower() != "date" or not any(_is_code(name) for name in header[1:]):
        raise UnreadableRatesError(f"{source} does not begin as a table of rates: Date, then codes such as USD.")
    found: dict[str, list[tuple[date, Decimal]]] = {name: [] for name in header[1:] if _is_code(name)}
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            _read_row(header, row, number, found, source)
    series = {code: _series(told, code, source) for code, told in found.items() if told}
    if not series:
        raise UnreadableRatesError(f"{source} has no rate.")
    return RateTable(source, series)


def _read_row(
    header: list[str], row: list[str], number: int, found: dict[str, list[tuple[date, Decimal]]], source: str
) -> None:
    try:
        day = date.fromisoformat(row[0].strip())
    except ValueError:
        raise UnreadableRatesError(f"{source}, line {number}: {row[0]!r} is no day such as 2024-03-01.") from None
    for name, cell in zip(header[1:], row[1:], strict=False):
        told = cell.strip()
        if name in found and told not in _NOTHING:
            found[name].append((day, _rate(told, number, name, source)))


def _rate(told: str, number: int, name: str, source: str) -> Decimal:
    try:
        rate = Decimal(told)
    except InvalidOperation:
        rate = Decimal("NaN")
    if not rate.is_finite() or rate <= 0:
        raise UnreadableRatesError(f"{source}, line {number}: {told!r} is no rate of {name}.")
    return rate


def _series(told: list[tuple[date, Decimal]], code: str, source: str) -> Series:
    told.sort()
    days = tuple(day for day, _ in told)
    if len(set(days)) != len(days):
        raise UnreadableRatesError(f"{source} gives two rates of {code} for one day.")
    return Series(days, tuple(rate for _, rate in told))


def _is_code(name: str) -> bool:
    return len(name) == 3 and name.isascii() and name.isalpha() and name.isupper()
