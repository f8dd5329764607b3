"""The API's description in OpenAPI 3.1: the routes of the API alone, and every refusal with its own media type."""

from collections.abc import Sequence
from typing import Any

from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

import tenu

_PROBLEM = "application/problem+json"
_TOLD = """\
Everything that the pages show, for programs on this machine.

**Who asks.** Start `tenu serve --token-file FILE` and send `Authorization: Bearer` with what the file holds; it changes
with every start. Changes are kept under the name that `tenu serve --as` gives.

**Places.** Offsets (`start`, `end`) count Unicode code points of the document’s `text`: Python’s `text[start:end]`. A
string in JavaScript or Java counts UTF-16 code units; there use `Array.from(text)`, or the quoted words.

**Lists** come in pages; `Link: <…>; rel="next"` leads to the next, and `after` goes on where a page ended, however the
ledger grew meanwhile. **Answers** carry an `ETag`; with `If-None-Match` an answer that you have costs no bytes.
**Amounts** are exact: whole numbers, or decimals as strings. **Refusals** are `application/problem+json` (RFC 9457).
"""


def described(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """Give the description of routes."""
    made = get_openapi(title="tenu", version=tenu.__version__, description=_TOLD, routes=routes)
    made["security"] = [{"token": []}]
    made.setdefault("components", {})["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "What `tenu serve --token-file` wrote."}
    }
    for route in routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                _finish(made["paths"][route.path][method.lower()]["responses"], route.responses)
    return made


def _finish(made: dict[str, Any], responses: dict[int | str, dict[str, Any]]) -> None:
    """Give examples back the nulls that FastAPI takes out, and refusals the media type that they are sent with."""
    for code, response in responses.items():
        for media, content in response.get("content", {}).items():
            if "example" in content:
                made[str(code)]["content"][media]["example"] = content["example"]
    for code in ("default", "409"):
        if code in made:
            made[code]["content"] = {_PROBLEM: made[code]["content"]["application/json"]}
