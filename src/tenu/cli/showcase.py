"""`tenu demo`: the sample dossier read into a ledger, and what the ledger then holds."""

import sys
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

from rich.console import Console
from rich.text import Text

from tenu.cli.looking import list_claims, list_documents
from tenu.cli.options import Format
from tenu.fetch import Fetched
from tenu.flow import Hints, Outcome, take_in_one
from tenu.ledger import Filters, Ledger

_ENDINGS = (".txt", ".html")
_SHOWN = 12
WHO = "demo"
LIKELY = 0.9
"""How likely a suggested link must be for the demonstration to make it without a person."""


def run_demo(address: str, form: Format) -> int:
    """Read the samples, the revised ones last as second versions, and show the newest documents and claims."""
    with Ledger.open(address) as ledger:
        outcomes = [take_in_one(sample, ledger, WHO, Hints()) for sample in samples()]
        _, links = ledger.suggest_links(who=WHO, when=datetime.now(UTC), threshold=LIKELY)
        documents, claims = ledger.count()
    failed = [outcome for outcome in outcomes if outcome.refused]
    for outcome in failed:
        print(f"tenu: {outcome.refused}", file=sys.stderr)  # noqa: T201
    if form is not Format.TABLE:
        list_claims(address, Filters(), form, claims)
        return 1 if failed else 0
    _tell(address, outcomes, documents, claims, links)
    return 1 if failed else 0


def samples() -> list[Fetched]:
    """Give the samples in the order of their days; a revised one goes by the name of the one that it replaces."""
    folder = files("tenu") / "samples"
    found = [_fetched(file) for file in _documents(folder)]
    return found + [_fetched(file, later=timedelta(hours=6)) for file in _documents(folder / "revised")]


def _documents(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(_ENDINGS)), key=lambda file: file.name)


def _fetched(file: Traversable, later: timedelta = timedelta()) -> Fetched:
    """Give a sample as if it had been brought on its day, so that the ledger has a past."""
    day = datetime.combine(date.fromisoformat(file.name[:10]), time(12), UTC)
    return Fetched(file.read_bytes(), file.name, min(day + later, datetime.now(UTC)))


def _tell(address: str, outcomes: list[Outcome], documents: int, claims: int, links: int) -> None:
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(
        Text(
            f"{len(outcomes)} sample releases read into {address}: {documents} documents, {claims} claims.",
            style="bold",
        )
    )
    console.print(
        Text(
            f"{links} links between claims that are at least {LIKELY:.0%} likely were made under the name “{WHO}”, "
            "so that promises have deliveries; no person judged them.\n"
        )
    )
    list_documents(address, Filters(), Format.TABLE, len(outcomes))
    console.print()
    list_claims(address, Filters(), Format.TABLE, _SHOWN)
    console.print(
        Text(
            f"\nNow try:  tenu due --ledger {address}\n"
            f"          tenu balance --ledger {address}\n"
            f"          tenu list --kind pledge --ledger {address}\n"
            f"          tenu find generatrice --ledger {address}\n"
            f"          tenu show ID --ledger {address}      (an id from the list)\n"
            "          tenu read FILE                       (a release of your own)",
            style="dim",
        )
    )
