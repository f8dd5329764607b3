"""`tenu list`, `tenu show`, `tenu find`: look into the ledger."""

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tenu.cli.options import Format
from tenu.cli.printing import COLUMNS, row
from tenu.cli.table import claims_table, console_of, evidence, heading, when, who_and_what
from tenu.cli.ties import print_ties
from tenu.errors import UnknownRecordError, UsageError
from tenu.ledger import Filters, KeptClaim, KeptDocument, Ledger, State
from tenu.record import Kind, Role, Status, edtf

E = TypeVar("E", Kind, Status, State, Role)
_SHORT = 10  # letters of an id that a person sees; the ledger takes any beginning that is its own
_AROUND = 300  # code points of context shown on each side of the evidence


def narrow(
    *,
    kind: str | None = None,
    status: str | None = None,
    state: str | None = None,
    actor: str | None = None,
    role: str | None = None,
    source: str | None = None,
    document: str | None = None,
    language: str | None = None,
    since: str | None = None,
    until: str | None = None,
    during: str | None = None,
    judged_by: str | None = None,
    not_judged_by: str | None = None,
    as_of: str | None = None,
) -> Filters:
    """Take the filters of the command line; `UsageError` names what does not fit and what would."""
    return Filters(
        kind=_one_of(Kind, kind, "--kind"),
        status=_one_of(Status, status, "--status"),
        state=_one_of(State, state, "--state"),
        actor=actor,
        role=_one_of(Role, role, "--role"),
        source=source,
        document=document,
        language=language,
        since=day_of(since, "--since"),
        until=day_of(until, "--until"),
        during=_period(during),
        judged_by=judged_by,
        not_judged_by=not_judged_by,
        as_of=moment_of(as_of),
    )


def list_claims(address: str, filters: Filters, form: Format, limit: int) -> None:
    """Print claims, those of the newest document first."""
    with Ledger.open(address) as ledger:
        page = ledger.claims(filters, limit=limit)
    _print_claims(page.entries, form, more=page.after is not None)


def find_claims(address: str, words: str, filters: Filters, form: Format, limit: int) -> None:
    """Print the claims that hold all words."""
    with Ledger.open(address) as ledger:
        page = ledger.find(words, filters, limit=limit)
    _print_claims(page.entries, form, more=page.after is not None)


def list_documents(address: str, filters: Filters, form: Format, limit: int) -> None:
    """Print documents, the newest first."""
    with Ledger.open(address) as ledger:
        page = ledger.documents(filters, limit=limit)
    if form is not Format.TABLE:
        raise UsageError("documents are listed as a table; `tenu read --format jsonl` prints them whole.")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("id", "published", "claims", "version", "title"):
        table.add_column(column, no_wrap=column != "title")
    for document in page.entries:
        table.add_row(*_document_row(document))
    console_of().print(table if page.entries else _nothing())


def show_record(address: str, record: str, form: Format) -> None:
    """Print a claim with its evidence in context, or a document with its claims."""
    with Ledger.open(address) as ledger:
        try:
            claim = ledger.claim(record)
        except UnknownRecordError:
            _show_document(ledger, record, form)
            return
        document = ledger.document(claim.document)
    if form is not Format.TABLE:
        _print_claims([claim], form, more=False)
        return
    _show_claim(console_of(), claim, document)


def _show_document(ledger: Ledger, record: str, form: Format) -> None:
    try:
        kept = ledger.document(record)
    except UnknownRecordError:
        raise UnknownRecordError(
            f"no claim and no document answers to {record!r}; "
            "`tenu list` and `tenu list --documents` show the ids there are."
        ) from None
    claims = ledger.claims_of(kept.id)
    console = console_of()
    if form is Format.TABLE and kept.document is not None:
        console.print(heading(kept.document))
        print_ties(console, ledger.ties(kept.id), len(kept.versions))
    _print_claims(claims, form, more=False)


