"""The dashboards: what was promised and came, what is open, what is to come, what happened, who met whom."""

import csv
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from io import StringIO
from itertools import groupby
from typing import Annotated, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.publishing.answers.grid import text
from tenu.publishing.answers.grids import Answer, grid_of
from tenu.publishing.csvfile import runs
from tenu.publishing.phrases import Language
from tenu.publishing.plots.drawing import Chart, Drawable, png, svg
from tenu.publishing.plots.look import Theme
from tenu.questions.agenda import agenda
from tenu.questions.balance import Balance, By, Row, balance
from tenu.questions.due import due
from tenu.questions.meetings import met
from tenu.questions.scope import Scope
from tenu.questions.timeline import timeline
from tenu.web.asking import OpenLedger, site_of
from tenu.web.browse.asked import day
from tenu.web.browse.today import today
from tenu.web.languages import language_of
from tenu.web.pages import page

routes = APIRouter(prefix="/figures")
ROWS = 300
"""Rows of a balance that a page shows; the CSV has all."""


class Figure(StrEnum):
    """The dashboards by the names in their addresses."""

    PROMISED = "promised"
    OPEN = "open"
    AGENDA = "agenda"
    TIMELINE = "timeline"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a dashboard is asked for, as it stands in its address."""

    by: str = By.DONOR.value
    actor: str = ""
    since: str = ""
    until: str = ""
    accepted: str = ""

    @property
    def query(self) -> str:
        """Give the part of the address that says all this."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    def but(self, **changes: str) -> str:
        """Give the query with some of it changed."""
        return replace(self, **changes).query

    @property
    def scope(self) -> Scope:
        """Give which claims count, and the day from which ages do."""
        return Scope(today(), accepted=bool(self.accepted))


def wanted(by: str = "donor", actor: str = "", since: str = "", until: str = "", accepted: str = "") -> Wanted:
    """Take what is asked for from the address."""
    if by not in list(By):
        raise UsageError(f"“{by}” is none of {', '.join(By)}.")
    return Wanted(by, actor.strip(), since.strip(), until.strip(), accepted)


Asks = Annotated[Wanted, Depends(wanted)]


@routes.get("")
def first() -> Response:
    """Begin with what was promised."""
    return RedirectResponse(f"/figures/{Figure.PROMISED}", 303)


@routes.get("/{figure}")
def show(request: Request, figure: Figure, ledger: OpenLedger, asks: Asks) -> Response:
    """Show a dashboard: its chart, its rows, each leading to its claims, and what it leaves out."""
    answer = answered(request, ledger, figure, asks)
    return page(
        request,
        f"figures/{figure}.html",
        figure=figure,
        figures=tuple(Figure),
        asks=asks,
        ways=tuple(By),
        answer=answer,
        groups=_groups(answer),
        most=ROWS,
        today=asks.scope.today,
    )


@routes.get("/{figure}/chart.{form}")
def chart(
    request: Request, figure: Figure, form: str, ledger: OpenLedger, asks: Asks, theme: Theme = Theme.LIGHT
) -> Response:
    """Draw a dashboard's chart as SVG or PNG; drawn once for each state of the ledger."""
    if figure is Figure.AGENDA or form not in ("svg", "png"):
        raise UsageError("There is no such chart; take chart.svg or chart.png of promised, open, timeline or meetings.")
    language = Language(language_of(request))
    drawn = site_of(request).answers.to(
        ledger,
        ("chart", figure, asks, asks.scope, form, theme, language),
        lambda: _drawn(Chart(cast(Drawable, answered(request, ledger, figure, asks)), language, theme), form),
    )
    head = {"Content-Disposition": f'inline; filename="tenu-{figure}.{form}"'}
    return Response(drawn, media_type="image/svg+xml" if form == "svg" else "image/png", headers=head)


@routes.get("/{figure}/table.csv")
def table(request: Request, figure: Figure, ledger: OpenLedger, asks: Asks) -> Response:
    """Give a dashboard's rows as CSV that a spreadsheet can open without running any of it."""
    grid = grid_of(answered(request, ledger, figure, asks))
    told = StringIO(newline="")
    rows = csv.writer(told)
    rows.writerow(grid.columns)
    rows.writerows([_harmless(text(cell)) for cell in row] for row in grid.rows)
    head = {"Content-Disposition": f'attachment; filename="tenu-{figure}.csv"'}
    return Response("\ufeff" + told.getvalue(), media_type="text/csv; charset=utf-8", headers=head)


def _harmless(cell: str) -> str:
    """Give a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if runs(cell) else cell


def answered(request: Request, ledger: Ledger, figure: Figure, asks: Wanted) -> Answer:
    """Give the answer that a dashboard shows; asked of the ledger once for each of its states."""
    return site_of(request).answers.to(ledger, (figure, asks, asks.scope), lambda: _ask(ledger, figure, asks))


def _ask(ledger: Ledger, figure: Figure, asks: Wanted) -> Answer:
    scope, actor, since, until = asks.scope, asks.actor or None, day(asks.since), day(asks.until)
    match figure:
        case Figure.PROMISED:
            return balance(ledger, scope, By(asks.by))
        case Figure.OPEN:
            return due(ledger, scope, by=until)
        case Figure.AGENDA:
            return agenda(ledger, scope, since=since, until=until, actor=actor)
        case Figure.TIMELINE:
            return timeline(ledger, scope, actor=actor, since=since, until=until)
        case Figure.MEETINGS:
            return met(ledger, scope, actor=actor, since=since, until=until)


def _groups(answer: Answer) -> list[list[Row]]:
    """Give the rows of a balance, those of one group together."""
    rows = answer.rows[:ROWS] if isinstance(answer, Balance) else ()
    return [list(together) for _, together in groupby(rows, key=lambda row: row.group)]


def _drawn(drawn: Chart, form: str) -> bytes:
    return svg(drawn).encode() if form == "svg" else png(drawn)
