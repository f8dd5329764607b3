"""See what changed in a document, and what differs between two."""

from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, PlainFormat

commands = typer.Typer()

PlainOption = Annotated[PlainFormat, typer.Option("--format", "-f", help="How to print.")]


@commands.command()
def changes(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document's id or source.")],
    before: Annotated[
        int | None, typer.Option("--from", min=1, help="The earlier version (default: --to less 1).")
    ] = None,
    after: Annotated[int | None, typer.Option("--to", min=1, help="The later version (default: the last).")] = None,
    form: PlainOption = PlainFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """Show what changed between two versions of a document, in words and in claims."""
    from tenu.cli.changes import show_changes
    from tenu.settings import Settings

    show_changes(Settings.read(ledger).ledger, document, before, after, form)


@commands.command()
def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="A document's id or source, a file or an address.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The one to lay beside it.")],
    every: Annotated[bool, typer.Option("--all", help="Show the claims that agree, too.")] = False,
    form: PlainOption = PlainFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """Lay the claims of two documents, or of two languages of one, side by side and name what differs."""
    from tenu.cli.comparing import show_comparison
    from tenu.settings import Settings

    show_comparison(Settings.read(ledger), left, right, every, form)
