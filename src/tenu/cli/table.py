"""A reading as a table that a person likes to read: one claim after the other, its evidence under each."""

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tenu.record import Actor, Claim, Document, Item, Kind, Passage, Reading, Role, Status

_COLOURS = {
    Kind.MEETING: "blue",
    Kind.STATEMENT: "cyan",
    Kind.NEED: "red",
    Kind.PLEDGE: "green",
    Kind.DELIVERY: "bright_green",
    Kind.DECISION: "magenta",
    Kind.AGREEMENT: "yellow",
    Kind.ACTIVITY: "bright_blue",
}
_SYMBOLS = {
    Status.PLANNED: "○ planned",
    Status.ONGOING: "◐ ongoing",
    Status.DONE: "● done",
    Status.EXPECTED: "◌ expected",
    Status.DENIED: "✕ denied",
}
_TO_WHOM = (Role.RECIPIENT,)


def console_of() -> Console:
    """Give the console on standard output: as wide as the window, or 120 letters where there is none."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def show_reading(console: Console, reading: Reading) -> None:
    """Print a document's head and its claims in the order of the text."""
    console.print(heading(reading.document))
    if not reading.claims:
        console.print(Padding(Text("Nothing in this document makes a claim.", style="dim"), (0, 0, 1, 2)))
        return
    console.print(claims_table(sorted(reading.claims, key=lambda claim: claim.evidence.start)))
    console.print()


def heading(document: Document) -> RenderableType:
    """Give a document's title with its date, language and source."""
    title = Text(document.title or document.source, style="bold")
    told = [document.published or "no date", document.language, document.source]
    if document.updated:
        told.insert(1, f"updated {document.updated.replace('T', ' ')}")
    return Group(title, Text(" · ".join(told), style="dim"), Text(""))


def claims_table(claims: Sequence[Claim], ids: Sequence[str] | None = None) -> RenderableType:
    """Give claims as rows of kind, status, when, who and what, each with its evidence under it."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=True, pad_edge=False)
    if ids is not None:
        table.add_column("id", no_wrap=True, style="dim")
    table.add_column("kind", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("when", no_wrap=True)
    table.add_column("who, what, and the words that say so", ratio=1)
    for place, claim in enumerate(claims):
        row: list[RenderableType] = [] if ids is None else [ids[place]]
        row += [
            Text(claim.kind.value, style=_COLOURS[claim.kind]),
            Text(_SYMBOLS[claim.status] if claim.status else ""),
            Text(when(claim)),
            Group(Text(who_and_what(claim)), evidence(claim.evidence, claim.also, claim.quote)),
        ]
        table.add_row(*row)
    return table


def when(claim: Claim) -> str:
    """Give a claim's times in one line: when, by when, how often."""
    parts = [claim.when.replace("/", " – ")] if claim.when else []
    if claim.by:
        parts.append(f"by {claim.by}")
    if claim.recurs:
        parts.append(f"({claim.recurs})")
    return "\n".join(parts)


def who_and_what(claim: Claim) -> str:
    """Give in one line who acts, on what, for whom and where."""
    acting = "; ".join(_named(actor) for actor in claim.actors if actor.role not in _TO_WHOM)
    to = ", ".join(actor.name for actor in claim.actors if actor.role in _TO_WHOM)
    items = ", ".join(amount(item) for item in claim.items)
    parts = [acting, items, f"→ {to}" if to else "", ", ".join(f"in {place.name}" for place in claim.where)]
    return " · ".join(part for part in parts if part)


def amount(item: Item) -> str:
    """Give an item with its count or its money: `200 aircraft`, `aid (CHF 5,000,000)`."""
    counted = f"{item.quantity:,} " if item.quantity is not None else ""
    unit = f"{item.unit} " if item.unit and item.unit not in item.name else ""
    worth = f" ({item.currency} {item.amount:,})" if item.amount is not None else ""
    if worth and not any(letter.isalpha() for letter in item.name):  # only the sign of the currency names it
        return worth.strip(" ()")
    return f"{counted}{unit}{item.name}{worth}"


def evidence(passage: Passage, also: Iterable[Passage] = (), quote: str | None = None) -> RenderableType:
    """Give the words that say so, with what is quoted standing out, and how many more passages tell the same."""
    more = len(tuple(also))
    words = Text(f"“{_on_one_line(passage.text)}”", style="italic dim")
    if quote:
        words.highlight_words([_on_one_line(quote)], style="not dim")
    if more:
        words.append(f"  + {more} more passage{'s' if more > 1 else ''}", style="dim")
    return words


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _named(actor: Actor) -> str:
    return f"{actor.role.value}: {actor.name}"
