"""Claims, with what people made of them: lists, one claim, its verdicts, its links, its annotation."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Body, Request
from starlette.responses import Response

from tenu.ledger import KeptClaim, Ledger, Link, OvertakenError, Paged, Verdict
from tenu.publishing.annotations import CONTEXT, annotation
from tenu.publishing.entry import About, Entry
from tenu.publishing.notes import Notes
from tenu.web.api import examples
from tenu.web.api.answering import answer, paged, refuse_unless_seen
from tenu.web.api.asked import After, ClaimId, Limit, Moment, Narrowed, Seen, Words
from tenu.web.api.conflicts import ClaimConflict, claim_conflict
from tenu.web.api.describing import JSON, conflict, created, gives, part
from tenu.web.api.sent import VerdictSent
from tenu.web.asking import OpenLedger, Who

routes = part("/claims", "claims")


@routes.get("", responses=gives(Paged[KeptClaim], "A page of claims.", examples.claims, paged=True))
def list_claims(
    request: Request, ledger: OpenLedger, filters: Narrowed, q: Words = None, after: After = None, limit: Limit = 50
) -> Response:
    """List the claims that meet all filters and hold all words, those of the newest document first."""
    return paged(request, found(ledger, filters, q, after, limit))


@routes.get("/{claim}", responses=gives(KeptClaim, "The claim as it stands.", examples.claim))
def show_claim(request: Request, claim: ClaimId, ledger: OpenLedger, as_of: Moment) -> Response:
    """Give a claim: how it stands, what the reader first proposed, and the number of verdicts seen (`seen`)."""
    return answer(request, ledger.claim(claim, as_of=as_of))


@routes.get("/{claim}/verdicts", responses=gives(tuple[Verdict, ...], "All verdicts.", examples.verdicts))
def list_verdicts(request: Request, claim: ClaimId, ledger: OpenLedger) -> Response:
    """List what people decided about a claim, the first first; nothing is ever edited."""
    return answer(request, ledger.verdicts(claim))


@routes.post(
    "/{claim}/verdicts",
    status_code=201,
    responses=created(Verdict, "The verdict as it was kept.", examples.verdict)
    | conflict(
        ClaimConflict, "Others judged the claim in between: both decisions, nothing kept.", examples.claim_clash
    ),
)
def judge(
    request: Request,
    claim: ClaimId,
    ledger: OpenLedger,
    who: Who,
    sent: Annotated[VerdictSent, Body(openapi_examples=examples.verdicts_to_send())],
    _if_match: Seen = None,
) -> Response:
    """Decide about a claim that was seen with `seen` verdicts.

    Sent again with the same `client_id` a decision counts once, and the same verdict comes back: so a program may send
    until it has an answer.
    """
    refuse_unless_seen(request, ledger.claim(claim))
    try:
        kept = ledger.judge(
            claim, sent.judgement, seen=sent.seen, who=who, when=datetime.now(UTC), client_id=sent.client_id
        )
    except OvertakenError as clash:
        return claim_conflict(clash)
    return answer(request, kept, 201)


@routes.get("/{claim}/links", responses=gives(tuple[Link, ...], "The links that stand.", examples.links))
def list_links(request: Request, claim: ClaimId, ledger: OpenLedger, as_of: Moment) -> Response:
    """List the links of a claim that stand, or stood at a moment."""
    return answer(request, ledger.links(claim, as_of=as_of))


@routes.get(
    "/{claim}/annotation",
    responses={
        200: {
            "description": "The annotation; positions count Unicode code points (browsers count UTF-16 code units).",
            "content": {"application/ld+json": {"schema": {"type": "object"}, "example": examples.annotation()}},
            "headers": JSON,
        }
    },
)
def annotate(request: Request, claim: ClaimId, ledger: OpenLedger) -> Response:
    """Give a claim as a W3C Web Annotation on the very words that say so.

    `TextPositionSelector` counts Unicode code points of the document's `text`, as the recommendation asks. A string in
    JavaScript counts UTF-16 code units: an emoji before the words moves them by one. `TextQuoteSelector` needs no
    counting.
    """
    kept = ledger.claim(claim)
    return answer(request, annotation_of(ledger, kept), media_type="application/ld+json")


def annotation_of(ledger: Ledger, kept: KeptClaim) -> dict[str, object]:
    """Give a claim's annotation by itself."""
    document = ledger.document(kept.document).document
    entry = Entry(kept, f"m{kept.id}", text=document.text if document else None)
    about = About("tenu", kept.known_from)
    return {"@context": CONTEXT, **annotation(entry, about, Notes())}


def found(ledger: Ledger, filters: Narrowed, words: str | None, after: str | None, limit: int) -> Paged[KeptClaim]:
    """Give a page of the claims that meet the filters, and hold the words where there are any."""
    if words is None or not words.strip():
        return ledger.claims(filters, after=after, limit=limit)
    return ledger.find(words, filters, after=after, limit=limit)