def _show_claim(console: Console, kept: KeptClaim, document: KeptDocument) -> None:
    claim = kept.claim
    console.print(Text(kept.title or kept.source, style="bold"))
    console.print(Text(" · ".join([kept.published or "no date", kept.language, kept.source]), style="dim"))
    console.print()
    rows = [
        ("id", kept.id),
        ("kind", claim.kind.value),
        ("status", claim.status.value if claim.status else ""),
        ("when", when(claim)),
        ("who, what", who_and_what(claim)),
        ("quote", claim.quote or ""),
        ("verdict", f"{kept.state} ({kept.seen} given)" if kept.seen else kept.state.value),
        ("page", _page(document, claim.evidence.start)),
        ("read by", f"{claim.read_by.reader} {claim.read_by.version}: {claim.read_by.rule}"),
    ]
    table = Table.grid(padding=(0, 2, 0, 0))
    for name, value in rows:
        if value:
            table.add_row(Text(name, style="dim"), value)
    console.print(table)
    if document.document is not None:
        console.print()
        console.print(in_context(document.document.text, claim.evidence.start, claim.evidence.end))
    for passage in claim.also:
        console.print(evidence(passage))


def _page(document: KeptDocument, place: int) -> str:
    """Give the number of the printed page on which a passage begins, nothing where the format has no pages."""
    blocks = document.document.blocks if document.document else ()
    return next((str(block.page) for block in blocks if block.start <= place < block.end and block.page), "")


def in_context(text: str, start: int, end: int) -> Text:
    """Give the evidence, underlined, with what stands before and after it in the document."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = Text("…" if first else "")
    shown.append(text[first:start], style="dim")
    shown.append(text[start:end], style="bold underline")
    shown.append(text[end:last], style="dim")
    shown.append("…" if last < len(text) else "")
    return shown


def _print_claims(claims: Sequence[KeptClaim], form: Format, *, more: bool) -> None:
    if form is Format.TABLE:
        console = console_of()
        console.print(
            claims_table([c.claim for c in claims], [c.id[:_SHORT] for c in claims]) if claims else _nothing()
        )
        if more:
            console.print(Text("There are more; --limit shows them.", style="dim"))
        return
    _print_plainly(claims, form)


def _print_plainly(claims: Sequence[KeptClaim], form: Format) -> None:
    import csv
    import json

    import msgspec

    if form is Format.CSV:
        writer = csv.writer(sys.stdout)
        writer.writerow(COLUMNS)
        writer.writerows((c.source, c.published or "", c.id, *row(c.claim)[1:]) for c in claims)
        return
    encoded = [msgspec.json.encode(claim) for claim in claims]
    if form is Format.JSONL:
        sys.stdout.buffer.write(b"".join(line + b"\n" for line in encoded))
    else:
        sys.stdout.write(json.dumps([json.loads(line) for line in encoded], ensure_ascii=False, indent=1) + "\n")


def _document_row(document: KeptDocument) -> tuple[str, ...]:
    return (
        document.id[:_SHORT],
        document.published or "",
        str(document.claims),
        str(document.version),
        document.title or document.source,
    )


def _nothing() -> Text:
    return Text("The ledger holds nothing that fits.", style="dim")


def _one_of(closed: type[E], word: str | None, option: str) -> E | None:
    if word is None:
        return None
    try:
        return closed(word.lower())
    except ValueError:
        raise UsageError(f"{option} takes {', '.join(closed)}; not {word!r}.") from None


def day_of(text: str | None, option: str) -> date | None:
    """Take a day; `UsageError` where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} takes a day such as 2022-10-11, not {text!r}.") from None


def _period(text: str | None) -> tuple[date, date] | None:
    """Take a time (EDTF: a day, a month, a year, `a/b`) as its first and last day."""
    if text is None:
        return None
    try:
        told = edtf.read(text)
    except edtf.UnreadableTimeError as error:
        raise UsageError(f"--during: {error}") from None
    return told.earliest or date.min, told.latest or date.max


def moment_of(text: str | None, option: str = "--as-of") -> datetime | None:
    """Take a moment as ISO 8601 (UTC where no zone is named); a day means its last moment."""
    if text is None:
        return None
    try:
        if len(text) == len("2022-11-01"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} takes a day or a moment such as 2022-11-01T12:00, not {text!r}.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
