"""The lists: claims, documents, matters, sources; narrowed by their addresses, in pages, without a script."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from tenu.errors import TenuError
from tenu.ledger import Filters, Ledger, Paged, State
from tenu.publishing.formats import Format
from tenu.record import Kind, Role, Status
from tenu.web.api.exports import exported
from tenu.web.asking import OpenLedger
from tenu.web.browse.asked import Asked
from tenu.web.browse.sources import sources
from tenu.web.browse.today import today
from tenu.web.pages import page

routes = APIRouter(prefix="/ledger")
PAGE = 40
_NONE: Paged[Any] = Paged((), None)
IDS = 300
"""Claims that are named one by one in an address at most."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the fields of the search form offer."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    statuses: tuple[Status, ...] = tuple(Status)
    states: tuple[State, ...] = tuple(State)
    roles: tuple[Role, ...] = tuple(Role)


@routes.get("")
def claims(request: Request, ledger: OpenLedger, after: str = "") -> Response:
    """List claims, those of the newest document first."""

    def find(asked: Asked, filters: Filters) -> Paged[Any]:
        if asked.q:
            return ledger.find(asked.q, filters, after=after or None, limit=PAGE)
        return ledger.claims(filters, after=after or None, limit=PAGE)

    return _listed(request, ledger, "ledger/claims.html", find)


@routes.get("/documents")
def documents(request: Request, ledger: OpenLedger, after: str = "") -> Response:
    """List documents, the newest first."""

    def find(asked: Asked, filters: Filters) -> Paged[Any]:
        if asked.q:
            return ledger.find_documents(asked.q, filters, after=after or None, limit=PAGE)
        return ledger.documents(filters, after=after or None, limit=PAGE)

    return _listed(request, ledger, "ledger/documents.html", find)


@routes.get("/matters")
def matters(request: Request, ledger: OpenLedger, after: str = "") -> Response:
    """List the matters that several claims tell of."""
    return _listed(
        request,
        ledger,
        "ledger/matters.html",
        lambda _asked, filters: ledger.matters(as_of=filters.as_of, after=after or None, limit=PAGE),
    )


@routes.get("/sources")
def list_sources(request: Request, ledger: OpenLedger) -> Response:
    """List the publishers that are watched, and how they are."""
    return page(request, "ledger/sources.html", sources=sources(ledger, today()))


@routes.get("/these")
def these(request: Request, ledger: OpenLedger, ids: str = "") -> Response:
    """Show the claims that a figure is made of."""
    named = list(dict.fromkeys(ids.split()))
    shown = [ledger.claim(one) for one in named[:IDS]]
    return page(request, "ledger/these.html", claims=shown, more=len(named) - len(shown))


@routes.get("/export")
def export(request: Request, ledger: OpenLedger, to: Format = Format.CSV) -> Response:
    """Give the claims of a list as a file; words cannot narrow it."""
    asked = Asked.of(request.query_params)
    return exported(ledger, to, asked.filters())


def _listed(request: Request, ledger: Ledger, template: str, find: Callable[[Asked, Filters], Paged[Any]]) -> Response:
    asked, fault, found = Asked.of(request.query_params), "", _NONE
    try:
        found = find(asked, asked.filters())
    except TenuError as error:
        fault = str(error)
    held = ledger.count() if not found.entries and not asked.narrowed and not fault else (1, 1)
    values = {"asked": asked, "found": found, "fault": fault, "choices": Choices(), "empty": held[0] == 0}
    return page(request, template, 400 if fault else 200, **values)
