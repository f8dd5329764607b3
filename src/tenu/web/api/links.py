"""Links between claims, made and taken back; and links that might hold."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Body, Query, Request
from starlette.responses import Response

from tenu.ledger import Link, LinkKind, LinkOvertakenError, Paged, Suggestion
from tenu.web.api import examples
from tenu.web.api.answering import answer, paged
from tenu.web.api.asked import After, Limit
from tenu.web.api.conflicts import LinkConflict, link_conflict
from tenu.web.api.describing import conflict, created, gives, part
from tenu.web.api.sent import LinkSent
from tenu.web.asking import OpenLedger, Who

routes = part("", "links")
_End = Annotated[str, Query(min_length=4, max_length=80, pattern=r"^[^\x00]*$", examples=["3f1c2a9be07d4455"])]
_MaybeEnd = Annotated[
    str | None,
    Query(
        description="Links of this claim alone.", max_length=80, pattern=r"^[^\x00]*$", examples=["3f1c2a9be07d4455"]
    ),
]
_MaybeKind = Annotated[LinkKind | None, Query(description="Links of this kind alone.", examples=["delivers"])]


@routes.get("/links", responses=gives(tuple[Link, ...], "How the link was judged.", examples.links))
def link_history(
    request: Request,
    ledger: OpenLedger,
    kind: Annotated[LinkKind, Query(examples=["delivers"])],
    from_claim: _End,
    to_claim: _End,
) -> Response:
    """List how one link was made, refused and taken back, from first to last."""
    return answer(request, ledger.link_history(kind, from_claim, to_claim))


@routes.post(
    "/links",
    status_code=201,
    responses=created(Link, "The link as it was kept.", examples.link)
    | conflict(LinkConflict, "Others judged the link in between: both, nothing kept.", examples.link_clash),
)
def make_link(
    request: Request,
    ledger: OpenLedger,
    who: Who,
    sent: Annotated[LinkSent, Body(openapi_examples=examples.links_to_send())],
) -> Response:
    """Make a link between two claims, or refuse it or take it back (`stands` false).

    Sent again with the same `client_id` it counts once.
    """
    try:
        kept = ledger.link(sent.asked, seen=sent.seen, who=who, when=datetime.now(UTC), client_id=sent.client_id)
    except LinkOvertakenError as clash:
        return link_conflict(clash)
    return answer(request, kept, 201)


@routes.get(
    "/suggestions", responses=gives(Paged[Suggestion], "A page of suggestions.", examples.suggestions, paged=True)
)
def list_suggestions(
    request: Request,
    ledger: OpenLedger,
    claim: _MaybeEnd = None,
    kind: _MaybeKind = None,
    after: After = None,
    limit: Limit = 50,
) -> Response:
    """List the suggested links that nobody has judged, the surest first, each with its reasons."""
    return paged(request, ledger.suggestions(claim, kind, after=after, limit=limit))
