"""A table of lightness: the darker a cell the more, with the figure in it."""

from tenu.publishing.plots.frame import Spec
from tenu.publishing.plots.look import Palette


def matrix(columns: int, palette: Palette) -> Spec:
    """Give a view of rows with `row`, `column`, their places, `weight` (0 to 1) and the words `told` of the cell."""
    y = {
        "field": "row",
        "type": "nominal",
        "sort": {"field": "row_place", "op": "min"},
        "axis": {"title": None, "ticks": False, "domain": False, "labelPadding": 8},
    }
    x = {
        "field": "column",
        "type": "nominal",
        "sort": {"field": "column_place", "op": "min"},
        "axis": {"title": None, "ticks": False, "domain": False, "orient": "top", "labelAngle": -35, "labelPadding": 6},
    }
    shade = {
        "field": "weight",
        "type": "quantitative",
        "scale": {"domain": [0, 1], "range": [palette.faint, palette.strong]},
        "legend": None,
    }
    dark = {"test": "datum.weight > 0.55", "value": palette.on_strong}
    text = {"text": {"field": "told", "type": "nominal"}, "color": {"condition": dark, "value": palette.ink}}
    return {
        "width": {"step": 76 if columns <= 8 else 52},
        "height": {"step": 30},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "rect", "stroke": palette.page, "strokeWidth": 2}, "encoding": {"color": shade}},
            {"mark": {"type": "text", "fontSize": 11}, "encoding": text},
        ],
    }
