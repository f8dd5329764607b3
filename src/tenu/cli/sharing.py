"""`tenu export`: write the record out, and say what was changed or could not be held."""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tenu.errors import UsageError
from tenu.ledger import Filters, Ledger
from tenu.publishing.entry import About
from tenu.publishing.formats import Exported, Format, export, export_to

_FOR_PROGRAMS = (Format.XLSX, Format.PARQUET)


@dataclass(frozen=True, slots=True)
class Reporter:
    """What an export is called, and who reports it."""

    title: str
    name: str
    ref: str | None


def export_claims(address: str, form: str, path: Path | None, filters: Filters, reports: Reporter) -> int:
    """Write claims to a path or to standard output; give the exit status."""
    wanted = _format(form)
    about = About(reports.title, datetime.now(UTC), reports.name, reports.ref)
    if path is None and wanted in _FOR_PROGRAMS and sys.stdout.isatty():
        raise UsageError(f"{wanted} is not for a screen; give the name of a file.")
    with Ledger.open(address) as ledger:
        if path is not None:
            done = export_to(ledger, wanted, path, about, filters)
        else:
            done = _to_standard_output(ledger, wanted, about, filters)
    _tell(done, path)
    return 0


def _to_standard_output(ledger: Ledger, form: Format, about: About, filters: Filters) -> Exported:
    with tempfile.TemporaryFile() as file:
        done = export(ledger, form, file, about, filters)
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    return done


def _tell(done: Exported, path: Path | None) -> None:
    claims = f"{done.claims} claim{'' if done.claims == 1 else 's'}"
    wrote = ", ".join(f"{many} {what}" for what, many in done.notes.written.items()) or "nothing"
    sys.stderr.write(f"{claims}: {wrote} written{f' to {path}' if path else ''}.\n")
    for sentence in done.notes:
        sys.stderr.write(f"  {sentence}\n")


def _format(form: str) -> Format:
    try:
        return Format(form.lower())
    except ValueError:
        raise UsageError(f"--to takes {', '.join(Format)}; not {form!r}.") from None
