"""Take files into a ledger, for tests."""

from datetime import UTC, datetime
from pathlib import Path

from tenu.ledger import Ledger
from tenu.publishing.imports.keeping import Imported, Into, take_in
from tenu.publishing.imports.opening import From, open_table

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def taken(
    ledger: Ledger, path: Path, form: From, mapping: Path | None = None, *, accept: bool = True
) -> tuple[Imported, list[str]]:
    """Take a file in; give what came of it, and what was said of its columns."""
    opened = open_table(path, form, mapping)
    into = Into(ledger, path.name, "tester", lambda: NOON, opened.language, accept=accept)
    *_, last = take_in(opened.told, into)
    return last, opened.say
