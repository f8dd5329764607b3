"""How the answers of an operation are described: their shape, an example, their headers, and what is refused.

Refusals are written here as JSON like all others; `openapi.py` gives them their media type.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from fastapi import APIRouter, Depends, Request
from fastapi.dependencies.models import Dependant
from starlette.responses import Response

from tenu.errors import UsageError
from tenu.web.api.conflicts import Problem
from tenu.web.api.examples import REFUSED

Described = dict[int | str, dict[str, Any]]

JSON: dict[str, Any] = {
    "ETag": {"description": "The answer’s entity tag, for If-None-Match and If-Match.", "schema": {"type": "string"}}
}
_NEXT: dict[str, Any] = {
    "Link": {"description": 'The next page, where there is one (`rel="next"`).', "schema": {"type": "string"}}
}
REFUSALS: Described = {
    "default": {
        "description": "Refused, with a sentence that says what to do (RFC 9457).",
        "model": Problem,
        "content": {"application/json": {"example": REFUSED}},
    }
}
API = "/api/v1"
SAME = {"description": "You have this answer already (If-None-Match)."}


def part(prefix: str, tag: str) -> APIRouter:
    """Give the router of a part of the API."""
    return APIRouter(
        prefix=API + prefix,
        tags=[tag],
        default_response_class=Response,
        responses=REFUSALS,
        dependencies=[Depends(only_known_names)],
    )


def only_known_names(request: Request) -> None:
    """Refuse what an operation does not know: a misspelt filter would give everything, and look like an answer."""
    known = set(_query_names(request.scope["route"].dependant))
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        takes = ", ".join(sorted(known)) or "nothing"
        raise UsageError(f"This address does not know {', '.join(unknown)}; in its query it takes {takes}.")


def _query_names(dependant: Dependant) -> Iterator[str]:
    yield from (field.alias for field in dependant.query_params)
    for inner in dependant.dependencies:
        yield from _query_names(inner)


def gives(shape: Any, description: str, example: Callable[[], object], *, paged: bool = False) -> Described:
    """Describe what an operation that reads gives."""
    headers = JSON | (_NEXT if paged else {})
    return {200: _json(shape, description, example) | {"headers": headers}, 304: SAME}


def created(shape: Any, description: str, example: Callable[[], object]) -> Described:
    """Describe what an operation that adds something gives."""
    return {201: _json(shape, description, example) | {"headers": JSON}}


def conflict(shape: Any, description: str, example: Callable[[], object]) -> Described:
    """Describe what is told where others decided in between."""
    return {409: _json(shape, description, example)}


def _json(shape: Any, description: str, example: Callable[[], object]) -> dict[str, Any]:
    content = {"application/json": {"example": msgspec.to_builtins(example())}}
    return {"model": shape, "description": description, "content": content}
