"""`tenu changes`: what changed between two versions of a document."""

import sys

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tenu.cli.options import PlainFormat
from tenu.cli.pairs import pair_lines
from tenu.document.changes import Change, ChangeKind
from tenu.ledger import KeptVersion, Ledger
from tenu.pairing import Pair
from tenu.questions.changed import Changes, changes
from tenu.record import Passage

_MARKS = {ChangeKind.ADDED: ("+", "green"), ChangeKind.REMOVED: ("−", "red"), ChangeKind.CHANGED: ("~", "yellow")}


def show_changes(address: str, document: str, before: int | None, after: int | None, form: PlainFormat) -> None:
    """Print what changed, in words and in claims."""
    with Ledger.open(address) as ledger:
        found = changes(ledger, document, before, after)
    if form is PlainFormat.JSON:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
        return
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(Text(found.title or found.source, style="bold"))
    console.print(Text(f"{_version(found.before)} → {_version(found.after)} · {found.source}", style="dim"))
    _show_words(console, found)
    _show_claims(console, found)
    _show_orphans(console, found)


def _version(version: KeptVersion) -> str:
    return f"version {version.number} ({version.kept_at:%Y-%m-%d %H:%M})"


def _show_words(console: Console, found: Changes) -> None:
    console.print(Text("\nIn words", style="bold underline"))
    if not found.words:
        console.print("Nothing changed but white space, or what stands beside the text.")
    elif found.only_dates:
        console.print("Only the date line changed, not what the document says.")
    for change in found.words:
        console.print(change_line(change))


def change_line(change: Change) -> Text:
    """Give a changed block: what went struck out, what came underlined, in their places."""
    if change.kind is ChangeKind.DATE:
        told = " → ".join(_on_one_line(passage) for passage in (change.before, change.after) if passage)
        return Text(f"  date line: {told}", style="dim")
    mark, colour = _MARKS[change.kind]
    line = Text(f"{mark} ", style=f"bold {colour}")
    if change.kind is ChangeKind.CHANGED and change.after is not None:
        line.append_text(_within(change))
        return line
    passage = change.before or change.after
    word = "removed" if change.kind is ChangeKind.REMOVED else "added"
    line.append(f"paragraph {word}: ", style=colour)
    return line.append(_on_one_line(passage) if passage else "")


def _within(change: Change) -> Text:
    """Give the later words of a block with each replacement as [before → after]."""
    line = Text()
    text, at = change.after.text if change.after else "", 0
    for before, after in change.words:
        place = text.find(after, at) if after else at
        place = at if place < 0 else place
        line.append(" ".join(text[at:place].split()) + (" " if text[at:place].strip() else ""))
        line.append(f"[{before or '·'} → {after or '·'}]", style="yellow")
        line.append(" ")
        at = place + len(after)
    return line.append(" ".join(text[at:].split()))


def _show_claims(console: Console, found: Changes) -> None:
    console.print(Text("\nIn claims", style="bold underline"))
    if not found.claims:
        console.print("Nothing changed.")
    for pair in found.claims:
        console.print(Text(_what_became(pair), style="bold"), end=" ")
        console.print(pair_lines(pair, ("before", "after "), "→"))


def _what_became(pair: Pair) -> str:
    if pair.left is None:
        return "+ new"
    return "− no longer told" if pair.right is None else "~"


def _show_orphans(console: Console, found: Changes) -> None:
    if not found.orphans:
        return
    decided = [kept for kept in found.orphans if kept.seen]
    many = len(found.orphans)
    console.print(Text("\nOrphans", style="bold underline"))
    console.print(
        f"{many} earlier claim{'s' if many > 1 else ''} whose words are not found again to the letter, or in several "
        f"places; nothing was moved. Judged by a person: {len(decided)}."
    )
    for kept in decided:
        line = Text(f"{kept.id[:10]} {kept.state.value} {kept.claim.kind.value}: ")
        line.append(f"“{_on_one_line(kept.claim.evidence)}”", style="italic dim")
        console.print(Padding(line, (0, 0, 0, 2)))


def _on_one_line(passage: Passage) -> str:
    return " ".join(passage.text.split())
