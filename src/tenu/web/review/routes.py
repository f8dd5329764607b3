"""The addresses of the review."""

from datetime import UTC, datetime
from typing import TypeVar

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from tenu.errors import UsageError
from tenu.ledger import Asked, KeptClaim, Ledger, OvertakenError
from tenu.questions.agreement import agreements, disagreement, first_readings, judged_by_several
from tenu.record import Document, Passage
from tenu.web.asking import OpenLedger, SentBody, Who
from tenu.web.pages import flowing, fragment, page
from tenu.web.refusing import problem
from tenu.web.review.amending import Written, amended, blank
from tenu.web.review.choices import CHOICES
from tenu.web.review.deciding import Decided, decide, sent_before
from tenu.web.review.linking import LinkAsked, linked, offered
from tenu.web.review.overtaken import overtaken_view
from tenu.web.review.progress import desk
from tenu.web.review.reader import Reader, card, states
from tenu.web.review.segments import stands
from tenu.web.review.sheet import blocks_meeting
from tenu.web.review.spread import PORTION, Spread
from tenu.web.review.words import at_hand, named_in
from tenu.web.wording import N_

T = TypeVar("T")
routes = APIRouter(prefix="/review")
DESK = 100
FOUND = 12
_NOT_UNDERSTOOD = N_("What the page sent could not be understood. Load the page anew and do it once more.")
_TOO_MANY = N_("That is more cards than a page asks for at once.")


@routes.get("")
def documents(request: Request, ledger: OpenLedger, after: str | None = None) -> Response:
    """Show which documents wait for a person."""
    return page(request, "review/desk.html", desk=desk(ledger, after, DESK))


@routes.post("/suggestions")
def suggest(ledger: OpenLedger, who: Who) -> Response:
    """Work out anew which claims may tell of the same thing."""
    ledger.suggest_links(who=who, when=_now())
    return RedirectResponse("/review", 303)


@routes.get("/documents/{document}")
def review(
    request: Request, document: str, ledger: OpenLedger, who: Who, order: str = "text", reading: str = ""
) -> Response:
    """Show a document beside its claims."""
    reader, kept = Reader.of(who, reading), ledger.document(document)
    text = _text(kept.document)
    return flowing(
        request,
        "review/review.html",
        kept=kept,
        document=text,
        spread=Spread(ledger, reader, kept, text, order),
        order=order,
        reading=reading,
        reader=reader,
        choices=CHOICES,
    )


@routes.get("/documents/{document}/words")
def words_at_hand(document: str, start: int, end: int, ledger: OpenLedger) -> Response:
    """Give the words at hand around a passage of a document."""
    text = _text(ledger.document(document).document)
    return _json(at_hand(text, named_in(ledger, document, text.sha256), Passage.of(text.text, start, end)))


@routes.get("/find")
def find(request: Request, words: str, ledger: OpenLedger) -> Response:
    """Find claims to link with, by their words or by the beginning of an id."""
    found = ledger.find(words, limit=FOUND).entries
    return page(request, "review/found.html", found=found)


@routes.get("/cards")
def cards(request: Request, ids: str, ledger: OpenLedger, who: Who, reading: str = "") -> Response:
    """Give some claims' cards, in the order in which they are asked for."""
    wanted = ids.split(",")
    if len(wanted) > PORTION:
        raise UsageError(_TOO_MANY)
    reader = Reader.of(who, reading)
    shown = [card(ledger, reader, ledger.claim(claim)) for claim in wanted]
    return page(request, "review/cards.html", cards=shown, reader=reader)


@routes.get("/claims/{claim}")
def claim_at_hand(request: Request, claim: str, ledger: OpenLedger, who: Who, reading: str = "") -> Response:
    """Give what is needed to decide on a claim: its fields, the words at hand, its history and suggested links."""
    reader, kept = Reader.of(who, reading), ledger.claim(claim)
    shown, text = card(ledger, reader, kept), _text(ledger.document(kept.document).document)
    told = {
        "id": kept.id,
        "seen": kept.seen,
        "claim": shown.claim,
        "words": at_hand(text, named_in(ledger, kept.document, text.sha256), shown.claim.evidence),
        "aside": fragment(
            request,
            "review/aside.html",
            card=shown,
            reader=reader,
            offered=offered(ledger, kept.id),
            linked=linked(ledger, kept.id),
            verdicts=() if reader.alone else ledger.verdicts(kept.id),
        ),
    }
    return _json(told)


