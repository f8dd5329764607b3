"""Open the pages."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, WhoOption

commands = typer.Typer()


@commands.command()
def serve(
    ledger: LedgerOption = None,
    who: WhoOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on loopback; 0 takes any that is free.")] = 8321,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the pages in the browser.")] = True,
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", help="Write the token that scripts show to the API (/api/v1) to this file."),
    ] = None,
) -> None:
    """Open the pages to review and browse, on this machine alone."""
    from tenu.cli.serving import serve_pages
    from tenu.settings import Settings

    serve_pages(Settings.read(ledger, who), port, browser=browser, token_file=token_file)
