"""Bring a file of exchange rates into the ledger."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from tenu.ledger import Kept, Ledger
from tenu.publishing.imports.limits import MEGABYTE, check_size
from tenu.questions import rates as home
from tenu.questions.rates.ecb import csv_in, read_rates
from tenu.questions.rates.kept import SOURCE
from tenu.questions.rates.table import RateTable
from tenu.record import Document, Reading

SAMPLE = Path(home.__file__).parent / "sample.csv"
INVENTED = "invented rates, to try with"
LARGEST = 50 * MEGABYTE


def take_in_rates(path: Path, ledger: Ledger, who: str, when: datetime) -> tuple[RateTable, Kept]:
    """Keep a file of rates in the ledger as its next version; one that cannot be read is refused whole."""
    check_size(path, LARGEST)
    name = INVENTED if path == SAMPLE else path.name
    content = csv_in(path.read_bytes())
    rates = read_rates(content, name)
    first, last = rates.days
    sha = sha256(content).hexdigest()
    told = f"{', '.join(sorted(rates.series))} to one euro, {first.isoformat()} to {last.isoformat()}"
    text = f"{name}: {told}. SHA-256: {sha}."  # a corrected rate changes the text, and so makes a version
    document = Document(
        source=SOURCE,
        title=name,
        language="en",
        published=last.isoformat(),
        updated=None,
        url=None,
        sha256=sha,
        text=text,
    )
    return rates, ledger.keep(content, Reading(document, ()), who=who, when=when)
