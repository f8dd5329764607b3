"""How far needs are covered: needed in outline, pledged and delivered inside it."""

from tenu.publishing.phrases import Language, number, phrase
from tenu.publishing.plots.bars import MOST, nested, share
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, cut, framed
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.questions.coverage import Coverage, Covered


def covered(answer: Coverage, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw what a recipient needs, item by item; needs that come back every week stand in the table alone."""
    found = [row for row in answer.rows if row.recurs is None and row.needed > 0]
    whose = answer.recipient or phrase("everybody", language)
    words = Framing(
        phrase("coverage-title", language, whose=whose),
        phrase("coverage-unit", language),
        foot(answer.today, language, source, more=len(answer.rows) - len(found[:MOST])),
        phrase("nothing", language),
    )
    rows = [
        {
            "name": cut(row.currency or row.item),
            "place": place,
            "needed": 1,
            "pledged": share(float(max(row.pledged, row.delivered)), float(row.needed)),
            "delivered": share(float(row.delivered), float(row.needed)),
            "told": _told(row, language),
        }
        for place, row in enumerate(found[:MOST])
    ]
    return framed(nested(("needed", "pledged", "delivered"), language, PALETTES[theme]), rows, words, theme)


def _told(row: Covered, language: Language) -> str:
    figures = (row.delivered, row.pledged, row.needed)
    told = dict(zip(("delivered", "pledged", "needed"), (number(one, language) for one in figures), strict=True))
    return phrase("coverage-told", language, **told)
