"""The API's description in OpenAPI 3.1: the routes of the API alone, and every refusal with its own media type."""

from typing import Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi

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


def described(routes: APIRouter) -> dict[str, Any]:
    """Give the description of a router's routes."""
    made = get_openapi(title="tenu", version=tenu.__version__, description=_TOLD, routes=routes.routes)
    made["security"] = [{"token": []}]
    made.setdefault("components", {})["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "What `tenu serve --token-file` wrote."}
    }
    for path in made["paths"].values():
        for operation in path.values():
            _tell_problems(operation["responses"])
    return made


def _tell_problems(responses: dict[str, Any]) -> None:
    """Give refusals the media type that they are sent with."""
    for code, response in responses.items():
        if code in ("default", "409"):
            response["content"] = {_PROBLEM: response["content"]["application/json"]}
