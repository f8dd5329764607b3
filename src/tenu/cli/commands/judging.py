"""Decide about claims, and add one's own."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, WhoOption

commands = typer.Typer()

Claims = Annotated[list[str], typer.Argument(metavar="CLAIM…", help="Ids of claims, or their beginnings.")]
Seen = Annotated[
    int | None,
    typer.Option(help="How many verdicts you saw on the claim; needed where somebody else has judged it."),
]
KindOption = Annotated[str | None, typer.Option(help="Its kind: pledge, delivery, …")]
StatusOption = Annotated[str | None, typer.Option(help="Its status: planned, ongoing, done, expected, denied.")]
WhenOption = Annotated[str | None, typer.Option(help="When it is (2022-10-12, 2022-10, 2022-W42, a/b).")]
ByOption = Annotated[str | None, typer.Option(help="By when it is to be.")]
WhereOption = Annotated[list[str] | None, typer.Option(help="Where; may be given several times.")]
ActorOption = Annotated[
    list[str] | None, typer.Option(help="Who, as ROLE=NAME (donor=Norway); takes the place of those in this role.")
]
ItemOption = Annotated[
    list[str] | None,
    typer.Option(help="What: “12 ambulances”, “EUR 5000000”; all items together take the old ones' place."),
]
FileOption = Annotated[
    Path | None, typer.Option("--file", help="Fields as a JSON object, as `tenu show --format json` prints them.")
]
StageOption = Annotated[
    str | None, typer.Option(help="The stage of a promise: pledge, commitment, allocation, delivery.")
]
ConditionOption = Annotated[list[str] | None, typer.Option(help="What the promise depends on.")]
TrancheOption = Annotated[str | None, typer.Option(metavar="CLAIM", help="The pledge of which this is a part.")]
WithdrawnOption = Annotated[bool, typer.Option("--withdrawn", help="The promise was taken back.")]


@commands.command()
def accept(claims: Claims, seen: Seen = None, ledger: LedgerOption = None, who: WhoOption = None) -> None:
    """Accept claims: they say what their words say."""
    from tenu.cli.judging import accept_claims
    from tenu.settings import Settings

    raise typer.Exit(accept_claims(Settings.read(ledger, who), claims, seen))


@commands.command()
def reject(
    claims: Claims,
    reason: Annotated[str, typer.Option(help="What is wrong with them.")],
    seen: Seen = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Reject claims, with the reason."""
    from tenu.cli.judging import reject_claims
    from tenu.settings import Settings

    raise typer.Exit(reject_claims(Settings.read(ledger, who), claims, reason, seen))


@commands.command()
def undo(claims: Claims, seen: Seen = None, ledger: LedgerOption = None, who: WhoOption = None) -> None:
    """Take the last verdict on claims back; it stays in their history."""
    from tenu.cli.judging import undo_verdicts
    from tenu.settings import Settings

    raise typer.Exit(undo_verdicts(Settings.read(ledger, who), claims, seen))


@commands.command()
def amend(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    kind: KindOption = None,
    status: StatusOption = None,
    when: WhenOption = None,
    by: ByOption = None,
    where: WhereOption = None,
    actor: ActorOption = None,
    item: ItemOption = None,
    stage: StageOption = None,
    condition: ConditionOption = None,
    tranche_of: TrancheOption = None,
    withdrawn: WithdrawnOption = False,
    file: FileOption = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
    seen: Seen = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Correct a claim: what was read stays beside what you make of it."""
    from tenu.cli.fields import Fields
    from tenu.cli.judging import amend_claim
    from tenu.settings import Settings

    fields = Fields(kind, status, when, by, where, actor, item, file, stage, condition, tranche_of, withdrawn)
    raise typer.Exit(amend_claim(Settings.read(ledger, who), claim, fields, reason, seen))


@commands.command()
def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document's id or source.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="meeting, statement, need, pledge, delivery, …")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words that say so, as they stand in the text.")],
    status: StatusOption = None,
    when: WhenOption = None,
    by: ByOption = None,
    where: WhereOption = None,
    actor: ActorOption = None,
    item: ItemOption = None,
    stage: StageOption = None,
    condition: ConditionOption = None,
    tranche_of: TrancheOption = None,
    withdrawn: WithdrawnOption = False,
    file: FileOption = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Add a claim that you read in a document and tenu did not; it is accepted as it comes."""
    from tenu.cli.fields import Fields
    from tenu.cli.judging import add_claim
    from tenu.settings import Settings

    fields = Fields(kind, status, when, by, where, actor, item, file, stage, condition, tranche_of, withdrawn)
    raise typer.Exit(add_claim(Settings.read(ledger, who), document, words, fields))
