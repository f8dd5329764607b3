"""The `tenu` command, put together from its groups in the order of the manual."""

from typing import Annotated

import typer

from tenu.cli.commands import (
    asking,
    changing,
    counting,
    judging,
    linking,
    looking,
    publishing,
    reading,
    scoring,
    serving,
    sharing,
    upkeep,
    watching,
)

GROUPS = (
    reading,
    looking,
    judging,
    linking,
    asking,
    changing,
    watching,
    serving,
    counting,
    sharing,
    publishing,
    scoring,
    upkeep,
)

app = typer.Typer(
    name="tenu",
    help="Read what institutions say in public, and keep the record of it: who met, who said what, what was promised.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in GROUPS:
    app.add_typer(group.commands)


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    """Take the options that stand before every command."""
    if version:
        from tenu import __version__

        typer.echo(f"tenu {__version__}")
        raise typer.Exit
