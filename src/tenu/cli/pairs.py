"""Claims side by side in a terminal: what each says, and what differs."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from tenu.cli.table import when, who_and_what
from tenu.pairing import Difference, Pair
from tenu.record import Claim

NOTHING = "—"


def pair_lines(pair: Pair, sides: tuple[str, str], arrow: str) -> RenderableType:
    """Give a pair: its kind and what differs on one line, then the words of either side under their names."""
    claim = pair.left or pair.right
    if claim is None:
        return Text("")
    head = Text()
    head.append(claim.kind.value, style="bold")
    head.append(f"  {_in_short(claim)}")
    lines: list[RenderableType] = [head]
    lines += [Padding(difference_line(difference, arrow), (0, 0, 0, 2)) for difference in pair.differences]
    for side, told in zip(sides, (pair.left, pair.right), strict=True):
        if told is not None:
            lines.append(Padding(_words(side, told.evidence.text), (0, 0, 0, 2)))
        elif pair.there is not None:
            lines.append(Padding(_words(side, pair.there.text, instead=True), (0, 0, 0, 2)))
    return Group(*lines)


def difference_line(difference: Difference, arrow: str) -> Text:
    """Give what differs: `amount: EUR 2 bn → EUR 1.8 bn`."""
    line = Text(f"{difference.slot}: ", style="bold yellow")
    line.append(f"{difference.left or NOTHING} {arrow} {difference.right or NOTHING}")
    return line


def _in_short(claim: Claim) -> str:
    parts = [who_and_what(claim), when(claim).replace("\n", " ")]
    return " · ".join(part for part in parts if part)


def _words(side: str, text: str, *, instead: bool = False) -> Text:
    line = Text(f"{side}  ", style="dim")
    shown = " ".join(text.split())
    shown = shown if len(shown) <= 300 else f"{shown[:300].rsplit(' ', 1)[0]} …"
    if instead:
        line.append("no such claim; there stands: ", style="red dim")
    line.append(f"“{shown}”", style="italic dim")
    return line
