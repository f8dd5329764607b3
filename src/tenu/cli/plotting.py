"""`tenu plot`: an answer as a chart, in a file or on standard output."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from tenu.cli.asking import one_of
from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.publishing.phrases import Language
from tenu.publishing.plots.drawing import Chart, Drawable, Picture, page, png, svg
from tenu.publishing.plots.look import Theme
from tenu.publishing.whole import whole
from tenu.questions.balance import By, balance
from tenu.questions.coverage import coverage
from tenu.questions.due import due
from tenu.questions.meetings import met
from tenu.questions.scope import Scope
from tenu.questions.timeline import timeline


class Plotted(StrEnum):
    """What can be drawn."""

    DUE = "due"
    BALANCE = "balance"
    GAVE = "gave"
    COVERAGE = "coverage"
    TIMELINE = "timeline"
    MET = "met"


def plot(
    address: str, scope: Scope, asked: str, look: tuple[str, str, str], actor: str | None, to: Path | None
) -> None:
    """Draw an answer; `look` is the form, the language and the theme as they were typed."""
    what = one_of(Plotted, asked, "QUESTION")
    form, language, theme = look
    picture = one_of(Picture, form, "--to")
    with Ledger.open(address) as ledger:
        answer = _ANSWERS[what](ledger, scope, actor)
    drawn = Chart(
        answer,
        one_of(Language, language, "--language"),
        one_of(Theme, theme, "--theme"),
        gifts=what is Plotted.GAVE,
    )
    _write(_drawn(drawn, picture), picture, to)


def _drawn(drawn: Chart, picture: Picture) -> bytes:
    if picture is Picture.PNG:
        return png(drawn)
    return (page(drawn) if picture is Picture.HTML else svg(drawn)).encode()


def _write(content: bytes, picture: Picture, to: Path | None) -> None:
    if to is not None:
        with whole(to) as file:
            file.write(content)
        return
    if picture is Picture.PNG and sys.stdout.isatty():
        raise UsageError("a PNG is not for a screen of text; name a file: tenu plot due due.png --to png.")
    sys.stdout.buffer.write(content)


_ANSWERS: dict[Plotted, Callable[[Ledger, Scope, str | None], Drawable]] = {
    Plotted.DUE: lambda ledger, scope, _: due(ledger, scope),
    Plotted.BALANCE: lambda ledger, scope, _: balance(ledger, scope, By.DONOR),
    Plotted.GAVE: lambda ledger, scope, _: balance(ledger, scope, By.DONOR),
    Plotted.COVERAGE: lambda ledger, scope, actor: coverage(ledger, scope, actor),
    Plotted.TIMELINE: lambda ledger, scope, actor: timeline(ledger, scope, actor=actor),
    Plotted.MET: lambda ledger, scope, actor: met(ledger, scope, actor=actor),
}
