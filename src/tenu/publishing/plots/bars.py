"""Bars inside one another: the whole in outline, parts of it darker, and the exact figures beside each."""

from collections.abc import Sequence

from tenu.publishing.phrases import Language, phrase
from tenu.publishing.plots.frame import Spec
from tenu.publishing.plots.look import Palette

STEP = 32
MOST = 18
"""Bars in one chart; what is beyond stands in its table."""


def nested(parts: Sequence[str], language: Language, palette: Palette) -> Spec:
    """Give bars of two or three shares, the whole first; rows have a `name`, a `place` and the words `told`."""
    colours = [palette.faint, palette.strong] if len(parts) == 2 else [palette.faint, palette.middle, palette.strong]
    names = [phrase(part, language) for part in parts]
    scale = {"domain": names, "range": colours}
    bars = [
        _bar(part, name, scale, 20 if place == 0 else 12, palette.quiet)
        for place, (part, name) in enumerate(zip(parts, names, strict=True))
    ]
    label: Spec = {
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"x": {"datum": 1}, "text": {"field": "told", "type": "nominal"}},
    }
    axis = {"title": None, "ticks": False, "domain": False, "labelPadding": 8}
    y = {"field": "name", "type": "nominal", "sort": {"field": "place", "op": "min"}, "axis": axis}
    return {"width": 320, "height": {"step": STEP}, "encoding": {"y": y}, "layer": [*bars, label]}


def _bar(field: str, name: str, scale: Spec, height: int, edge: str) -> Spec:
    axis = {"title": None, "format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "domain": False}
    length = {"field": field, "type": "quantitative", "axis": axis, "scale": {"domain": [0, 1]}}
    colour = {
        "datum": name,
        "type": "nominal",
        "scale": scale,
        "legend": {"symbolType": "square", "symbolStrokeColor": edge, "symbolStrokeWidth": 0.5},
    }
    mark = {"type": "bar", "height": height, "stroke": edge, "strokeWidth": 0.5, "clip": True}
    some = [{"filter": f"datum.{field} > 0"}]
    return {"transform": some, "mark": mark, "encoding": {"x": length, "color": colour}}


def share(part: float, whole: float) -> float:
    """Give a part's share of the whole, between 0 and 1."""
    return max(0.0, min(1.0, part / whole)) if whole else 0.0
