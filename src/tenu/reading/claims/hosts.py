"""Who receives or convenes, told beside the meeting: *at the invitation of*, *hosted by*, *à l’invitation de*."""

from collections.abc import Iterator, Sequence

from tenu.reading.analysis import Analysis
from tenu.reading.claims.actors import actors_of
from tenu.reading.claims.company import company
from tenu.reading.claims.who import Who
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.matching import Candidate
from tenu.reading.frames.phrases import conjuncts
from tenu.reading.frames.prepositions import preposition
from tenu.reading.language import Language
from tenu.reading.names import Mention, MentionKind
from tenu.record import Actor, Kind, Role

_ARTICLES = (" the", " la", " le", " l’", " l'", " les")
_NEAR = 60  # code points between a meeting's noun and who organised it: “the conference on water hosted by …”
_CLOSE = 8  # words between a participle and who did it: “organisées conjointement à Lima par …”
_HOSTING = frozenset({*MentionKind} - {MentionKind.ADJECTIVE, MentionKind.PLACE, MentionKind.NAME})


def hosts_of(candidate: Candidate, analysis: Analysis, language: Language, who: Who) -> list[Actor]:
    """Give those behind the words that lead in a host, where the frame found none."""
    if candidate.kind is not Kind.MEETING or any(role is Role.HOST for role, _ in candidate.actors):
        return []
    nouns = (candidate.trigger, *candidate.occasions)
    ends = [analysis.tokens[i].end for i in nouns]
    return list(_led_in(ends, analysis, language, who)) or _who_held(nouns, analysis, language, who)


def by_its_holder(actor: Actor, candidate: Candidate, analysis: Analysis, who: Who) -> Actor:
    """Give for a host that is the meeting under its whole name the body in it: the *conference of* the Council."""
    word = analysis.tokens[candidate.trigger]
    mentions = who.mentions(analysis)
    whole = next((m for m in mentions if m.start <= word.start < m.end and m.start <= actor.start < m.end), None)
    if actor.role is not Role.HOST or actor.id is not None or whole is None:
        return actor
    inner = next((m for m in mentions if word.end <= m.start < whole.end and m.kind in _HOSTING), None)
    entity = who.named(inner) if inner is not None else None
    if inner is None or entity is None:
        return actor
    return Actor(Role.HOST, entity.name, inner.text, inner.start, inner.end, id=entity.id, iso=entity.iso)


def _who_held(nouns: Sequence[int], analysis: Analysis, language: Language, who: Who) -> list[Actor]:
    """Give those by whom a participle says that a meeting is held: talks *organised* in Oslo *by* the council."""
    hosting = language.lexicon.carriers["meeting"]
    by = [
        (Role.HOST, head)
        for noun in nouns
        for verb in analysis.children(noun)
        if analysis.tokens[verb].deprel.startswith("acl") and hosting.get(analysis.tokens[verb].lemma) is Role.HOST
        for head in _agents_behind(verb, analysis, language.grammar)
        if who.may_act(analysis, head)
    ]
    return actors_of(by, analysis, language, who)


def _agents_behind(verb: int, analysis: Analysis, grammar: Grammar) -> list[int]:
    """Give those whom *by* leads in close behind a participle, whatever the parser hung them on."""
    for token in analysis.tokens[verb + 1 : verb + 1 + _CLOSE]:
        if token.upos in {"PUNCT", "SCONJ", "PRON"}:
            return []
        if preposition(analysis, token.i, grammar) in grammar.agent:
            return list(conjuncts(analysis, token.i))
    return []


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
