"""Who receives or convenes, told beside the meeting: *at the invitation of*, *hosted by*, *à l’invitation de*."""

from collections.abc import Iterator

from tenu.reading.analysis import Analysis
from tenu.reading.claims.company import company
from tenu.reading.claims.who import Who
from tenu.reading.frames.matching import Candidate
from tenu.reading.language import Language
from tenu.reading.names import Mention, MentionKind
from tenu.record import Actor, Kind, Role

_ARTICLES = (" the", " la", " le", " l’", " l'", " les")
_HOSTING = frozenset({*MentionKind} - {MentionKind.ADJECTIVE, MentionKind.PLACE, MentionKind.NAME})


def hosts_of(candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[Actor]:
    """Give those behind the words that lead in a host, where the frame found none."""
    if candidate.kind is not Kind.MEETING or any(role is Role.HOST for role, _ in candidate.actors):
        return []
    return list(_led_in(analysis, language, who))


def _led_in(analysis: Analysis, language: Language, who: Who) -> Iterator[Actor]:
    mentions = who.mentions(analysis)
    for mention in mentions:
        if mention.kind in _HOSTING and _before(mention, analysis).endswith(tuple(language.grammar.hosting)):
            for one in (mention, *company(mention, mentions, analysis)):
                entity = who.named(one)
                if entity is not None and one.start >= mention.start:
                    yield Actor(Role.HOST, entity.name, one.text, one.start, one.end, id=entity.id, iso=entity.iso)
            return


def _before(mention: Mention, analysis: Analysis) -> str:
    """Give what stands before a mention, without its article, in small letters."""
    text = analysis.text[: mention.start - analysis.start].rstrip().lower().replace("'", "’")
    return next((text.removesuffix(article) for article in _ARTICLES if text.endswith(article)), text)
