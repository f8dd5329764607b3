"""Watch publishers."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, PlainFormat, WhoOption

commands = typer.Typer()

SourcesOption = Annotated[
    Path | None,
    typer.Option(
        "--sources", help="The folder of your own sources (default: $TENU_SOURCES, else sources).", show_default=False
    ),
]
ShippedOption = Annotated[
    bool, typer.Option("--shipped/--no-shipped", help="Watch the sources that come with tenu, too.")
]


@commands.command()
def watch(
    only: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]…", help="Only these sources, due or not.")
    ] = None,
    every: Annotated[
        str | None, typer.Option(help="Go on for ever, looking what is due this often: 15m, 6h, 1d.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Look at every source now, due or not.")] = False,
    most: Annotated[int, typer.Option(min=1, help="How many addresses of one list are asked in a round.")] = 50,
    sources: SourcesOption = None,
    shipped: ShippedOption = True,
    form: Annotated[
        PlainFormat, typer.Option("--format", "-f", help="Text, or one JSON object a line.")
    ] = PlainFormat.TEXT,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Bring what publishers put out, and say what is new, changed, gone, failing or silent."""
    from tenu.cli.watching import Asked, watch_sources
    from tenu.settings import Settings

    asked = Asked(tuple(only or ()), every, all_, most, sources, shipped)
    raise typer.Exit(watch_sources(Settings.read(ledger, who), asked, form))


@commands.command()
def sources(
    example: Annotated[bool, typer.Option("--example", help="Print a file for a source of your own.")] = False,
    folder: SourcesOption = None,
    shipped: ShippedOption = True,
    form: Annotated[PlainFormat, typer.Option("--format", "-f", help="How to print.")] = PlainFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """List the publishers that are watched, and how they are."""
    from tenu.cli.sources import print_example, show_sources
    from tenu.settings import Settings

    if example:
        print_example()
    else:
        show_sources(Settings.read(ledger), folder, shipped, form)
