"""The parts that answers in a terminal share: figures, parties, words, and what was left out."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tenu.questions.leaving import LeftOut, Reason
from tenu.questions.line import Line
from tenu.questions.party import Party, joint_name
from tenu.questions.promise import Fate, Promise
from tenu.questions.words import Words
from tenu.record import Number

SHORT = 11  # letters of a matter's id that a person sees: `m` and the ten of its first claim
FATES = {
    Fate.NOTHING: ("○", "red"),
    Fate.PARTLY: ("◐", "yellow"),
    Fate.WHOLLY: ("●", "green"),
    Fate.UNCOUNTED: ("◌", "yellow"),
    Fate.UNSETTLED: ("?", "magenta"),
    Fate.WITHDRAWN: ("✕", "dim"),
}
_TO_DO = {Reason.NOT_LINKED: "tenu suggest", Reason.TWICE: "tenu suggest"}


def table(*columns: str, right: Sequence[str] = (), wide: str | None = None, fold: Sequence[str] = ()) -> Table:
    """Give an empty table in the manner of the command line; figures (`right`) are never cut."""
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=wide is not None, pad_edge=False)
    for column in columns:
        made.add_column(
            column,
            no_wrap=column != wide and column not in fold,
            justify="right" if column in right else "left",
            ratio=1 if column == wide else None,
        )
    return made


def number(value: Number | None, currency: str | None = None, unit: str | None = None) -> str:
    """Write a figure: `CHF 9,000,000`, `140 tonnes`, `15`; a question mark where the claims differ."""
    if value is None:
        return "?"
    return " ".join(part for part in (currency or "", f"{value:,}", unit or "") if part)


def figures(line: Line) -> str:
    """Write a line of a promise: `mobile generators: 15 of 60 open`."""
    name = "" if line.currency else f"{line.item}: "
    if line.promised is None and not line.promised_by:
        return f"{name}{number(line.delivered, line.currency, line.unit)} given, not promised"
    if line.unsettled:
        return f"{name}{line.unsettled}"
    promised = number(line.promised, line.currency, line.unit)
    if not line.delivered:
        return f"{name}{promised}"
    return f"{name}{number(line.open, None)} of {promised} open"


def who_to_whom(donors: Iterable[Party], recipients: Iterable[Party]) -> Text:
    """Write who gives to whom; a dim word where nobody is named."""
    giving, taking = joint_name(donors), joint_name(recipients)
    told = Text(giving, style="bold") if giving else Text("donor not named", style="dim")
    if taking:
        told.append(f" → {taking}", style="not bold" if giving else "")
    return told


def quoted(words: Words, before: str = "") -> Text:
    """Write words in quotation marks, with the day and the source that say them."""
    told = Text(before, style="dim")
    told.append(f"“{words.text}”", style="italic dim")
    told.append(f"  {words.published or 'no date'}, {words.source}", style="dim")
    return told


def promise_cell(promise: Promise) -> RenderableType:
    """Tell of a promise: who to whom, each item with what is open, the words, the last word, and where to look on."""
    head = who_to_whom(promise.donors, promise.recipients)
    told = "; ".join(figures(line) for line in promise.lines) or promise.what or "nothing countable"
    head.append(f" · {told}")
    if promise.announced:
        head.append("  announced delivery", style="dim")
    parts: list[RenderableType] = [head, quoted(promise.words)]
    if promise.last.claim != promise.words.claim:
        parts.append(quoted(promise.last, "last word: "))
    if promise.conditions:
        parts.append(Text(f"if: {'; '.join(promise.conditions)}", style="dim"))
    if promise.hints:
        many = len(promise.hints)
        parts.append(
            Text(f"{many} {'delivery looks' if many == 1 else 'deliveries look'} like it, not judged", style="yellow")
        )
    return Group(*parts)


def left_out(told: Sequence[LeftOut]) -> RenderableType:
    """Say what an answer leaves out, and why."""
    if not told:
        return Text("")
    lines = [Text("\nNot in these figures, or to be looked at:", style="dim")]
    for one in told:
        many = len(one.claims)
        line = Text(f"  {many} claim{'s' if many > 1 else ''}: {one.reason.value}", style="dim")
        if one.reason in _TO_DO:
            line.append(f" ({_TO_DO[one.reason]})")
        lines.append(line)
    return Group(*lines)
