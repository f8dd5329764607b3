"""From an answer to a picture: SVG, PNG, or a page of its own with its table; drawn on this machine."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

import vl_convert

from tenu.publishing.answers.grids import grid_of
from tenu.publishing.answers.tables import html_table
from tenu.publishing.phrases import Language, phrase
from tenu.publishing.plots.ages import ages
from tenu.publishing.plots.coverage import covered
from tenu.publishing.plots.frame import Spec
from tenu.publishing.plots.gave import gave
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.publishing.plots.meetings import meetings
from tenu.publishing.plots.promised import promised
from tenu.publishing.plots.timeline import timelines
from tenu.questions.balance import Balance
from tenu.questions.coverage import Coverage
from tenu.questions.due import Due
from tenu.questions.meetings import Met
from tenu.questions.timeline import Timeline

DOTS = 2.0
"""Dots of a PNG for each unit of the drawing."""


class Picture(StrEnum):
    """The forms in which a chart is written."""

    SVG = "svg"
    PNG = "png"
    HTML = "html"


Drawable = Due | Balance | Coverage | Timeline | Met


@dataclass(frozen=True, slots=True)
class Chart:
    """An answer with the chart that shows it, in a language and a theme."""

    answer: Drawable
    language: Language = Language.EN
    theme: Theme = Theme.LIGHT
    source: str | None = None
    gifts: bool = False

    def spec(self) -> Spec:
        """Give the Vega-Lite specification."""
        told = (self.language, self.theme, self.source)
        match self.answer:
            case Due():
                return ages(self.answer, *told)
            case Balance():
                return (gave if self.gifts else promised)(self.answer, *told)
            case Coverage():
                return covered(self.answer, *told)
            case Timeline():
                return timelines(self.answer, *told)
            case Met():
                return meetings(self.answer, *told)


def chart(
    answer: Drawable,
    language: Language = Language.EN,
    theme: Theme = Theme.LIGHT,
    source: str | None = None,
    *,
    gifts: bool = False,
) -> str:
    """Give an answer's chart as SVG to stand in a page; `gifts` shows of a balance who gave what."""
    return svg(Chart(answer, language, theme, source, gifts))


def svg(drawn: Chart) -> str:
    """Give a chart as SVG, with its title and what it shows told to those who cannot see it."""
    spec = drawn.spec()
    picture = str(vl_convert.vegalite_to_svg(spec))
    told = f'role="img" aria-label="{escape(str(spec["description"]), quote=True)}" class="marks"'
    return picture.replace('class="marks"', told, 1)


def png(drawn: Chart) -> bytes:
    """Give a chart as PNG."""
    return bytes(vl_convert.vegalite_to_png(drawn.spec(), scale=DOTS))


def page(drawn: Chart) -> str:
    """Give a chart with its table as one HTML page that asks nothing of any other address."""
    spec, palette = drawn.spec(), PALETTES[drawn.theme]
    table = html_table(grid_of(drawn.answer), drawn.language, str(spec["title"]["text"]))
    style = (
        f"body{{margin:2rem;font:1rem/1.5 sans-serif;color:{palette.ink};background:{palette.page}}}"
        f"svg{{max-width:100%;height:auto}}table{{border-collapse:collapse;margin-top:2rem}}"
        "th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}"
        f"tr{{border-bottom:1px solid {palette.rule}}}"
        "td.figure{text-align:right}"
    )
    head = f'<meta charset="utf-8"><title>{escape(str(spec["title"]["text"]))}</title><style>{style}</style>'
    about = phrase("table-under", drawn.language)
    return (
        f'<!doctype html>\n<html lang="{drawn.language.value}"><head>{head}</head><body><main>'
        f"<figure>{svg(drawn)}</figure><p>{escape(about)}</p>{table}</main></body></html>\n"
    )
