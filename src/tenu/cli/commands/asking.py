"""Ask the ledger what was promised and has not come, and the other named questions."""

from typing import Annotated

import typer

from tenu.cli.options import Format, FormatOption, LedgerOption

commands = typer.Typer()

AsOf = Annotated[str | None, typer.Option("--as-of", help="As the ledger stood on this day or at this moment.")]
Accepted = Annotated[bool, typer.Option("--accepted", help="Count only claims that a person accepted or amended.")]
Since = Annotated[str | None, typer.Option(help="From this day on.")]
Until = Annotated[str | None, typer.Option(help="Up to this day.")]
Actor = Annotated[str | None, typer.Option(help="Only of this actor: a name or some of its words, UKR, org/nato.")]


@commands.command()
def due(
    by: Annotated[str | None, typer.Option(help="Only what falls due on or before this day.")] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Show what was promised and has not come, or not wholly, the longest overdue first."""
    from tenu.cli.asking import ask, scope_of
    from tenu.cli.looking import day_of
    from tenu.questions.due import due as question
    from tenu.settings import Settings

    scope, day = scope_of(as_of, accepted), day_of(by, "--by")
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, by=day))


@commands.command()
def agenda(
    since: Annotated[str | None, typer.Option(help="From this day on (default: today).", show_default=False)] = None,
    until: Until = None,
    actor: Actor = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Show what is to come: meetings, decisions, deliveries, deadlines, and what recurs."""
    from tenu.cli.asking import ask, scope_of
    from tenu.cli.looking import day_of
    from tenu.questions.agenda import agenda as question
    from tenu.settings import Settings

    scope, first, last = scope_of(as_of, accepted), day_of(since, "--since"), day_of(until, "--until")
    ask(
        Settings.read(ledger).ledger,
        form,
        lambda opened: question(opened, scope, since=first, until=last, actor=actor),
    )


@commands.command()
def timeline(
    actor: Actor = None,
    matter: Annotated[
        str | None, typer.Option(help="Only of one matter and those linked to it, by its id or a claim’s.")
    ] = None,
    since: Since = None,
    until: Until = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Show what happened in the order of the days, of an actor or of one matter."""
    from tenu.cli.asking import ask, scope_of
    from tenu.cli.looking import day_of
    from tenu.questions.timeline import timeline as question
    from tenu.settings import Settings

    scope, first, last = scope_of(as_of, accepted), day_of(since, "--since"), day_of(until, "--until")
    ask(
        Settings.read(ledger).ledger,
        form,
        lambda opened: question(opened, scope, actor=actor, matter=matter, since=first, until=last),
    )


@commands.command()
def coverage(
    recipient: Annotated[
        str | None, typer.Argument(metavar="[RECIPIENT]", help="Whose needs: a name, or UKR (default: everybody’s).")
    ] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Lay needs, pledges and deliveries side by side, item by item."""
    from tenu.cli.asking import ask, scope_of
    from tenu.questions.coverage import coverage as question
    from tenu.settings import Settings

    scope = scope_of(as_of, accepted)
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, recipient))


@commands.command()
def balance(
    by: Annotated[str, typer.Option(help="By donor, recipient, item or month.")] = "donor",
    into: Annotated[
        str | None, typer.Option(help="Convert money into this currency at the day of each promise (see tenu rates).")
    ] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Draw up what was promised, what came and what is open."""
    from tenu.cli.asking import ask, conversion_of, one_of, scope_of
    from tenu.questions.balance import By
    from tenu.questions.balance import balance as question
    from tenu.settings import Settings

    scope, drawn = scope_of(as_of, accepted), one_of(By, by, "--by")
    ask(
        Settings.read(ledger).ledger,
        form,
        lambda opened: question(opened, scope, drawn, conversion=conversion_of(opened, into)),
    )


@commands.command()
def quotes(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS…]", help="Words in any form; “a phrase” to the letter.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Only what this speaker said.")] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
) -> None:
    """Find who said what, in which words."""
    from tenu.cli.asking import ask, scope_of
    from tenu.questions.quotes import quotes as question
    from tenu.settings import Settings

    scope, typed = scope_of(as_of, accepted), " ".join(words or ())
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, typed, speaker=speaker, limit=limit))


@commands.command()
def actor(
    name: Annotated[str, typer.Argument(metavar="ACTOR", help="A name or some of its words, UKR, or org/nato.")],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Show what one actor promised, was promised, gave and said, and whom it met."""
    from tenu.cli.asking import ask, scope_of
    from tenu.questions.actor import actor as question
    from tenu.settings import Settings

    scope = scope_of(as_of, accepted)
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, name))


@commands.command()
def met(
    actor: Actor = None,
    since: Since = None,
    until: Until = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Count who met whom."""
    from tenu.cli.asking import ask, scope_of
    from tenu.cli.looking import day_of
    from tenu.questions.meetings import met as question
    from tenu.settings import Settings

    scope, first, last = scope_of(as_of, accepted), day_of(since, "--since"), day_of(until, "--until")
    ask(
        Settings.read(ledger).ledger,
        form,
        lambda opened: question(opened, scope, actor=actor, since=first, until=last),
    )


@commands.command()
def brief(
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="The id of a meeting’s claim or matter.")],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Write one page before a meeting: who comes, what was promised at the last ones, and what became of it."""
    from tenu.cli.asking import ask, scope_of
    from tenu.questions.brief import brief as question
    from tenu.settings import Settings

    scope = scope_of(as_of, accepted)
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, meeting))


@commands.command()
def digest(
    since: Annotated[str, typer.Option(help="The day or moment from which on things are new.")],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    accepted: Accepted = False,
    as_of: AsOf = None,
) -> None:
    """Show what is new in the ledger since a day: documents, promises made, kept and overdue, verdicts."""
    from tenu.cli.asking import ask, beginning, scope_of
    from tenu.questions.digest import digest as question
    from tenu.settings import Settings

    scope, moment = scope_of(as_of, accepted), beginning(since)
    ask(Settings.read(ledger).ledger, form, lambda opened: question(opened, scope, moment))


@commands.command()
def suggest(
    above: Annotated[
        float | None,
        typer.Option(min=0.5, max=1, help="Make the links that are at least so likely (0.5 to 1), under your name."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to show at the most.")] = 50,
    ledger: LedgerOption = None,
    who: Annotated[str | None, typer.Option("--as", help="The name under which links are made.")] = None,
) -> None:
    """Work out which claims may tell of the same thing, or of a promise and its delivery; show or link them."""
    from tenu.cli.suggesting import suggest_links
    from tenu.settings import Settings

    suggest_links(Settings.read(ledger, who), above, limit)
