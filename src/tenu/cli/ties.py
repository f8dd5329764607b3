"""What belongs to a document, as `tenu show` lists it: other languages, transcripts, files, earlier versions."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from tenu.ledger import Tie

MOST = 12
"""How many are listed; a page may point to two dozen languages."""


def print_ties(console: Console, ties: Sequence[Tie], versions: int) -> None:
    """Print the documents tied to one, those that the ledger keeps first, and how to see what changed."""
    if versions > 1:
        console.print(Text(f"{versions} versions; `tenu changes` shows what changed", style="dim"))
    ordered = sorted(ties, key=lambda tie: tie.document is None)
    for tie in ordered[:MOST]:
        console.print(_line(tie))
    if len(ordered) > MOST:
        console.print(Text(f"and {len(ordered) - MOST} more", style="dim"))
    if ordered or versions > 1:
        console.print()


def _line(tie: Tie) -> Text:
    language = f" ({tie.language})" if tie.language else ""
    line = Text(f"{'← ' if tie.points_here else '→ '}{tie.relation}{language}: ")
    line.append(tie.title or tie.address)
    if tie.document is not None:
        line.append(f"  {tie.document}", style="dim")
    else:
        line.append(f"  {tie.address if tie.title else ''} not kept", style="dim")
    return line
