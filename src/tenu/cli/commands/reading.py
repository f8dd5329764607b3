"""Read documents, and see how they were read."""

from typing import Annotated

import typer

from tenu.cli.options import Format, FormatOption, LedgerOption, WhoOption

commands = typer.Typer()


@commands.command()
def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE…", help="Files, folders, https:// addresses, or - for standard input."),
    ],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    date: Annotated[
        str | None, typer.Option(help="The day of the document, where it does not say it (2022-10-11).")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language of the document: fr or en.")] = None,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Keep what is read in the ledger.")] = True,
    who: WhoOption = None,
) -> None:
    """Read documents, print what they say, and keep it in the ledger."""
    from tenu.cli.reading import read_sources
    from tenu.settings import Settings

    raise typer.Exit(read_sources(sources, form, Settings.read(ledger, who), date, language, keep))


@commands.command()
def explain(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    date: Annotated[str | None, typer.Option(help="The day of the document, where it does not say it.")] = None,
    language: Annotated[str | None, typer.Option(help="The language of the document: fr or en.")] = None,
    parse: Annotated[
        bool, typer.Option("--parse/--no-parse", help="Show each sentence's words with their tags and heads.")
    ] = True,
) -> None:
    """Show how a document is read: parse, times, names, amounts, the frames that fired and those that nearly did."""
    from tenu.cli.explaining import explain_source

    raise typer.Exit(explain_source(source, date, language, parse))


@commands.command()
def demo(
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Read the sample releases that come with tenu into a ledger, and show what it then holds."""
    from tenu.cli.showcase import run_demo

    raise typer.Exit(run_demo(ledger or "demo.db", form))
