"""All addresses of the API, its description in OpenAPI, and what it is."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi import Request
from starlette.responses import Response

import tenu
from tenu.web.api import claims, documents, exports, links, matters, questions, searching
from tenu.web.api.answering import answer
from tenu.web.api.describing import API, gives, part
from tenu.web.api.openapi import described
from tenu.web.asking import OpenLedger, Who

about = part("", "about")
PARTS = (about, *(one.routes for one in (documents, claims, matters, links, searching, questions, exports)))


@dataclass(frozen=True, slots=True)
class Here:
    """What answers: its version, how much its ledger holds, and under which name changes are kept."""

    version: str
    documents: int
    claims: int
    who: str
    openapi: str = f"{API}/openapi.json"


@about.get("", responses=gives(Here, "What answers.", lambda: Here("0.1.0", 14, 167, "Nora")))
def here(request: Request, ledger: OpenLedger, who: Who) -> Response:
    """Tell what answers here and how much the ledger holds."""
    held, told = ledger.count()
    return answer(request, Here(tenu.__version__, held, told, who))


@about.get("/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Response:
    """Give the description of the API."""
    return answer(request, description())


@cache
def description() -> dict[str, Any]:
    """Describe the API; it is what it is as long as the server runs."""
    return described([route for one in PARTS for route in one.routes])
