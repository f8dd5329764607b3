"""`tenu import`: take in what others keep, and list what was not understood."""

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tenu.errors import UsageError
from tenu.ledger import Ledger, Outcome
from tenu.publishing.imports.keeping import Imported, Into, take_in
from tenu.publishing.imports.opening import From, Opened, open_table
from tenu.publishing.imports.told import NotUnderstood
from tenu.publishing.whole import whole
from tenu.settings import Settings

SHOWN = 20
"""Words that were not understood and are shown; the rest is counted, and written where --unread says."""

_LONGEST = 100
_OUTCOMES = {
    Outcome.NEW_DOCUMENT: "new",
    Outcome.NEW_VERSION: "in a new version",
    Outcome.NEW_READING: "read anew",
    Outcome.NOTHING_NEW: "unchanged",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about the file."""

    form: str
    mapping: Path | None = None
    sheet: str | None = None
    encoding: str | None = None
    day: str | None = None
    source: str | None = None
    review: bool = False
    unread: Path | None = None


def import_file(path: Path, asked: Asked, settings: Settings) -> int:
    """Take a file in and say what came of it; give the exit status: 1 where something was not understood."""
    opened = open_table(path, _form(asked.form), asked.mapping, asked.encoding, asked.sheet)
    count = Imported()
    with Ledger.open(settings.ledger) as ledger:
        into = Into(
            ledger=ledger,
            source=asked.source or path.name,
            who=settings.who,
            clock=lambda: datetime.now(UTC),
            language=opened.language,
            published=_day(asked.day),
            accept=not asked.review,
        )
        for count in take_in(opened.told, into):
            _progress(count)
    _tell(path, opened, count)
    if asked.unread is not None:
        _write_unread(asked.unread, count.unread)
    return 1 if count.unread else 0


def _progress(count: Imported) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{count.rows:,} rows, {count.claims:,} claims")
        sys.stderr.flush()


def _tell(path: Path, opened: Opened, count: Imported) -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    for sentence in opened.say:
        print(f"{path.name}: {sentence}.")  # noqa: T201 — a command's answer
    known = f", {count.known:,} said in the ledger already" if count.known else ""
    without = f", {count.without:,} rows tell no claim" if count.without else ""
    print(f"{count.rows:,} rows, {count.claims:,} claims, {count.added:,} of them new{known}{without}.")  # noqa: T201
    told = ", ".join(f"{many:,} {_OUTCOMES[outcome]}" for outcome, many in count.documents.items())
    print(f"Documents: {told or 'none'}.")  # noqa: T201
    _tell_unread(count.unread)


def _tell_unread(unread: Sequence[NotUnderstood]) -> None:
    for one in unread[:SHOWN]:
        words = one.words if len(one.words) <= _LONGEST else one.words[:_LONGEST] + "…"
        column = f", {one.column}" if one.column else ""
        sys.stderr.write(f"row {one.row}{column}: “{words}” {one.reason}.\n")
    if len(unread) > SHOWN:
        sys.stderr.write(f"… and {len(unread) - SHOWN:,} more; --unread FILE writes them all.\n")


def _write_unread(path: Path, unread: Sequence[NotUnderstood]) -> None:
    with whole(path) as file:
        rows = [("row", "column", "words", "reason"), *((one.row, one.column, one.words, one.reason) for one in unread)]
        file.writelines(_line(row) for row in rows)


def _line(row: Sequence[object]) -> bytes:
    from io import StringIO

    text = StringIO(newline="")
    csv.writer(text).writerow(row)
    return text.getvalue().encode()


def _form(form: str) -> From:
    try:
        return From(form.lower())
    except ValueError:
        raise UsageError(f"--from takes {', '.join(From)}; not {form!r}.") from None


def _day(day: str | None) -> str | None:
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise UsageError(f"--date takes a day such as 2022-10-11, not {day!r}.") from None
