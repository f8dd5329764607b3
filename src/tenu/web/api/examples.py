"""An example for every operation, made of the very classes that answers are made of, so that none is out of date."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from tenu.document.changes import Change, ChangeKind
from tenu.ledger import (
    Asked,
    Balance,
    Decision,
    Judgement,
    KeptClaim,
    KeptDocument,
    KeptVersion,
    Link,
    LinkKind,
    Matter,
    MatterBalance,
    OvertakenError,
    Paged,
    ReadVersion,
    State,
    Suggestion,
    Verdict,
)
from tenu.ledger.promises.balance import Line, Sum
from tenu.ledger.promises.figures import PIECES, Measure
from tenu.questions.changed import Changes
from tenu.record import (
    Actor,
    Basis,
    Block,
    BlockKind,
    Claim,
    Document,
    Item,
    Kind,
    Passage,
    ReadBy,
    Role,
    Stage,
    Status,
)

_TEXT = "Norvelle will give Sarvenia 40 generators by the end of November."
_LATER = "On Tuesday 12 generators from Norvelle reached Sarvenia."
_KEPT = datetime(2026, 10, 12, 9, 30, tzinfo=UTC)
_JUDGED = datetime(2026, 10, 13, 22, 58, tzinfo=UTC)

REFUSED = {
    "type": "about:blank",
    "status": 404,
    "title": "Not Found",
    "detail": "the ledger has no claim 0000; `tenu list` shows the ids",
}


def claim() -> KeptClaim:
    """Give a pledge that nobody has judged."""
    told = Claim(
        id="c1",
        kind=Kind.PLEDGE,
        evidence=Passage(_TEXT, 0, len(_TEXT)),
        read_by=ReadBy("tenu-rules", "0.1.0", "en: <donor> gives <recipient> <items>"),
        status=Status.DONE,
        by="2026-11-30",
        by_words="by the end of November",
        actors=(_actor(Role.DONOR, "Norvelle"), _actor(Role.RECIPIENT, "Sarvenia")),
        items=(Item("generators", _TEXT.index("40"), _TEXT.index(" by"), quantity=40),),
    )
    return _kept("3f1c2a9be07d4455", "d0a1b2c3d4e5f607", told, "Norvelle promises generators", "2026-10-12")


def delivery() -> KeptClaim:
    """Give a delivery that keeps a part of the pledge."""
    told = Claim(
        id="c1",
        kind=Kind.DELIVERY,
        evidence=Passage(_LATER, 0, len(_LATER)),
        read_by=ReadBy("tenu-rules", "0.1.0", "en: <items> reach <recipient>"),
        status=Status.DONE,
        when="2026-11-03",
        when_words="On Tuesday",
        items=(Item("generators", _LATER.index("12"), _LATER.index(" from"), quantity=12),),
    )
    return _kept("9c40d7715ab2e863", "d7f6e5d4c3b2a190", told, "First generators arrive", "2026-11-04")


def claims() -> Paged[KeptClaim]:
    """Give a page of one claim, with more to come."""
    return Paged((claim(),), "2rw4m1z0hs")


def verdict() -> Verdict:
    """Give an acceptance."""
    return Verdict(claim().id, 1, Judgement(Decision.ACCEPT), "Nora", _JUDGED, State.ACCEPTED, "script-1")


def verdicts() -> tuple[Verdict, ...]:
    """Give all verdicts of a claim."""
    return (verdict(),)


def link() -> Link:
    """Give the link from the delivery to the pledge."""
    return Link(LinkKind.DELIVERS, delivery().id, claim().id, 1, True, "Nora", _JUDGED)


def links() -> tuple[Link, ...]:
    """Give the links of a claim."""
    return (link(),)


def suggestions() -> Paged[Suggestion]:
    """Give a link that might hold."""
    reasons = ("the same item: generators", "the same recipient: Sarvenia")
    return Paged((Suggestion(LinkKind.DELIVERS, delivery(), claim(), 0.86, reasons),), None)


def matter() -> Matter:
    """Give the matter of the pledge."""
    return Matter(f"m{claim().id}", (claim(),), (), links())


def matters() -> Paged[Matter]:
    """Give a page of matters."""
    return Paged((matter(),), None)


def balance() -> MatterBalance:
    """Give the balance of the pledge: 28 of 40 generators are open."""
    promised, came = Sum(40, (claim().id,)), Sum(12, (delivery().id,))
    measure = Measure("generator", PIECES, Basis.STATED)
    line = Line("generators", measure, {Stage.PLEDGE: promised}, promised, came, 28)
    kept_by = Matter(f"m{delivery().id}", (delivery(),), (), links())
    return MatterBalance(matter(), Balance((line,)), (kept_by,))


def document() -> KeptDocument:
    """Give the document of the pledge, with its text."""
    made = _made(claim())
    return replace(documents().entries[0], document=made, versions=(KeptVersion(1, made.sha256, _KEPT, "Nora"),))


def documents() -> Paged[KeptDocument]:
    """Give a page of one document."""
    told = claim()
    kept = KeptDocument(
        told.document, told.source, told.title, told.language, told.published, 1, 1, told.known_from, "Nora"
    )
    return Paged((kept,), None)


def version() -> ReadVersion:
    """Give the first version of the document, as it was read."""
    kept = document()
    return ReadVersion(kept.id, kept.versions[0], _made(claim()), (claim(),))


def changes() -> Changes:
    """Give what changed when the ministry wrote another number."""
    first, second = version().version, KeptVersion(2, "cd" * 32, _JUDGED, "Nora")
    before, after = Passage(_TEXT, 0, len(_TEXT)), Passage(_TEXT.replace("40", "30"), 0, len(_TEXT))
    words = Change(ChangeKind.CHANGED, before, after, (("40", "30"),))
    return Changes(claim().document, claim().source, claim().title, first, second, (words,), (), (claim(),))


def annotation() -> dict[str, Any]:
    """Give the annotation of the pledge."""
    from tenu.publishing.annotations import CONTEXT, annotation
    from tenu.publishing.entry import About, Entry
    from tenu.publishing.notes import Notes

    entry = Entry(claim(), f"m{claim().id}", text=_TEXT)
    return {"@context": CONTEXT, **annotation(entry, About("tenu", claim().known_from), Notes())}


def claim_clash() -> dict[str, Any]:
    """Give what a program is told when somebody else had judged the claim."""
    clash = OvertakenError(Judgement(Decision.REJECT, reason="no number is told"), verdicts(), claim())
    return _refused(str(clash)) | {"yours": clash.yours, "theirs": clash.theirs, "claim": clash.claim}


def link_clash() -> dict[str, Any]:
    """Give what a program is told when somebody else had judged the link."""
    asked = Asked(LinkKind.DELIVERS, delivery().id, claim().id, stands=False, reason="another shipment")
    return _refused("the link was made by Nora meanwhile; look at it again, then decide anew") | {
        "yours": asked,
        "theirs": link(),
    }


def verdicts_to_send() -> dict[str, Any]:
    """Give one body for each decision."""
    common = {"seen": 0, "client_id": "script-1"}
    amended = replace(claim().claim, by="2026-11-30", status=Status.PLANNED)
    return {
        "accept": {"value": {"decision": "accept", **common}},
        "amend": {"value": {"decision": "amend", "amended": msgspec.to_builtins(amended), **common}},
        "reject": {"value": {"decision": "reject", "reason": "no number is told", **common}},
        "undo": {"value": {"decision": "undo", **common, "seen": 1}},
    }


def links_to_send() -> dict[str, Any]:
    """Give one body to make a link and one to take it back."""
    made = {"kind": "delivers", "from_claim": delivery().id, "to_claim": claim().id, "client_id": "script-2"}
    back = {**made, "client_id": "script-3", "seen": 1, "stands": False, "reason": "another shipment"}
    return {"make": {"value": made}, "take back": {"value": back}}


def _refused(detail: str) -> dict[str, Any]:
    return {"type": "about:blank", "status": 409, "title": "Conflict", "detail": detail}


def _made(told: KeptClaim) -> Document:
    return Document(
        source=told.source,
        title=told.title,
        language=told.language,
        published=told.published,
        updated=None,
        url=told.source,
        sha256="ab" * 32,
        text=_TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, "en", 0, len(_TEXT)),),
    )


def _actor(role: Role, name: str) -> Actor:
    at = _TEXT.index(name)
    return Actor(role, name, name, at, at + len(name))


def _kept(key: str, document: str, told: Claim, title: str, day: str) -> KeptClaim:
    return KeptClaim(
        id=key,
        document=document,
        source=f"https://government.norvelle.example/news/{day}",
        title=title,
        language="en",
        published=day,
        version=1,
        claim=told,
        proposed=told,
        state=State.OPEN,
        seen=0,
        known_from=_KEPT,
        known_until=None,
        gone_from=None,
    )
