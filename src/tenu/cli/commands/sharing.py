"""Write the record out for others, and take in what others keep."""

from pathlib import Path
from typing import Annotated

import typer

from tenu.cli.options import LedgerOption, WhoOption

commands = typer.Typer()


@commands.command()
def export(
    form: Annotated[
        str,
        typer.Option("--to", help="csv, csv-safe, xlsx, parquet, jsonl, ics, iati, jsonld or annotations."),
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to (default: standard output).", show_default=False)
    ] = None,
    ledger: LedgerOption = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind: meeting, pledge, …")] = None,
    status: Annotated[str | None, typer.Option(help="Only claims of this status: planned, done, …")] = None,
    state: Annotated[str | None, typer.Option(help="Only claims that people judged so: accepted, open, …")] = None,
    actor: Annotated[str | None, typer.Option(help="Only claims in which this actor plays a part.")] = None,
    source: Annotated[str | None, typer.Option(help="Only claims of this document, or of this host.")] = None,
    since: Annotated[str | None, typer.Option(help="Only documents published on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Only documents published on or before this day.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The ledger as it stood on this day or at this moment.")] = None,
    title: Annotated[str, typer.Option(help="What the export is called.")] = "The record kept with tenu",
    reporter: Annotated[str | None, typer.Option(help="Who reports (IATI, JSON-LD).", show_default=False)] = None,
    reporter_ref: Annotated[
        str | None, typer.Option(help="The reporter’s id at IATI, such as GB-COH-1234.", show_default=False)
    ] = None,
) -> None:
    """Write claims to a file that others can use; it is there whole, or not at all."""
    from tenu.cli.looking import narrow
    from tenu.cli.sharing import Reporter, export_claims
    from tenu.settings import Settings

    filters = narrow(
        kind=kind, status=status, state=state, actor=actor, source=source, since=since, until=until, as_of=as_of
    )
    settings = Settings.read(ledger)
    reports = Reporter(title, reporter or settings.who, reporter_ref)
    raise typer.Exit(export_claims(settings.ledger, form, file, filters, reports))


@commands.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to take in.")],
    form: Annotated[
        str, typer.Option("--from", help="kiel, fts, iati, csv, jsonl, xlsx, parquet or ics: what the file is.")
    ],
    mapping: Annotated[
        Path | None, typer.Option(help="A mapping file (TOML): which column tells what.", show_default=False)
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook.", show_default=False)] = None,
    encoding: Annotated[
        str | None, typer.Option(help="The encoding of a CSV file that is not UTF-8.", show_default=False)
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", help="The day of the file (2022-10-11).", show_default=False)
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="The name under which it is kept (default: the file’s).", show_default=False)
    ] = None,
    review: Annotated[
        bool, typer.Option("--to-review", help="Leave every claim open for a person to judge; terms are not noted.")
    ] = False,
    unread: Annotated[
        Path | None, typer.Option(help="Write all that was not understood to this CSV file.", show_default=False)
    ] = None,
    ledger: LedgerOption = None,
    who: WhoOption = None,
) -> None:
    """Take in what others keep: each row a claim, with the row as its evidence."""
    from tenu.cli.importing import Asked, import_file
    from tenu.settings import Settings

    asked = Asked(form, mapping, sheet, encoding, day, source, review, unread)
    raise typer.Exit(import_file(file, asked, Settings.read(ledger, who)))
