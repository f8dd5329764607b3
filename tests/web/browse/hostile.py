"""A ledger in which every field that a page shows tries to be more than words."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tenu.ledger import Asked, Decision, Judgement, Ledger, LinkKind
from tenu.record import (
    Actor,
    Block,
    BlockKind,
    Claim,
    Document,
    Item,
    Kind,
    Manner,
    Passage,
    Place,
    ReadBy,
    Reading,
    Role,
    Stage,
    Status,
    Terms,
    Unread,
)

WORDS = (
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/x.png onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title><body onpageshow=alert(1)>",
    "<style>@import url(//evil.example/x.css);</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in () %}{% endfor %}",
    "%(count)s %s ${alert(1)}",
    "<!--<script>",
    "\u202e<b onmouseover=alert(1)>txt.exe\u2069",
)
_WHEN = datetime(2026, 1, 5, tzinfo=UTC)


def hostile_ledger(path: Path) -> Path:
    """Write the ledger: needs, pledges, deliveries, meetings and statements, linked, judged, in two versions."""
    with Ledger.open(path) as ledger:
        for kind in (Kind.NEED, Kind.PLEDGE, Kind.DELIVERY, Kind.MEETING, Kind.STATEMENT):
            for place, words in enumerate(WORDS):
                reading = _reading(kind, place, words)
                ledger.keep(reading.document.text.encode(), reading, who=words, when=_WHEN)
        kept = _by_kind(ledger)
        for place, words in enumerate(WORDS):
            need, pledge, delivery = (kept[kind][place] for kind in (Kind.NEED, Kind.PLEDGE, Kind.DELIVERY))
            terms = Terms(stage=Stage.PLEDGE, conditions=(words,))
            judgement = Judgement(Decision.AMEND, terms=terms, reason=words)
            ledger.judge(pledge, judgement, seen=0, who=words, when=_WHEN)
            ledger.link(Asked(LinkKind.DELIVERS, delivery, pledge, reason=words), who=words, when=_WHEN)
            ledger.link(Asked(LinkKind.ANSWERS, pledge, need, reason=words), who=words, when=_WHEN)
        changed = _reading(Kind.PLEDGE, 0, WORDS[0] + " changed")
        ledger.keep(b"changed", changed, who=WORDS[0], when=datetime(2026, 1, 6, tzinfo=UTC))
    return path


def _by_kind(ledger: Ledger) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {}
    for claim in sorted(ledger.claims(limit=500).entries, key=lambda claim: claim.source):
        found.setdefault(claim.claim.kind, []).append(claim.id)
    return found


def _reading(kind: Kind, place: int, words: str) -> Reading:
    text = f"{words} promised {words} to {words}."
    end = len(words)
    roles = {Kind.MEETING: (Role.PARTICIPANT, Role.HOST), Kind.STATEMENT: (Role.SPEAKER,)}
    actors = [Actor(role, f"{words} {role}", words, 0, end) for role in roles.get(kind, (Role.DONOR, Role.RECIPIENT))]
    said = kind is Kind.STATEMENT
    claim = Claim(
        id=f"c{place}",
        kind=kind,
        evidence=Passage(text, 0, len(text)),
        read_by=ReadBy(words, words, words),
        status=None if said else Status.DONE,
        when="2026-01-04",
        when_words=words,
        by="2026-12-24" if kind is Kind.PLEDGE else None,
        by_words=words,
        recurs=words,
        where=(Place(words),),
        actors=tuple(actors),
        items=() if said else (Item(words, 0, end, quantity=place + 3, unit=words),),
        quote=words if said else None,
        manner=Manner.DIRECT if said else None,
        unread=(Unread(words, 0, end, words),),
    )
    source = f"{kind}-{place:02}"
    made = Document(
        source=source,
        title=words,
        language="en",
        published="2026-01-05",
        updated=None,
        url=None,
        sha256=sha256(text.encode()).hexdigest() if "changed" not in words else sha256(b"changed").hexdigest(),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, "en", 0, len(text)),),
    )
    return Reading(made, (claim,))
