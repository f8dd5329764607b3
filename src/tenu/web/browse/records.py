"""A page for each record: claim, matter, document, actor, source."""

from datetime import UTC, datetime
from itertools import pairwise

from fastapi import APIRouter, Request
from starlette.responses import Response

from tenu.ledger import KeptClaim, Ledger, Link
from tenu.publishing.entry import About, Entry
from tenu.publishing.jsonld import CONTEXT, node_of
from tenu.publishing.notes import Notes
from tenu.questions.actor import actor as ask_actor
from tenu.questions.changed import changes as ask_changes
from tenu.questions.scope import Scope
from tenu.record import Kind
from tenu.web.asking import OpenLedger, site_of
from tenu.web.browse.chain import chain_of
from tenu.web.browse.context import context_of
from tenu.web.browse.linked_data import inside_a_page
from tenu.web.browse.sources import source as ask_source
from tenu.web.browse.today import today
from tenu.web.pages import page
from tenu.web.review.sheet import sheet

routes = APIRouter(prefix="/ledger")


@routes.get("/claims/{claim}")
def claim(request: Request, claim: str, ledger: OpenLedger) -> Response:
    """Show a claim: its words in their context, what people made of it, what it belongs to, how to cite it."""
    kept = ledger.claim(claim)
    document = ledger.document(kept.document).document
    matter = ledger.matter(kept.id)
    return page(
        request,
        "ledger/claim.html",
        kept=kept,
        contexts=[context_of(document, passage) for passage in (kept.claim.evidence, *kept.claim.also)],
        verdicts=ledger.verdicts(kept.id),
        linked=_linked(ledger, kept, ledger.links(kept.id)),
        matter=matter if len(matter.claims) > 1 or matter.related else None,
        suggested=ledger.suggestions(kept.id, limit=5).entries,
        linked_data=inside_a_page({"@context": CONTEXT, "@graph": [_node(kept)]}),
    )


@routes.get("/matters/{matter}")
def matter(request: Request, matter: str, ledger: OpenLedger) -> Response:
    """Show a matter: the way from need to promise to delivery in the words of every step, and what is open."""
    found = ledger.matter(matter)
    promised = any(one.claim.kind is Kind.PLEDGE for one in found.claims)
    return page(
        request,
        "ledger/matter.html",
        matter=found,
        chain=chain_of(ledger, found),
        balance=ledger.balance(found.id).balance if promised else None,
        linked_data=inside_a_page({"@context": CONTEXT, "@graph": [_node(one) for one in found.claims]}),
    )


@routes.get("/documents/{document}")
def document(request: Request, document: str, ledger: OpenLedger, version: int | None = None) -> Response:
    """Show a document as text beside its claims, with its versions and what belongs to it."""
    kept = ledger.document(document)
    read = ledger.version(kept.id, version) if version is not None else None
    text = read.document if read else kept.document
    claims = read.claims if read else ledger.claims_of(kept.id)
    in_order = sorted(claims, key=lambda one: (one.gone_from is not None, one.claim.evidence.start))
    return page(
        request,
        "ledger/document.html",
        kept=kept,
        number=read.version.number if read else kept.version,
        text=text,
        sheet=sheet(text, claims, {one.id: one.state for one in claims}) if text else "",
        claims=in_order,
        ties=ledger.ties(kept.id),
        pairs=list(pairwise(one.number for one in kept.versions)),
    )


@routes.get("/documents/{document}/changes")
def changes(
    request: Request, document: str, ledger: OpenLedger, before: int | None = None, after: int | None = None
) -> Response:
    """Show what changed between two versions of a document, in words and in claims."""
    kept = ledger.document(document)
    found = ask_changes(ledger, kept.id, before, after) if len(kept.versions) > 1 else None
    return page(request, "ledger/changes.html", kept=kept, found=found)


@routes.get("/actor")
def actor(request: Request, ledger: OpenLedger, name: str = "", accepted: bool = False) -> Response:
    """Show what one actor promised, was promised, gave, said, and whom it met."""
    scope, site = Scope(today(), accepted=accepted), site_of(request)
    asked = name.strip()
    found = site.answers.to(ledger, ("actor", scope, asked), lambda: ask_actor(ledger, scope, asked)) if asked else None
    return page(request, "ledger/actor.html", name=asked, found=found, today=scope.today)


@routes.get("/sources/{name}")
def source(request: Request, name: str, ledger: OpenLedger) -> Response:
    """Show how a watched publisher is, and what came from it of late."""
    return page(request, "ledger/source.html", publisher=ask_source(ledger, name, today()))


def _linked(ledger: Ledger, kept: KeptClaim, links: tuple[Link, ...]) -> list[tuple[Link, bool, KeptClaim]]:
    """Give each link with whether it leads from this claim, and the claim at its other end."""
    ends = ((link, link.from_claim == kept.id) for link in links)
    return [(link, forward, ledger.claim(link.to_claim if forward else link.from_claim)) for link, forward in ends]


def _node(kept: KeptClaim) -> dict[str, object]:
    return node_of(Entry(kept, f"m{kept.id}"), About("tenu", datetime.now(UTC)), Notes())
