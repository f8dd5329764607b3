"""The rates of a ledger: a document like any other, so that it has versions, a history, and goes with every copy."""

from tenu.errors import UnknownRecordError
from tenu.ledger import Ledger
from tenu.questions.rates.ecb import read_rates
from tenu.questions.rates.table import RateTable

SOURCE = "tenu:rates"
"""The source under which the file of rates is kept."""


def rates_of(ledger: Ledger) -> RateTable | None:
    """Give the rates that the ledger holds; None where nobody brought any."""
    try:
        kept = ledger.document(SOURCE)
    except UnknownRecordError:
        return None
    return read_rates(ledger.content(SOURCE), kept.title or SOURCE)
