"""Times and towns put between a verb and its object, taken out and the rest read again where the parser stumbled.

“On December 14, the Office of Trade and the Council of Mayors hosted …”: the verb is *hosted*, not *14*. “Le maire a
ouvert, le lundi 3 mai, un débat”: what he opened is the *débat*. “Elle a reçu à Turku le roi”: the king is no town.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tenu.reading.analysis import Analysis, Parser, Token
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.frames.prepositions import preposition
from tenu.reading.times import Time

_LEAD = 12  # code points before the time: “On the ”, “Dans l’”
_FEWEST = 4  # words left: less is no sentence
_OPENS_OBJECT = frozenset({"DET", "NUM", "NOUN"})

Cut = tuple[int, int]
"""Where a stretch of a sentence begins and ends that is taken out of it, in code points of the document."""


def read_without_asides(
    analyses: Sequence[Analysis], times: Sequence[Sequence[Time]], parser: Parser, grammar: Grammar
) -> list[Analysis]:
    """Give the analyses of one language, those that an aside broke made anew; `times` are each one's."""
    found = (_opening(one, times[i]) or _inside(one, times[i], grammar) for i, one in enumerate(analyses))
    cuts = {i: cut for i, cut in enumerate(found) if cut is not None}
    rests = [(_without(analyses[i], cut), analyses[i].start) for i, cut in cuts.items()]
    anew = dict(zip(cuts, parser.parse(rests), strict=True)) if rests else {}
    return [_put_back(one, anew[i], cuts[i]) if i in anew else one for i, one in enumerate(analyses)]


def _opening(analysis: Analysis, times: Sequence[Time]) -> Cut | None:
    """Give the opening time with its comma, where the root stands in that opening."""
    end = analysis.start
    for time in times:
        behind = analysis.text[time.end - analysis.start :]
        if time.start - end > (_LEAD if end == analysis.start else 0) or not behind.startswith(", "):
            break
        end = time.end + 2
    root = analysis.tokens[analysis.root]
    rest = sum(token.start >= end and token.upos != "PUNCT" for token in analysis.tokens)
    return (analysis.start, end) if root.start < end and rest >= _FEWEST else None


def _inside(analysis: Analysis, times: Sequence[Time], grammar: Grammar) -> Cut | None:
    """Give the first aside that took words from the rest of the sentence."""
    set_apart = (cut for cut in _between_commas(analysis, times) if _is_misread(analysis, cut))
    bare = (cut for cut in (*_bare_times(analysis, times), *_towns(analysis, grammar)) if _takes_next(analysis, cut))
    return next(chain(set_apart, bare), None)


def _between_commas(analysis: Analysis, times: Sequence[Time]) -> Iterator[Cut]:
    text = analysis.text
    for time in times:
        start, end = time.start - analysis.start, time.end - analysis.start
        comma = text.rfind(", ", 0, start)
        if comma > 0 and start - comma <= _LEAD and text[end : end + 2] == ", ":
            yield analysis.start + comma, analysis.start + end + 1


def _bare_times(analysis: Analysis, times: Sequence[Time]) -> Iterator[Cut]:
    """Give each time with the words that lead it in: *depuis le 3 mai*."""
    for time in times:
        first = next((t.i for t in analysis.within(time.start, time.end)), 0)
        while first > 1 and analysis.tokens[first - 1].upos in {"ADP", "DET"}:
            first -= 1
        yield analysis.tokens[first].start, time.end


def _towns(analysis: Analysis, grammar: Grammar) -> Iterator[Cut]:
    """Give each name behind a preposition of place, with it: *à Turku*."""
    for token in analysis.tokens:
        if token.upos != "PROPN" or token.deprel.startswith(("flat", "nmod")):
            continue
        case = next((c for c in analysis.children(token.i) if analysis.tokens[c].deprel == "case"), token.i)
        if 0 < case == token.i - 1 and preposition(analysis, token.i, grammar) in grammar.locative:
            last = token.i
            while last + 1 < len(analysis.tokens) and analysis.tokens[last + 1].upos == "PROPN":
                last += 1
            yield analysis.tokens[case].start, analysis.tokens[last].end


def _is_misread(analysis: Analysis, cut: Cut) -> bool:
    """Tell whether what commas set apart hangs on no verb, or has other words hang on it."""
    tokens = analysis.tokens
    inside = {token.i for token in analysis.within(*cut) if token.upos != "PUNCT"}
    above = {tokens[i].head for i in inside} - inside
    below = {child for i in inside for child in analysis.children(i)} - inside
    hangs_on_verb = all(tokens[i].upos in VERBAL for i in above)
    return not hangs_on_verb or any(tokens[i].upos != "PUNCT" for i in below)


def _takes_next(analysis: Analysis, cut: Cut) -> bool:
    """Tell whether a phrase without a preposition stands right behind an aside and was hung on it."""
    inside = {token.i for token in analysis.within(*cut)}
    following = max(inside) + 1
    if following >= len(analysis.tokens) or analysis.tokens[following].upos not in _OPENS_OBJECT:
        return False
    return any(above in inside for above in analysis.ancestors(following))


def _without(analysis: Analysis, cut: Cut) -> str:
    start, end = (place - analysis.start for place in cut)
    return analysis.text[:start] + analysis.text[end:]


def _put_back(whole: Analysis, rest: Analysis, cut: Cut) -> Analysis:
    """Hang the words that were taken out as they stood on the verb before them, else on the root of the rest."""
    start, end = cut
    first = [token for token in rest.tokens if token.start < start]
    aside = [token for token in whole.tokens if start <= token.start < end]
    places = [*range(len(first)), *(token.i + len(aside) for token in rest.tokens[len(first) :])]
    home = places[next((t.i for t in reversed(first) if t.upos in VERBAL), rest.root)]
    moved = [
        replace(
            token,
            i=places[token.i],
            head=places[token.head],
            start=token.start + (end - start) * (token.start >= start),
            end=token.end + (end - start) * (token.start >= start),
        )
        for token in rest.tokens
    ]
    hung = [_hung(token, len(first), aside, home) for token in aside]
    tokens = (*moved[: len(first)], *hung, *moved[len(first) :])
    return Analysis(whole.language, whole.start, whole.end, whole.text, tokens)


def _hung(token: Token, place: int, aside: Sequence[Token], home: int) -> Token:
    """Give a word of the aside its place and head: what hung on words outside hangs on `home`."""
    shift = place - aside[0].i
    inside = aside[0].i <= token.head <= aside[-1].i and token.head != token.i
    if inside:
        return replace(token, i=token.i + shift, head=token.head + shift)
    return replace(token, i=token.i + shift, head=home, deprel="punct" if token.upos == "PUNCT" else "obl")
