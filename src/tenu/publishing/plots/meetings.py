"""Who met whom: the number of meetings of each two, the darker the more."""

from collections import Counter

from tenu.publishing.phrases import Language, phrase
from tenu.publishing.plots.foot import foot
from tenu.publishing.plots.frame import Framing, Spec, cut, framed
from tenu.publishing.plots.look import PALETTES, Theme
from tenu.publishing.plots.matrix import matrix
from tenu.questions.meetings import Met

MOST = 14
"""Parties in one chart; what is beyond stands in its table."""


def meetings(answer: Met, language: Language, theme: Theme, source: str | None = None) -> Spec:
    """Draw who met whom among the parties that met most often."""
    names = {party.key: party.name for pair in answer.pairs for party in (pair.one, pair.other)}
    busy: Counter[str] = Counter()
    for pair in answer.pairs:
        busy.update({pair.one.key: pair.meetings, pair.other.key: pair.meetings})
    shown = [key for key, _ in busy.most_common(MOST)]
    most = max((pair.meetings for pair in answer.pairs), default=1)
    cells = [
        {
            "row": cut(names[one], 34),
            "row_place": shown.index(one),
            "column": cut(names[other], 22),
            "column_place": shown.index(other),
            "weight": pair.meetings / most,
            "told": str(pair.meetings),
        }
        for pair in answer.pairs
        if pair.one.key in shown and pair.other.key in shown
        for one, other in ((pair.one.key, pair.other.key), (pair.other.key, pair.one.key))
    ]
    words = Framing(
        phrase("met-title", language),
        phrase("met-unit", language),
        foot(answer.today, language, source, more=len(answer.pairs) - len(cells) // 2),
        phrase("nothing", language),
    )
    return framed(matrix(len(shown) + 4, PALETTES[theme]), cells, words, theme)
