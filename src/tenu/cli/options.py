"""Options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """The forms in which a reading is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class PlainFormat(StrEnum):
    """The forms of what is told line by line: text for a person, JSON for a program."""

    TEXT = "text"
    JSON = "json"


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
