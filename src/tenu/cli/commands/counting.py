"""Count promises by named rules, with rates for other currencies."""

from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, ScoreFormat, WhoOption

commands = typer.Typer()


@commands.command(name="count")
def count_(
    rule: Annotated[
        str,
        typer.Argument(metavar="RULE", help="kiel-commitment, kiel-allocation, fts-funding or iati-outgoing."),
    ],
    by: Annotated[str | None, typer.Option(help="donor, recipient, month or item.", show_default=False)] = None,
    with_open: Annotated[bool, typer.Option("--open", help="Count also what nobody has judged yet.")] = False,
    form: Annotated[ScoreFormat, typer.Option("--format", "-f", help="How to print.")] = ScoreFormat.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Count promises by a named rule, and list what was left out and why."""
    from tenu.cli.counting import count_claims
    from tenu.settings import Settings

    raise typer.Exit(count_claims(Settings.read(ledger), rule, by, form, with_open=with_open))


@commands.command()
def rates(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[import FILE | AMOUNT FROM TO DAY]",
            help="Bring a file of rates in, or convert an amount; nothing shows what is there.",
            show_default=False,
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Bring in invented rates, to try with.")] = False,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Bring in the ECB’s reference rates, show them, or convert an amount at a day."""
    from tenu.cli.counting import tell_rates
    from tenu.settings import Settings

    raise typer.Exit(tell_rates(Settings.read(ledger, who), words or [], sample=sample))
