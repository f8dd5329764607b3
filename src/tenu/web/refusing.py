"""What the site refuses, as a page with a sentence, or as problem+json (RFC 9457) where a program asked."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from tenu.errors import (
    ConflictError,
    LedgerError,
    TenuError,
    UncoveredLanguageError,
    UnknownRecordError,
    UnreadableSourceError,
    UsageError,
)
from tenu.web.headers import HEADERS
from tenu.web.pages import page
from tenu.web.wording import N_


class ForeignFormError(TenuError):
    """A change that was not asked for on a page of this session."""


class NotAsSeenError(TenuError):
    """A change on the condition of an entity tag that is no longer the record's."""


STATUSES: dict[type[TenuError], int] = {
    ForeignFormError: 403,
    UnknownRecordError: 404,
    ConflictError: 409,
    NotAsSeenError: 412,
    UsageError: 400,
    UnreadableSourceError: 422,
    UncoveredLanguageError: 422,
    LedgerError: 400,
    TenuError: 400,
}
"""The status of each refusal, the narrower before the wider."""

_SENTENCES = {
    404: N_("There is no page at this address; the navigation above shows what there is."),
    405: N_("This address does not take that; go back and use the buttons of the page."),
    413: N_("That is too much at once; send less, or read it with “tenu read”."),
}

_SENTENCES_FOR_PROGRAMS = {
    404: "The API has nothing at this address; GET /api/v1/openapi.json tells what it has.",
    405: "This address does not take that method; GET /api/v1/openapi.json tells which it takes.",
}

_BROKEN = N_("Something broke here. Nothing was half kept; the terminal says more. Load the page again.")


def refusal(request: Request, status: int, sentence: str) -> Response:
    """Give a refusal as whoever asks can read it."""
    if wants_data(request):
        return problem(status, sentence)
    return page(request, "refused.html", status, sentence=sentence, status=status)


def problem(status: int, sentence: str, **more: object) -> JSONResponse:
    """Give a refusal as problem+json, with whatever a program needs to go on."""
    told = {"type": "about:blank", "status": status, "title": _title(status), "detail": sentence, **more}
    return JSONResponse(told, status, media_type="application/problem+json")


def wants_data(request: Request) -> bool:
    """Tell whether a program asks, not a person."""
    return request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", "")


def refuse_in_words(app: FastAPI) -> None:
    """Let every refusal of the app be a sentence; what nobody foresaw is told in the terminal."""
    told: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        TenuError: _refused,
        HTTPException: _no_such_page,
        RequestValidationError: _not_understood,
        Exception: _broken,
    }
    for kind, handler in told.items():
        app.add_exception_handler(kind, handler)


async def _refused(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 400)
    return refusal(request, status, str(error))


async def _no_such_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentences = _SENTENCES | (_SENTENCES_FOR_PROGRAMS if wants_data(request) else {})
    answer = refusal(request, status, sentences.get(status, str(getattr(error, "detail", error))))
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        answer.headers["Allow"] = ", ".join(_methods(request))
    return answer


def _methods(request: Request) -> list[str]:
    """Give the methods that an address takes; its routes, one for each, know only their own."""
    routes = (route for part in request.app.state.routes for route in part.routes if isinstance(route, APIRoute))
    here = (route for route in routes if route.path_regex.match(request.url.path))
    return sorted({method for route in here for method in route.methods or ()})


async def _not_understood(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    fields = ", ".join(sorted({str(fault["loc"][-1]) for fault in faults if fault["loc"]})) or "the request"
    sentence = f"What was sent could not be understood: look at {fields}."
    if not wants_data(request):
        return refusal(request, 422, sentence)
    return problem(422, sentence, errors=[_fault(*fault["loc"], told=fault["msg"]) for fault in faults])


def _fault(part: object = "", *way: object, told: str) -> dict[str, str]:
    """Name the place of a fault: a field of the body as a JSON pointer, anything else by its name."""
    if part == "body":
        return {"pointer": "".join(f"/{step}" for step in way), "detail": told}
    return {str(part): "/".join(map(str, way)), "detail": told}


async def _broken(request: Request, _error: Exception) -> Response:
    answer = refusal(request, 500, _BROKEN)
    answer.headers.update(HEADERS)  # this answer is given outside the door, which puts them on all others
    return answer


def _title(status: int) -> str:
    return HTTPStatus(status).phrase
