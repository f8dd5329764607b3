"""Look into the ledger."""

from typing import Annotated

import typer

from tenu.cli.options import Format, FormatOption, LedgerOption

commands = typer.Typer()


Words = Annotated[
    list[str], typer.Argument(metavar="WORDS…", help="Words in any form, accents or not; “a phrase” to the letter.")
]
KindOption = Annotated[str | None, typer.Option(help="Only claims of this kind: meeting, pledge, …")]
StatusOption = Annotated[str | None, typer.Option(help="Only claims of this status: planned, done, …")]
StateOption = Annotated[
    str | None, typer.Option(help="Only claims that stand so after their verdicts: open, accepted, amended, rejected.")
]
ActorOption = Annotated[str | None, typer.Option(help="Only claims in which this actor plays a part.")]
RoleOption = Annotated[str | None, typer.Option(help="The part that the actor plays: donor, speaker, …")]
SourceOption = Annotated[str | None, typer.Option(help="Only from this address, or this host: nato.int.")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="Only of this document, by its id or source.")
]
LanguageOption = Annotated[str | None, typer.Option(help="Only in this language: fr or en.")]
SinceOption = Annotated[str | None, typer.Option(help="Only documents published on or after this day.")]
UntilOption = Annotated[str | None, typer.Option(help="Only documents published on or before this day.")]
DuringOption = Annotated[
    str | None, typer.Option(metavar="TIME", help="Only claims that tell of this time: 2022-10, 2022-10-01/2022-12-31.")
]
JudgedOption = Annotated[str | None, typer.Option(metavar="NAME", help="Only claims that this person has judged.")]
UnjudgedOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only claims that this person has not judged.")
]
AsOfOption = Annotated[str | None, typer.Option(help="The ledger as it stood on this day or at this moment.")]
LimitOption = Annotated[int, typer.Option(min=1, help="How many at the most.")]


@commands.command(name="list")
def list_(
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: KindOption = None,
    status: StatusOption = None,
    state: StateOption = None,
    actor: ActorOption = None,
    role: RoleOption = None,
    source: SourceOption = None,
    document: DocumentOption = None,
    language: LanguageOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    during: DuringOption = None,
    judged_by: JudgedOption = None,
    not_judged_by: UnjudgedOption = None,
    as_of: AsOfOption = None,
    documents: Annotated[bool, typer.Option("--documents", help="List documents, not claims.")] = False,
    limit: LimitOption = 50,
) -> None:
    """List what the ledger holds: claims, or documents."""
    from tenu.cli.looking import list_claims, list_documents, narrow
    from tenu.settings import Settings

    filters = narrow(
        kind=kind,
        status=status,
        state=state,
        actor=actor,
        role=role,
        source=source,
        document=document,
        language=language,
        since=since,
        until=until,
        during=during,
        judged_by=judged_by,
        not_judged_by=not_judged_by,
        as_of=as_of,
    )
    show = list_documents if documents else list_claims
    show(Settings.read(ledger).ledger, filters, form, limit)


@commands.command()
def show(
    record: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a claim or document, its beginning, or a document's source.")
    ],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Show one claim with its evidence in context, or one document with its claims."""
    from tenu.cli.looking import show_record
    from tenu.settings import Settings

    show_record(Settings.read(ledger).ledger, record, form)


@commands.command()
def find(
    words: Words,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: KindOption = None,
    status: StatusOption = None,
    state: StateOption = None,
    actor: ActorOption = None,
    role: RoleOption = None,
    source: SourceOption = None,
    document: DocumentOption = None,
    language: LanguageOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    during: DuringOption = None,
    judged_by: JudgedOption = None,
    not_judged_by: UnjudgedOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 50,
) -> None:
    """Find claims by their words."""
    from tenu.cli.looking import find_claims, narrow
    from tenu.settings import Settings

    filters = narrow(
        kind=kind,
        status=status,
        state=state,
        actor=actor,
        role=role,
        source=source,
        document=document,
        language=language,
        since=since,
        until=until,
        during=during,
        judged_by=judged_by,
        not_judged_by=not_judged_by,
        as_of=as_of,
    )
    find_claims(Settings.read(ledger).ledger, " ".join(words), filters, form, limit)


@commands.command()
def history(
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, matter or document.")],
    ledger: LedgerOption = None,
) -> None:
    """Show what was done to a claim or a document, by whom and when."""
    from tenu.cli.history import show_history
    from tenu.settings import Settings

    show_history(Settings.read(ledger).ledger, record)
