"""Two people on one claim: what was proposed, what they made of it, what you decided, side by side."""

from starlette.requests import Request

from tenu.ledger import OvertakenError
from tenu.web.languages import language_of
from tenu.web.pages import fragment
from tenu.web.review.facets import beside


def overtaken_view(request: Request, clash: OvertakenError) -> str:
    """Show a clash so that a person can keep theirs, keep their own, or amend; nothing of either is lost."""
    proposed, theirs = clash.claim.proposed, clash.claim.claim
    yours = clash.yours.amended or (theirs if clash.yours.terms else proposed)
    return fragment(
        request,
        "review/overtaken.html",
        rows=beside((proposed, theirs, yours), language_of(request)),
        theirs=clash.theirs,
        yours=clash.yours,
    )
