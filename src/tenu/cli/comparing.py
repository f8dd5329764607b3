"""`tenu compare`: the claims of two documents side by side."""

import sys

import msgspec
from rich.console import Console
from rich.text import Text

from tenu.cli.options import PlainFormat
from tenu.cli.pairs import pair_lines
from tenu.cli.reaching import web_of
from tenu.errors import UnknownRecordError
from tenu.flow import Hints, take_in
from tenu.ledger import Ledger
from tenu.pairing import Pair
from tenu.questions.compared import Compared, compare
from tenu.questions.readings import reading_of
from tenu.record import Document, Reading
from tenu.settings import Settings


def show_comparison(settings: Settings, left: str, right: str, every: bool, form: PlainFormat) -> None:
    """Print what differs between two documents, each from the ledger where it is kept there, else read now."""
    found = compare(_reading(settings, left), _reading(settings, right))
    if form is PlainFormat.JSON:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
        return
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for side, document in zip(_sides(found), (found.left, found.right), strict=True):
        console.print(_heading(side, document))
    for pair in found.pairs:
        if every or not pair.agrees:
            console.print(Text(f"\n{_mark(pair)} ", style="bold"), end="")
            console.print(pair_lines(pair, _sides(found), "/"))
    console.print(Text(f"\n{_summary(found)}", style="bold"))


def _reading(settings: Settings, name: str) -> Reading:
    kept = _kept(settings, name)
    if kept is not None:
        return kept
    (outcome, *_) = take_in([name], None, settings.who, Hints(), web_of(settings))
    if outcome.reading is None:
        raise outcome.refused or UnknownRecordError(f"{name} could not be read.")
    return outcome.reading


def _kept(settings: Settings, name: str) -> Reading | None:
    """Give the reading that the ledger keeps under a name; a ledger that is not there is not made for that."""
    if not Ledger.is_at(settings.ledger):
        return None
    with Ledger.open(settings.ledger) as ledger:
        try:
            return reading_of(ledger.version(name))
        except UnknownRecordError:
            return None


def _sides(found: Compared) -> tuple[str, str]:
    """Name the sides by their languages where these differ."""
    languages = found.left.language, found.right.language
    return languages if languages[0] != languages[1] else ("A", "B")


def _heading(side: str, document: Document) -> Text:
    line = Text(f"{side}  ", style="bold")
    line.append(document.title or document.source)
    return line.append(f"  {document.published or 'no date'} · {document.source}", style="dim")


def _mark(pair: Pair) -> str:
    if pair.agrees:
        return "="
    return "only here:" if pair.left is None or pair.right is None else "≠"


def _summary(found: Compared) -> str:
    left = sum(pair.right is None for pair in found.pairs)
    right = sum(pair.left is None for pair in found.pairs)
    differ = len(found.pairs) - found.agreeing - left - right
    one, other = _sides(found)
    return f"{found.agreeing} agree, {differ} differ, {left} only in {one}, {right} only in {other}."
