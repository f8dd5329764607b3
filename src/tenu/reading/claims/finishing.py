"""From drafts to claims: an id that is the same for the same claim of the same bytes, and who read it."""

import hashlib

from tenu import __version__
from tenu.reading.claims.draft import Draft
from tenu.reading.quotations import Statement
from tenu.record import Actor, Claim, Document, Kind, Passage, ReadBy, Role

READER = "tenu-rules"


def claim_of(draft: Draft, document: Document) -> Claim:
    """Make the claim that a draft has become."""
    evidence = draft.evidence
    return Claim(
        id=identify(
            document, draft.kind, evidence, *(f"{a.role}{a.name}" for a in draft.actors), *(i.name for i in draft.items)
        ),
        kind=draft.kind,
        status=draft.status,
        when=draft.when,
        when_words=draft.when_words,
        by=draft.by,
        by_words=draft.by_words,
        recurs=draft.recurs,
        where=tuple(draft.where),
        actors=tuple(draft.actors),
        items=tuple(draft.items),
        evidence=evidence,
        also=tuple(sorted(draft.also, key=lambda passage: passage.start)),
        unread=tuple(draft.unread),
        read_by=ReadBy(READER, __version__, draft.rule),
    )


def identify(document: Document, kind: Kind, evidence: Passage, *parts: str) -> str:
    """Give a claim's id: 16 hexadecimal digits from the document's bytes, its kind, place and parts."""
    told = "\x1f".join([document.sha256, kind.value, str(evidence.start), str(evidence.end), *parts])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def statement_of(statement: Statement, document: Document) -> Claim:
    """Make the claim of a statement: who said it, in which words."""
    text = document.text
    evidence = Passage.of(text, statement.evidence.start, statement.evidence.end)
    quote = text[statement.content.start : statement.content.end]
    return Claim(
        id=identify(document, Kind.STATEMENT, evidence, str(statement.content.start), quote),
        kind=Kind.STATEMENT,
        quote=quote,
        manner=statement.manner,
        actors=_speakers(statement, text),
        evidence=evidence,
        read_by=ReadBy(READER, __version__, statement.rule),
    )


def _speakers(statement: Statement, text: str) -> tuple[Actor, ...]:
    if statement.speaker is None:
        return ()
    start, end = statement.speaker.start, statement.speaker.end
    mention = text[start:end]
    return (Actor(Role.SPEAKER, statement.name or mention, mention, start, end),)
