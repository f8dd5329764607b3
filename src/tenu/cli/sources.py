"""`tenu sources`: the publishers that are watched, how they are, and how to add one."""

import sys
from importlib.resources import files
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tenu.cli.options import PlainFormat
from tenu.fetch.fetched import now
from tenu.fetch.sources import Source, watched_sources
from tenu.ledger import Ledger
from tenu.settings import Settings
from tenu.watching import Health, health

_STYLES = {"well": "green", "new": "dim", "failing": "bold red", "silent": "bold red"}


def show_sources(settings: Settings, folder: Path | None, shipped: bool, form: PlainFormat) -> None:
    """Print each source with its health by the ledger; without a ledger, all are new."""
    where = folder or settings.sources
    found = watched_sources(where, shipped=shipped)
    told = _health(settings, found)
    if form is PlainFormat.JSON:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(list(map(_plain, told))), indent=1) + b"\n")
        return
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(_table(told))
    for one in told:
        for problem in (*one.failing, *([one.silent] if one.silent and not one.failing else [])):
            console.print(Text(f"! {one.source.id}: {problem}", style="red"))
    console.print(
        Text(f"\nYour own: one TOML file each in {where}/, see `tenu sources --example`. * not yet tried.", style="dim")
    )


def print_example() -> None:
    """Print a file that describes a source, with what each field means."""
    sys.stdout.write((files("tenu.cli") / "source.example.toml").read_text("utf-8"))


def _health(settings: Settings, found: tuple[Source, ...]) -> list[Health]:
    if not Ledger.is_at(settings.ledger):
        return [Health(source, None, None, 0, (), None) for source in found]
    with Ledger.open(settings.ledger) as ledger:
        return list(health(ledger, found, now().date()))


def _plain(one: Health) -> dict[str, object]:
    """Give a source and its health in plain values."""
    source = one.source
    return {
        "id": source.id,
        "publisher": source.publisher,
        "rank": source.rank.value,
        "licence": source.licence,
        "languages": sorted({outlet.language for outlet in source.outlets}),
        "outlets": [outlet.url for outlet in source.outlets],
        "every_minutes": source.every,
        "a_month_at_least": source.a_month,
        "tried": source.checked,
        "state": one.state,
        "asked_at": one.asked_at,
        "well_at": one.well_at,
        "in_30_days": one.in_a_month,
        "problems": [*one.failing, *([one.silent] if one.silent else [])],
    }


def _table(told: list[Health]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("id", "publisher", "in", "every", "state", "last well", "30 days"):
        table.add_column(column, no_wrap=column != "publisher", justify="right" if column == "30 days" else "left")
    for one in told:
        source = one.source
        languages = " ".join(sorted({outlet.language for outlet in source.outlets}))
        table.add_row(
            source.id + ("" if source.checked else "*"),
            source.publisher,
            languages,
            _rhythm(source.every),
            Text(one.state, style=_STYLES[one.state]),
            f"{one.well_at:%Y-%m-%d %H:%M}" if one.well_at else "",
            f"{one.in_a_month} of {source.a_month}" if one.asked_at else "",
        )
    return table


def _rhythm(minutes: int) -> str:
    for size, mark in ((1440, "d"), (60, "h")):
        if minutes % size == 0:
            return f"{minutes // size}{mark}"
    return f"{minutes}m"
