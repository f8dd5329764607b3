"""Who gave what: a row for each donor, a column for each item or currency, what came of it in the cell."""

from tenu.publishing.phrases import Language, number, phrase
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, cut, framed
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.publishing.plots.matrix import matrix
from tenu.questions.balance import Balance, Row

ROWS, COLUMNS = 16, 10
"""Donors and items in one chart; what is beyond stands in its table."""


def gave(answer: Balance, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw what each donor delivered; a cell is the darker the larger its part of all that came of the item."""
    given = [row for row in answer.rows if row.delivered + row.beyond > 0]
    totals: dict[str, float] = {}
    for row in given:
        totals[_item(row)] = totals.get(_item(row), 0.0) + float(row.delivered + row.beyond)
    often = sorted(totals, key=lambda item: -sum(_item(row) == item for row in given))[:COLUMNS]
    donors = list(dict.fromkeys(row.group for row in given if _item(row) in often))[:ROWS]
    shown = [row for row in given if _item(row) in often and row.group in donors]
    words = Framing(
        phrase("gave-title", language),
        phrase("gave-unit", language),
        foot(answer.today, language, source, more=len(given) - len(shown)),
        phrase("nothing", language),
    )
    cells = [
        {
            "row": cut(row.group or phrase("not-named", language), 36),
            "row_place": donors.index(row.group),
            "column": cut(_item(row), 26),
            "column_place": often.index(_item(row)),
            "weight": float(row.delivered + row.beyond) / totals[_item(row)],
            "told": number(row.delivered + row.beyond, language),
        }
        for row in shown
    ]
    return framed(matrix(len(often), PALETTES[theme]), cells, words, theme)


def _item(row: Row) -> str:
    return row.currency or f"{row.item}{f' ({row.unit})' if row.unit else ''}"
