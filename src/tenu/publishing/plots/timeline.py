"""What happened when: a lane for each kind of event, full marks for what is done, hollow ones for what is to come."""

from tenu.publishing.phrases import Language, phrase
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, framed
from tenu.publishing.plots.look import PALETTES, WIDTH, Palette, Theme
from tenu.questions.event import Event
from tenu.questions.timeline import Timeline
from tenu.record import Kind, Status

LANES = (
    Kind.NEED,
    Kind.PLEDGE,
    Kind.DELIVERY,
    Kind.MEETING,
    Kind.DECISION,
    Kind.AGREEMENT,
    Kind.ACTIVITY,
    Kind.STATEMENT,
)
_TO_COME = (Status.PLANNED, Status.EXPECTED)


def timelines(answer: Timeline, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw events on their days; several of one kind on one day are one larger mark with their number."""
    grouped: dict[tuple[Kind, str, bool], list[Event]] = {}
    for event in answer.events:
        first = event.first or event.last
        if first is not None:
            grouped.setdefault((event.kind, first.isoformat(), event.status in _TO_COME), []).append(event)
    words = Framing(
        phrase("timeline-title", language),
        phrase("timeline-unit", language, many=len(answer.events)),
        foot(answer.today, language, source),
        phrase("nothing", language),
    )
    rows = [
        {
            "kind": phrase(f"kind-{kind.value}", language),
            "place": LANES.index(kind),
            "day": day,
            "many": len(events),
            "state": phrase("to-come" if coming else "took-place", language),
            "label": str(len(events)) if len(events) > 1 else "",
        }
        for (kind, day, coming), events in grouped.items()
    ]
    return framed(_view(language, PALETTES[theme]), rows, words, theme)


def _view(language: Language, palette: Palette) -> Spec:
    states = [phrase("took-place", language), phrase("to-come", language)]
    y = {
        "field": "kind",
        "type": "nominal",
        "sort": {"field": "place", "op": "min"},
        "axis": {"title": None, "ticks": False, "grid": True, "gridDash": [2, 3], "domain": False, "labelPadding": 8},
    }
    months = {"interval": "month", "step": 1}
    axis = {"title": None, "grid": False, "format": "%Y-%m", "tickCount": months, "labelOverlap": True}
    x = {"field": "day", "type": "temporal", "timeUnit": "utcyearmonthdate", "axis": axis}
    fill = {
        "field": "state",
        "type": "nominal",
        "scale": {"domain": states, "range": [palette.strong, palette.page]},
        "legend": {"symbolType": "circle", "symbolStrokeColor": palette.strong, "symbolStrokeWidth": 1.5},
    }
    size = {
        "field": "many",
        "type": "quantitative",
        "scale": {"domain": [1, 10], "range": [90, 420], "clamp": True},
        "legend": None,
    }
    mark: Spec = {
        "mark": {"type": "point", "stroke": palette.strong, "strokeWidth": 1.5, "opacity": 1},
        "encoding": {"fill": fill, "size": size},
    }
    filled = {"test": f"datum.state == '{states[0]}'", "value": palette.on_strong}
    label: Spec = {
        "mark": {"type": "text", "fontSize": 10, "fontWeight": 600},
        "encoding": {
            "text": {"field": "label", "type": "nominal"},
            "color": {"condition": filled, "value": palette.ink},
        },
    }
    return {"width": WIDTH - 40, "height": {"step": 34}, "encoding": {"y": y, "x": x}, "layer": [mark, label]}
