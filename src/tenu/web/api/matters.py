"""Matters: the things in the world that several claims tell of, and what of a promise is open."""

from fastapi import Request
from starlette.responses import Response

from tenu.ledger import Matter, MatterBalance, Paged
from tenu.web.api import examples
from tenu.web.api.answering import answer, paged
from tenu.web.api.asked import After, Limit, MatterId, Moment
from tenu.web.api.describing import gives, part
from tenu.web.asking import OpenLedger

routes = part("/matters", "matters")


@routes.get("", responses=gives(Paged[Matter], "A page of matters.", examples.matters, paged=True))
def list_matters(
    request: Request, ledger: OpenLedger, as_of: Moment, after: After = None, limit: Limit = 50
) -> Response:
    """List the matters that links join, the first begun first."""
    return paged(request, ledger.matters(as_of=as_of, after=after, limit=limit))


@routes.get("/{matter}", responses=gives(Matter, "The matter.", examples.matter))
def show_matter(request: Request, matter: MatterId, ledger: OpenLedger, as_of: Moment) -> Response:
    """Give a matter: its claims, the links that join them, and the links that lead to other matters."""
    return answer(request, ledger.matter(matter, as_of=as_of))


@routes.get("/{matter}/balance", responses=gives(MatterBalance, "The balance.", examples.balance))
def show_balance(request: Request, matter: MatterId, ledger: OpenLedger, as_of: Moment) -> Response:
    """Give what of a promise was promised, what came and what is open, by item and money, with the claims behind it."""
    return answer(request, ledger.balance(matter, as_of=as_of))
