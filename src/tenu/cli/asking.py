"""Questions from the command line: what was asked for taken apart, and the answer printed in the form wanted."""

import csv
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

import msgspec
from rich.console import Console

from tenu.cli.answers.views import view_of
from tenu.cli.looking import moment_of
from tenu.cli.options import Format
from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.publishing.answers.grid import text
from tenu.publishing.answers.grids import Answer, grid_of
from tenu.questions.money import Conversion
from tenu.questions.rates.kept import rates_of
from tenu.questions.scope import Scope
from tenu.resting import collector_resting

E = TypeVar("E", bound=StrEnum)


def scope_of(as_of: str | None, accepted: bool) -> Scope:
    """Take what an answer counts: a moment looked back to is also the day from which ages are told."""
    moment = moment_of(as_of)
    return Scope(moment.date() if moment else datetime.now(UTC).astimezone().date(), moment, accepted)


def ask(address: str, form: Format, question: Callable[[Ledger], Answer]) -> None:
    """Ask the ledger and print the answer."""
    with collector_resting():
        _ask(address, form, question)


def _ask(address: str, form: Format, question: Callable[[Ledger], Answer]) -> None:
    with Ledger.open(address) as ledger:
        answer = question(ledger)
    if form is Format.TABLE:
        Console(width=None if sys.stdout.isatty() else 120, highlight=False).print(view_of(answer))
    elif form is Format.JSON:
        told = json.loads(msgspec.json.encode(answer))
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        _print_rows(answer, form)


def _print_rows(answer: Answer, form: Format) -> None:
    """Print one row a line: CSV, or JSON with the column's names."""
    grid = grid_of(answer)
    if form is Format.CSV:
        writer = csv.writer(sys.stdout)
        writer.writerow(grid.columns)
        writer.writerows([text(cell) for cell in row] for row in grid.rows)
        return
    for row in grid.rows:
        sys.stdout.buffer.write(msgspec.json.encode(dict(zip(grid.columns, row, strict=True))) + b"\n")


def one_of(closed: type[E], word: str, option: str) -> E:
    """Take one of the words that an option knows; `UsageError` names them."""
    try:
        return closed(word.lower())
    except ValueError:
        raise UsageError(f"{option} takes {', '.join(closed)}; not {word!r}.") from None


def beginning(since: str) -> datetime:
    """Take the moment from which on things are new; a day means its first moment."""
    if len(since) == len("2022-11-01"):
        since += "T00:00"
    moment = moment_of(since, "--since")
    if moment is None:
        raise UsageError("--since takes a day or a moment such as 2022-11-01T12:00.")
    return moment


def conversion_of(ledger: Ledger, into: str | None) -> Conversion | None:
    """Take the currency to convert into, with the ledger's rates; `UsageError` where it has none."""
    if into is None:
        return None
    rates = rates_of(ledger)
    if rates is None:
        raise UsageError("--into needs rates; bring the ECB’s file in first: tenu rates import eurofxref-hist.zip")
    return Conversion(into.upper(), rates.rate)