@routes.post("/claims/{claim}/verdict")
def judge(
    request: Request,
    claim: str,
    ledger: OpenLedger,
    who: Who,
    body: SentBody,
) -> Response:
    """Keep a decision, once; where others decided in between, give both and keep nothing."""
    decided = _understood(body, Decided)
    reader, kept = Reader.of(who, decided.reading), ledger.claim(claim)
    text = _text(ledger.document(kept.document).document)
    if sent_before(ledger, kept, decided) is None:
        judgement = decide(ledger, reader, kept, text, decided)
        try:
            ledger.judge(kept.id, judgement, seen=decided.seen, who=who, when=_now(), client_id=decided.client_id)
        except OvertakenError as clash:
            view = overtaken_view(request, clash)
            return problem(409, str(clash), view=view, seen=clash.claim.seen, claim=kept.id)
    changed = ledger.claim(kept.id)
    return _changed(request, ledger, reader, kept.id, text, _passages(kept) ^ _passages(changed))


@routes.post("/documents/{document}/claims")
def add(request: Request, document: str, ledger: OpenLedger, who: Who, body: SentBody) -> Response:
    """Keep a claim that a person made from words of the document; it is accepted as it comes."""
    written = _understood(body, Written)
    text = _text(ledger.document(document).document)
    claim = amended(blank(written.fields, text), written.fields, text)
    kept = ledger.add(document, claim, who=who, when=_now(), client_id=written.client_id)
    return _changed(request, ledger, Reader(who), kept.id, text, _passages(kept))


@routes.post("/links")
def link(ledger: OpenLedger, who: Who, body: SentBody) -> Response:
    """Make a link, or refuse it or take it back."""
    asked = _understood(body, LinkAsked)
    wanted = Asked(
        asked.kind, asked.from_claim, asked.to_claim, asked.stands, asked.reason or None, asked.score, asked.reasons
    )
    kept = ledger.link(wanted, seen=asked.seen, who=who, when=_now(), client_id=asked.client_id)
    return _json({"stands": kept.stands, "number": kept.number})


@routes.get("/documents/{document}/agreement")
def agreement(request: Request, document: str, ledger: OpenLedger) -> Response:
    """Show how far people who judged the same claims agree, and what is to settle."""
    kept = ledger.document(document)
    judged = judged_by_several(ledger, kept.id)
    apart = [found for verdicts in judged.values() if (found := disagreement(verdicts))]
    return page(
        request,
        "review/agreement.html",
        kept=kept,
        agreements=agreements(first_readings(verdicts) for verdicts in judged.values()),
        disagreements=[(found, ledger.claim(found.claim)) for found in apart],
    )


def _changed(
    request: Request, ledger: Ledger, reader: Reader, claim: str, text: Document, moved: set[tuple[int, int]]
) -> Response:
    """Give a claim's card as it is now, and the blocks whose marks have moved with it."""
    kept = ledger.claim(claim)
    shown = card(ledger, reader, kept)
    told = {
        "id": kept.id,
        "seen": kept.seen,
        "state": shown.state,
        "card": fragment(request, "review/cards.html", cards=[shown], reader=reader),
        "blocks": {},
    }
    if moved and stands(kept, text):
        claims = ledger.claims_of(kept.document)
        told["blocks"] = blocks_meeting(text, claims, states(ledger, reader, kept.document, claims), moved)
    return _json(told)


def _passages(kept: KeptClaim) -> set[tuple[int, int]]:
    return {(passage.start, passage.end) for passage in (kept.claim.evidence, *kept.claim.also)}


def _understood(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise UsageError(f"{_NOT_UNDERSTOOD} ({error})") from error


def _json(told: object) -> Response:
    return Response(msgspec.json.encode(told), media_type="application/json")


def _text(document: Document | None) -> Document:
    if document is None:
        raise UsageError(N_("This document has no text to review."))
    return document


def _now() -> datetime:
    return datetime.now(UTC)
