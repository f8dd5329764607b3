"""Draw answers, and publish the record as a folder of pages."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption

commands = typer.Typer()

AsOf = Annotated[str | None, typer.Option("--as-of", help="As the ledger stood on this day or at this moment.")]
Accepted = Annotated[bool, typer.Option("--accepted", help="Count only claims that a person accepted or amended.")]


@commands.command()
def plot(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="due, balance, gave, coverage, timeline or met.")],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to (default: standard output).", show_default=False)
    ] = None,
    form: Annotated[str, typer.Option("--to", help="svg, png or html (with its table).")] = "svg",
    language: Annotated[str, typer.Option(help="The words on the chart: en or fr.")] = "en",
    theme: Annotated[str, typer.Option(help="light or dark.")] = "light",
    actor: Annotated[
        str | None, typer.Option(help="Whose needs (coverage), or only of this actor (timeline, met).")
    ] = None,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Draw a chart of an answer: it reads in grey, and carries its source and its day."""
    from tenu.cli.asking import scope_of
    from tenu.cli.plotting import plot as draw
    from tenu.settings import Settings

    draw(Settings.read(ledger).ledger, scope_of(as_of, accepted), question, (form, language, theme), actor, file)


@commands.command()
def publish(
    place: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write: new, or published before.")],
    title: Annotated[str, typer.Option(help="What the site is called.")] = "The record kept with tenu",
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Write the record as a folder of pages that opens from a disk, in both languages; whole, or not at all."""
    from tenu.cli.asking import scope_of
    from tenu.cli.publishing import publish_site
    from tenu.settings import Settings

    publish_site(Settings.read(ledger).ledger, place, scope_of(as_of, accepted), title)
