"""The commands and their options, in the order of the manual."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="tenu",
    help="Read what institutions say in public, and keep the record of it: who met, who said what, what was promised.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """The forms in which a reading is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class ScoreFormat(StrEnum):
    """The forms in which a score is printed."""

    TABLE = "table"
    JSON = "json"


LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        help="The ledger: a file, or postgresql://… (default: $TENU_LEDGER, else tenu.db).",
        show_default=False,
    ),
]
WhoOption = Annotated[
    str | None, typer.Option("--as", help="The name under which things are kept.", show_default=False)
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print.")]


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    """Take the options that stand before every command."""
    if version:
        from tenu import __version__

        typer.echo(f"tenu {__version__}")
        raise typer.Exit


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, or - for standard input.")],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    date: Annotated[
        str | None, typer.Option(help="The day of the document, where it does not say it (2022-10-11).")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language of the document: fr or en.")] = None,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Keep what is read in the ledger.")] = True,
    who: WhoOption = None,
) -> None:
    """Read documents, print what they say, and keep it in the ledger."""
    from tenu.cli.reading import read_sources
    from tenu.settings import Settings

    raise typer.Exit(read_sources(sources, form, Settings.read(ledger, who), date, language, keep))


@app.command(name="list")
def list_(
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind: meeting, pledge, …")] = None,
    status: Annotated[str | None, typer.Option(help="Only claims of this status: planned, done, …")] = None,
    actor: Annotated[str | None, typer.Option(help="Only claims in which this actor plays a part.")] = None,
    since: Annotated[str | None, typer.Option(help="Only documents published on or after this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Only documents published on or before this day.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The ledger as it stood on this day or at this moment.")] = None,
    documents: Annotated[bool, typer.Option("--documents", help="List documents, not claims.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
) -> None:
    """List what the ledger holds: claims, or documents."""
    from tenu.cli.looking import list_claims, list_documents, narrow
    from tenu.settings import Settings

    filters = narrow(kind=kind, status=status, actor=actor, since=since, until=until, as_of=as_of)
    show = list_documents if documents else list_claims
    show(Settings.read(ledger).ledger, filters, form, limit)


@app.command()
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


@app.command()
def find(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help="Words in any form, accents or not; “a phrase” to the letter.")
    ],
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at the most.")] = 50,
) -> None:
    """Find claims by their words."""
    from tenu.cli.looking import find_claims, narrow
    from tenu.settings import Settings

    find_claims(Settings.read(ledger).ledger, " ".join(words), narrow(kind=kind), form, limit)


@app.command()
def explain(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    date: Annotated[str | None, typer.Option(help="The day of the document, where it does not say it.")] = None,
    language: Annotated[str | None, typer.Option(help="The language of the document: fr or en.")] = None,
    parse: Annotated[
        bool, typer.Option("--parse/--no-parse", help="Show each sentence's words with their tags and heads.")
    ] = True,
) -> None:
    """Show how a document is read: parse, times, names, amounts, the frames that fired and those that nearly did."""
    from tenu.cli.explaining import explain_source

    raise typer.Exit(explain_source(source, date, language, parse))


@app.command()
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


@app.command()
def demo(
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Read the sample releases that come with tenu into a ledger, and show what it then holds."""
    from tenu.cli.showcase import run_demo

    raise typer.Exit(run_demo(ledger or "demo.db", form))


@app.command()
def verify(ledger: LedgerOption = None) -> None:
    """Check the ledger: the database's own checks, the chain of its history, and every record against it."""
    from tenu.cli.upkeep import verify_ledger
    from tenu.settings import Settings

    raise typer.Exit(verify_ledger(Settings.read(ledger).ledger))


@app.command()
def doctor(ledger: LedgerOption = None) -> None:
    """Say what the ledger runs on, and whether all is well with it."""
    from tenu.cli.upkeep import examine_ledger
    from tenu.settings import Settings

    raise typer.Exit(examine_ledger(Settings.read(ledger).ledger))


@app.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The file to save to; it must not be there yet.")],
    ledger: LedgerOption = None,
) -> None:
    """Save a ledger to one file, while others read and write it."""
    from tenu.cli.upkeep import save
    from tenu.settings import Settings

    save(Settings.read(ledger).ledger, to)


@app.command()
def restore(
    saved: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `tenu backup` saved.")],
    ledger: LedgerOption = None,
) -> None:
    """Bring a saved ledger back, where there is none yet."""
    from tenu.cli.upkeep import bring_back
    from tenu.settings import Settings

    bring_back(saved, Settings.read(ledger).ledger)


@app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to copy: a file or postgresql://…")],
    target: Annotated[
        str, typer.Argument(metavar="LEDGER", help="Where to: a file or postgresql://… that holds no ledger yet.")
    ],
) -> None:
    """Copy a ledger whole between SQLite and PostgreSQL."""
    from tenu.cli.upkeep import copy_ledger

    copy_ledger(source, target)
