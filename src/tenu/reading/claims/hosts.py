"""Who receives or convenes, told beside the meeting: *at the invitation of*, *hosted by*, *à l’invitation de*."""

from collections.abc import Iterator, Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.company import company
from tenu.reading.claims.who import Who
from tenu.reading.frames.matching import Candidate
from tenu.reading.language import Language
from tenu.reading.names import Mention, MentionKind
from tenu.record import Actor, Kind, Role

_ARTICLES = (" the", " la", " le", " l’", " l'", " les")
_NEAR = 60  # code points between a meeting's noun and who organised it: “the conference on water hosted by …”
_HOSTING = frozenset({*MentionKind} - {MentionKind.ADJECTIVE, MentionKind.PLACE, MentionKind.NAME})


def hosts_of(candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[Actor]:
    """Give those behind the words that lead in a host, where the frame found none."""
    if candidate.kind is not Kind.MEETING or any(role is Role.HOST for role, _ in candidate.actors):
        return []
    nouns = [analysis.tokens[i].end for i in (candidate.trigger, *candidate.occasions)]
    return list(_led_in(nouns, analysis, language, who))


def _led_in(nouns: Sequence[int], analysis: Analysis, language: Language, who: Who) -> Iterator[Actor]:
    mentions = who.mentions(analysis)
    for mention in mentions:
        before = _before(mention, analysis)
        led_in = next((words for words in language.grammar.hosting if before.endswith(words)), None)
        if led_in is None or mention.kind not in _HOSTING:
            continue
        own = any(0 <= mention.start - end <= _NEAR for end in nouns)
        if own or led_in.split()[-1] not in language.grammar.agent:  # “a letter organised by …” is no meeting
            for one in (mention, *company(mention, mentions, analysis)):
                entity = who.named(one)
                if entity is not None and one.start >= mention.start:
                    yield Actor(Role.HOST, entity.name, one.text, one.start, one.end, id=entity.id, iso=entity.iso)
            return


def _before(mention: Mention, analysis: Analysis) -> str:
    """Give what stands before a mention, without its article, in small letters."""
    text = analysis.text[: mention.start - analysis.start].rstrip().lower().replace("'", "’")
    return next((text.removesuffix(article) for article in _ARTICLES if text.endswith(article)), text)
