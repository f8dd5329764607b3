"""Sentences that open with a time, parsed again without it where the parser took the time for their heart.

“On December 14, the Office of Trade and the Council of Mayors hosted …”: the verb is *hosted*, not *14*.
"""

from collections.abc import Sequence
from dataclasses import replace

from tenu.reading.analysis import Analysis, Parser, Token
from tenu.reading.times import Time

_LEAD = 12  # code points before the time: “On the ”, “Dans l’”
_FEWEST = 4  # words behind it: less is no sentence


def reopened(analyses: Sequence[Analysis], times: Sequence[Sequence[Time]], parser: Parser) -> list[Analysis]:
    """Give the analyses of one language, those that hang on an opening time made anew; `times` are each one's."""
    cuts = {i: cut for i, one in enumerate(analyses) if (cut := _opening(one, times[i]))}
    rests = [(analyses[i].text[cut - analyses[i].start :], cut) for i, cut in cuts.items()]
    anew = dict(zip(cuts, parser.parse(rests), strict=True)) if rests else {}
    return [_with_opening(one, anew[i]) if i in anew else one for i, one in enumerate(analyses)]


def _opening(analysis: Analysis, times: Sequence[Time]) -> int | None:
    """Give where the sentence begins behind an opening time and its comma, where the root stands in that opening."""
    end = analysis.start
    for time in times:
        behind = analysis.text[time.end - analysis.start :]
        if time.start - end > (_LEAD if end == analysis.start else 0) or not behind.startswith(", "):
            break
        end = time.end + 2
    root = analysis.tokens[analysis.root]
    rest = sum(token.start >= end and token.upos != "PUNCT" for token in analysis.tokens)
    return end if root.start < end and rest >= _FEWEST else None


def _with_opening(whole: Analysis, rest: Analysis) -> Analysis:
    """Hang the opening's words as they stood on the root of the rest."""
    opening = [token for token in whole.tokens if token.end <= rest.start]
    count = len(opening)
    top = next((t for t in opening if t.i == t.head), None) or next(t for t in opening if t.head >= count)
    root = count + rest.root
    first = [_hung(token, top.i, root, count) for token in opening]
    after = [replace(token, i=token.i + count, head=token.head + count) for token in rest.tokens]
    return Analysis(whole.language, whole.start, whole.end, whole.text, (*first, *after))


def _hung(token: Token, top: int, root: int, count: int) -> Token:
    if token.i == top:
        return replace(token, head=root, deprel="obl")
    return token if token.head < count else replace(token, head=top, deprel="dep")
