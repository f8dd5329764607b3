"""Keep a ledger well."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption

commands = typer.Typer()


@commands.command()
def verify(ledger: LedgerOption = None) -> None:
    """Check the ledger: the database's own checks, the chain of its history, and every record against it."""
    from tenu.cli.upkeep import verify_ledger
    from tenu.settings import Settings

    raise typer.Exit(verify_ledger(Settings.read(ledger).ledger))


@commands.command()
def doctor(ledger: LedgerOption = None) -> None:
    """Say what the ledger runs on, and whether all is well with it."""
    from tenu.cli.upkeep import examine_ledger
    from tenu.settings import Settings

    raise typer.Exit(examine_ledger(Settings.read(ledger).ledger))


@commands.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The file to save to; it must not be there yet.")],
    ledger: LedgerOption = None,
) -> None:
    """Save a ledger to one file, while others read and write it."""
    from tenu.cli.upkeep import save
    from tenu.settings import Settings

    save(Settings.read(ledger).ledger, to)


@commands.command()
def restore(
    saved: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `tenu backup` saved.")],
    ledger: LedgerOption = None,
) -> None:
    """Bring a saved ledger back, where there is none yet."""
    from tenu.cli.upkeep import bring_back
    from tenu.settings import Settings

    bring_back(saved, Settings.read(ledger).ledger)


@commands.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to copy: a file or postgresql://…")],
    target: Annotated[
        str, typer.Argument(metavar="LEDGER", help="Where to: a file or postgresql://… that holds no ledger yet.")
    ],
) -> None:
    """Copy a ledger whole between SQLite and PostgreSQL."""
    from tenu.cli.upkeep import copy_ledger

    copy_ledger(source, target)
