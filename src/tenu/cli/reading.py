"""`tenu read`: from sources to a table, JSON or CSV on standard output, and into the ledger."""

import datetime
import sys
from collections.abc import Iterable
from contextlib import nullcontext

from tenu.cli.options import Format
from tenu.cli.reaching import web_of
from tenu.errors import UsageError
from tenu.flow import Hints, Outcome, take_in
from tenu.ledger import Ledger
from tenu.record import Reading
from tenu.settings import Settings

_AND_KEPT = "; it is kept as it is"


def read_sources(
    sources: list[str], form: Format, settings: Settings, date: str | None, language: str | None, keep: bool
) -> int:
    """Read and print each source; give the exit status: 1 where something could not be read, with the reason told."""
    hints = Hints(language, _day(date))
    with Ledger.open(settings.ledger) if keep else nullcontext() as ledger:
        outcomes = take_in(sources, ledger, settings.who, hints, web_of(settings))
        return _print_all(_with_progress(outcomes), form)


def _day(text: str | None) -> str | None:
    """Take a day as ISO 8601; `UsageError` where it is none."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--date takes a day such as 2022-10-11, not {text!r}.") from None


def _with_progress(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    """Count the documents on standard error, where a person watches it and the output goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    with Progress(SpinnerColumn(), TextColumn("{task.completed} documents read"), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)
        for outcome in outcomes:
            bar.advance(task)
            yield outcome


def _print_all(outcomes: Iterable[Outcome], form: Format) -> int:
    from tenu.cli.printing import printer_of

    failed = read = 0
    with printer_of(form) as printer:
        for outcome in outcomes:
            if outcome.reading is None:
                failed += 1
                print(f"tenu: {outcome.refused}", file=sys.stderr)  # noqa: T201
            else:
                read += 1
                printer.add(outcome.reading)
                _tell(outcome.reading, kept=outcome.kept is not None)
    if failed and read:
        print(f"tenu: {read} read, {failed} could not be.", file=sys.stderr)  # noqa: T201
    return 1 if failed else 0


def _tell(reading: Reading, *, kept: bool) -> None:
    """Say on standard error what a person should know of a document before trusting its reading."""
    document = reading.document
    if document.published is None:
        print(  # noqa: T201
            f"tenu: {document.source} tells no day, so times such as “Wednesday” stay open; name it with --date.",
            file=sys.stderr,
        )
    if not reading.claims:
        print(f"tenu: {document.source} makes no claim that tenu can read{_AND_KEPT if kept else ''}.", file=sys.stderr)  # noqa: T201
