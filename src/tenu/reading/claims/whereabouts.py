"""Places told right behind a day, a person or the meeting's own word: “met Ms Roy today | *in Turku, Finland*”."""

import re
from collections.abc import Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.phrases import VERBAL
from tenu.reading.language import Language
from tenu.reading.names import Mention, MentionKind
from tenu.reading.times import Time
from tenu.record import Place

_LARGER = re.compile(r",? (?:the |dans le |dans la |en |au |in )?|, ")
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_ARTICLES = frozenset({"the", "la", "le", "les"})
_OPENING = 12  # words before the first comma: more is no opening
_NAMED = _PLACES | {MentionKind.NAME}


def told_behind(
    clause: int, heads: Sequence[int], times: Sequence[Time], analysis: Analysis, language: Language, who: Who
) -> list[Place]:
    """Give the place that stands behind one of `heads` or a time of a verb's clause, whatever it was hung on."""
    mentions = who.mentions(analysis)
    ends = {time.end for time in times} | {analysis.tokens[head].end for head in heads}
    ends |= {m.end for m in mentions if any(m.start <= analysis.tokens[h].start < m.end for h in heads)}
    for mention in mentions:
        if mention.kind not in _NAMED or mention.start < analysis.tokens[clause].start:
            continue
        lead = next((t for t in analysis.tokens if t.end == mention.start - 1), None)
        if lead is None or lead.text.lower() not in language.grammar.locative:
            continue
        if lead.start - 1 in ends and not _verb_between(clause, lead.i, analysis):
            return [Place(*_named(one, who)) for one in (mention, *_larger(mention, mentions, analysis))]
    return []


def told_first(analysis: Analysis, language: Language, who: Who) -> list[Place]:
    """Give the place that opens a sentence: “*In Oslo*, the two ministers met”, “During a visit *to Oslo*, …”."""
    opening = analysis.text.partition(",")[0]
    words = ["à" if word == "a" else word for word in opening.lower().split()]  # “A Berne”: capitals go bare
    if len(words) > _OPENING or words[0].partition("’")[0] not in language.grammar.locative | language.grammar.during:
        return []
    mentions = who.mentions(analysis)
    for mention in mentions:
        before = words[: len(analysis.text[: mention.start - analysis.start].split())]
        if mention.kind in _PLACES and mention.end <= analysis.start + len(opening) and _is_led_in(before, language):
            return [Place(*_named(one, who)) for one in (mention, *_larger(mention, mentions, analysis))]
    return []


def _is_led_in(before: Sequence[str], language: Language) -> bool:
    words = [word for word in before if word not in _ARTICLES]
    return bool(words) and words[-1] in language.grammar.locative


def larger_than(head: int, analysis: Analysis, who: Who) -> list[Place]:
    """Give the region or country told behind the place that a head names: Turku, *Finland*."""
    mention = who.mention(analysis, head)
    if mention is None or mention.kind not in {MentionKind.PLACE, MentionKind.NAME}:
        return []
    return [Place(*_named(one, who)) for one in _larger(mention, who.mentions(analysis), analysis)]


def names_a_place(analysis: Analysis, language: Language, who: Who) -> bool:
    """Tell whether a sentence names a town, region or country behind a preposition of place."""
    for mention in who.mentions(analysis):
        before = analysis.text[: mention.start - analysis.start].split()[-1:]
        if mention.kind in _PLACES and before and before[0].lower() in language.grammar.locative:
            return True
    return False


def _verb_between(clause: int, i: int, analysis: Analysis) -> bool:
    return any(t.upos in VERBAL and t.feats.get("VerbForm") == "Fin" for t in analysis.tokens[clause + 1 : i])


def _larger(place: Mention, mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """Give the region or country that follows a place behind a comma or in brackets: Turku, *Finland*."""
    for other in mentions:
        if other.kind in _PLACES and other.start > place.end:
            between = analysis.text[place.end - analysis.start : other.start - analysis.start]
            larger = between == " (" or (between.startswith(",") and _LARGER.fullmatch(between))
            return [other] if larger else []
    return []


def _named(mention: Mention, who: Who) -> tuple[str, str | None]:
    entity = who.named(mention)
    return (entity.name, entity.iso) if entity is not None else (mention.name, mention.iso)
