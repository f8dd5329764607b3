"""Open promises by their age, and whether they are overdue."""

from collections import Counter

from tenu.publishing.phrases import Language, phrase
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, framed
from tenu.publishing.plots.look import PALETTES, Palette, Theme
from tenu.questions.due import Due
from tenu.questions.promise import Promise

AGES = ((31, "age-month"), (92, "age-quarter"), (183, "age-half"), (366, "age-year"), (10**9, "age-more"))
STATES = ("overdue", "no-deadline", "not-yet")
STEP = 40


def ages(answer: Due, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw how many promises are open, by age and deadline."""
    counted = Counter(
        (_age(promise, answer), _state(promise, answer)) for promise in answer.promises if promise.made is not None
    )
    undated = sum(promise.made is None for promise in answer.promises)
    words = Framing(
        phrase("ages-title", language, many=len(answer.promises)),
        phrase("ages-unit", language),
        foot(answer.today, language, source, more=undated),
        phrase("nothing", language),
    )
    rows = [
        {
            "age": phrase(age, language),
            "place": place,
            "state": phrase(state, language),
            "order": STATES.index(state),
            "many": counted[age, state],
            "from": sum(counted[age, before] for before in STATES[: STATES.index(state)]),
        }
        for place, (_, age) in enumerate(AGES)
        for state in STATES
    ]
    drawn = rows if any(counted.values()) else []
    return framed(_view(language, PALETTES[theme]), drawn, words, theme)


def _view(language: Language, palette: Palette) -> Spec:
    names = [phrase(state, language) for state in STATES]
    colours = [palette.strong, palette.middle, palette.faint]
    y = {
        "field": "age",
        "type": "ordinal",
        "sort": {"field": "place", "op": "min"},
        "axis": {"title": None, "ticks": False, "domain": False, "labelPadding": 8},
    }
    x = {"field": "from", "type": "quantitative", "axis": {"title": None, "tickMinStep": 1, "format": "d"}}
    bar: Spec = {
        "mark": {"type": "bar", "height": 24, "stroke": palette.page, "strokeWidth": 1},
        "encoding": {
            "x": x,
            "x2": {"field": "to"},
            "color": {"field": "state", "type": "nominal", "scale": {"domain": names, "range": colours}},
        },
    }
    label: Spec = {
        "transform": [{"filter": "datum.many > 0"}],
        "mark": {"type": "text", "fontWeight": 600},
        "encoding": {
            "x": {"field": "middle", "type": "quantitative"},
            "text": {"field": "many", "type": "quantitative"},
            "color": {"condition": {"test": "datum.order == 0", "value": palette.on_strong}, "value": palette.ink},
        },
    }
    reckoned = [
        {"calculate": "datum.from + datum.many", "as": "to"},
        {"calculate": "datum.from + datum.many / 2", "as": "middle"},
    ]
    return {
        "width": 440,
        "height": {"step": STEP},
        "transform": reckoned,
        "encoding": {"y": y},
        "layer": [bar, label],
    }


def _age(promise: Promise, answer: Due) -> str:
    days = promise.days_open(answer.today) or 0
    return next(name for limit, name in AGES if days <= limit)


def _state(promise: Promise, answer: Due) -> str:
    overdue = promise.days_overdue(answer.today)
    if overdue is None:
        return "no-deadline"
    return "overdue" if overdue > 0 else "not-yet"
