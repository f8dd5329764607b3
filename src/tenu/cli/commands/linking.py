"""Join claims that tell of one thing, and look at what they make."""

from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, WhoOption

commands = typer.Typer()

KindArgument = Annotated[
    str,
    typer.Argument(metavar="KIND", help="same, updates, contradicts, cancels, delivers, answers, or decided-at."),
]
From = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim that the link leads from.")]
To = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim that it leads to.")]
ReasonOption = Annotated[str | None, typer.Option(help="Why.")]
LimitOption = Annotated[int, typer.Option(min=1, help="How many at the most.")]


@commands.command()
def link(
    kind: KindArgument,
    claim: From,
    other: To,
    reason: ReasonOption = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Link two claims: this claim updates, delivers, answers … that claim."""
    from tenu.cli.linking import link_claims
    from tenu.settings import Settings

    link_claims(Settings.read(ledger, who), kind, claim, other, reason, stands=True)


@commands.command()
def unlink(
    kind: KindArgument,
    claim: From,
    other: To,
    reason: ReasonOption = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Take a link back, or refuse one that was suggested; what it had joined is as it was before."""
    from tenu.cli.linking import link_claims
    from tenu.settings import Settings

    link_claims(Settings.read(ledger, who), kind, claim, other, reason, stands=False)


@commands.command()
def matters(
    as_of: Annotated[str | None, typer.Option(help="The ledger as it stood on this day or at this moment.")] = None,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """List the things that several claims tell of."""
    from tenu.cli.looking import moment_of
    from tenu.cli.matters import list_matters
    from tenu.settings import Settings

    list_matters(Settings.read(ledger).ledger, moment_of(as_of), limit)


@commands.command()
def matter(
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of a matter, or of a claim of it.")],
    ledger: LedgerOption = None,
) -> None:
    """Show a promise from need to delivery, with the words of every step and what is still open."""
    from tenu.cli.matters import show_matter
    from tenu.settings import Settings

    show_matter(Settings.read(ledger).ledger, record)
