"""Promised against delivered: each promise's outline filled as far as it was kept, whatever it is counted in."""

from tenu.publishing.phrases import Language, number, phrase
from tenu.publishing.plots.bars import MOST, nested, share
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, cut, framed
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.questions.balance import Balance, By, Row


def promised(answer: Balance, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw a balance: a bar for each group and item, the figures in words beside it."""
    found = [row for row in answer.rows if row.promised_by and row.promised > 0]
    if answer.by is not By.MONTH:
        found.sort(key=lambda row: -share(float(row.delivered), float(row.promised)))
    words = Framing(
        phrase("promised-title", language, by=phrase(f"by-{answer.by.value}", language)),
        phrase("promised-unit", language),
        foot(answer.today, language, source, more=max(len(found) - MOST, 0)),
        phrase("nothing", language),
    )
    rows = [
        {
            "name": f"{cut(row.group or phrase('not-named', language), 30)} · {cut(row.currency or row.item, 22)}",
            "place": place,
            "promised": 1,
            "delivered": share(float(row.delivered), float(row.promised)),
            "told": _told(row, language),
        }
        for place, row in enumerate(found[:MOST])
    ]
    return framed(nested(("promised", "delivered"), language, PALETTES[theme]), rows, words, theme)


def _told(row: Row, language: Language) -> str:
    unit = f" {row.currency or row.unit or ''}".rstrip()
    figures = {"part": number(row.delivered, language), "whole": number(row.promised, language)}
    return phrase("part-of", language, **figures) + unit
