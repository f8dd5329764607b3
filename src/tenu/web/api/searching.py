"""One search over everything: the claims and the documents that hold what was typed."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from tenu.ledger import KeptClaim, KeptDocument, Paged
from tenu.web.api import examples
from tenu.web.api.answering import answer
from tenu.web.api.asked import Limit, Narrowed
from tenu.web.api.describing import gives, part
from tenu.web.asking import OpenLedger

routes = part("", "search")
_Typed = Annotated[
    str,
    Query(
        description="Words that must all be found, in any form; “phrases” in quotation marks.",
        min_length=1,
        max_length=500,
        pattern=r"^[^\x00]*$",
        examples=["generators"],
    ),
]


@dataclass(frozen=True, slots=True)
class Found:
    """The first page of claims and of documents; `/claims?q=` and `/documents?q=` go on from their `after`."""

    claims: Paged[KeptClaim]
    documents: Paged[KeptDocument]


@routes.get(
    "/search",
    responses=gives(Found, "What was found.", lambda: Found(examples.claims(), examples.documents())),
)
def search(request: Request, ledger: OpenLedger, filters: Narrowed, q: _Typed, limit: Limit = 20) -> Response:
    """Find claims and documents by their words, with or without accents, in any form."""
    return answer(request, Found(ledger.find(q, filters, limit=limit), ledger.find_documents(q, filters, limit=limit)))
