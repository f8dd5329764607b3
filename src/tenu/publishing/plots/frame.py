"""What all charts share: a title that says what is seen, its unit under it, and source and day at the foot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenu.publishing.plots.look import FONT, PALETTES, WIDTH, Palette, Theme

Spec = dict[str, Any]
"""A Vega-Lite 6 specification, or a part of one."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


@dataclass(frozen=True, slots=True)
class Framing:
    """The words around a chart: title, what is counted, where it is from; and what stands where there is nothing."""

    title: str
    unit: str
    foot: str
    nothing: str


def framed(view: Spec, rows: Sequence[Mapping[str, object]], words: Framing, theme: Theme) -> Spec:
    """Put a view of rows into its frame; without rows a sentence stands in the view's place."""
    palette = PALETTES[theme]
    drawn = {"width": WIDTH, **view, "data": {"values": list(rows)}} if rows else _sentence(words.nothing, palette, 14)
    return {
        "$schema": SCHEMA,
        "description": f"{words.title}. {words.unit}. {words.foot}",
        "background": palette.page,
        "padding": 16,
        "title": {"text": words.title, "subtitle": words.unit, "anchor": "start", "offset": 14},
        "vconcat": [drawn, _sentence(words.foot, palette, 11)],
        "spacing": 14,
        "config": _config(palette),
    }


def _sentence(words: str, palette: Palette, size: int) -> Spec:
    mark = {"type": "text", "align": "left", "baseline": "middle", "x": 0, "color": palette.quiet, "fontSize": size}
    return {
        "width": WIDTH,
        "height": size + 4,
        "data": {"values": [{"words": words}]},
        "mark": mark,
        "encoding": {"text": {"field": "words", "type": "nominal"}},
    }


def _config(palette: Palette) -> Spec:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "title": {
            "color": palette.ink,
            "fontSize": 18,
            "fontWeight": 600,
            "subtitleColor": palette.quiet,
            "subtitleFontSize": 13,
            "subtitlePadding": 6,
            "limit": WIDTH + 260,
        },
        "axis": {
            "labelColor": palette.ink,
            "titleColor": palette.quiet,
            "gridColor": palette.rule,
            "domainColor": palette.rule,
            "tickColor": palette.rule,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelLimit": 300,
        },
        "legend": {
            "labelColor": palette.ink,
            "titleColor": palette.quiet,
            "labelFontSize": 12,
            "orient": "top",
            "title": None,
            "symbolStrokeWidth": 0,
            "labelLimit": 260,
        },
        "text": {"color": palette.ink, "fontSize": 12},
    }


def cut(words: str, length: int = 42) -> str:
    """Cut a label where it would push the chart off the page."""
    return words if len(words) <= length else words[: length - 1].rstrip(" ,") + "…"
