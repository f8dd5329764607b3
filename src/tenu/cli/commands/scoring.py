"""Measure the reading."""

from typing import Annotated

import typer

from tenu.cli.options import ScoreFormat

commands = typer.Typer()


@commands.command()
def score(
    gold: Annotated[str, typer.Argument(metavar="GOLD_DIR", help="A folder of marked documents, one YAML file each.")],
    documents: Annotated[
        str | None,
        typer.Option(help="Where their texts are (default: beside them, else in corpus/ beside the folder)."),
    ] = None,
    missed: Annotated[bool, typer.Option("--missed", help="List every miss, false claim and wrong slot.")] = False,
    form: Annotated[ScoreFormat, typer.Option("--format", "-f", help="How to print.")] = ScoreFormat.TABLE,
) -> None:
    """Compare what tenu reads in documents with what people marked in them."""
    from tenu.cli.scoring import score_folder

    raise typer.Exit(score_folder(gold, documents, missed, form))
