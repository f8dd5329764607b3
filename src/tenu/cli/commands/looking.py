"""Look into the ledger."""

from typing import Annotated

import typer

from tenu.cli.options import Format, FormatOption, LedgerOption

commands = typer.Typer()


@commands.command(name="list")
def list_(
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind: meeting, pledge, …")] = None,
    status: Annotated[str | None, typer.Option(help="Only claims of this status: planned, done, …")] = None,
    actor: Annotated[str | None, typer.Option(help="Only claims in which this actor plays a part.")] = None,
    since: Annotated[str | None, typer.Option(help="Only documents published on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Only documents published on or before this day.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The ledger as it stood on this day or at this moment.")] = None,
    documents: Annotated[bool, typer.Option("--documents", help="List documents, not claims.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
) -> None:
    """List what the ledger holds: claims, or documents."""
    from tenu.cli.looking import list_claims, list_documents, narrow
    from tenu.settings import Settings

    filters = narrow(kind=kind, status=status, actor=actor, since=since, until=until, as_of=as_of)
    show = list_documents if documents else list_claims
    show(Settings.read(ledger).ledger, filters, form, limit)


@commands.command()
def show(
    record: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a claim or document, its beginning, or a document's source.")
    ],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Show one claim with its evidence in context, or one document with its claims."""
    from tenu.cli.looking import show_record
    from tenu.settings import Settings

    show_record(Settings.read(ledger).ledger, record, form)


@commands.command()
def find(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help="Words in any form, accents or not; “a phrase” to the letter.")
    ],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
) -> None:
    """Find claims by their words."""
    from tenu.cli.looking import find_claims, narrow
    from tenu.settings import Settings

    find_claims(Settings.read(ledger).ledger, " ".join(words), narrow(kind=kind), form, limit)
