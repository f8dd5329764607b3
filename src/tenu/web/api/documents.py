"""Documents: lists, one with its text and versions, and the bytes that it was read from."""

from typing import Annotated

from fastapi import Path, Query, Request
from starlette.responses import Response

from tenu.ledger import KeptDocument, Paged, ReadVersion
from tenu.questions.changed import Changes, changes
from tenu.web.api import examples
from tenu.web.api.answering import FRESH, answer, names, paged, tag_of
from tenu.web.api.asked import After, DocumentId, Limit, Narrowed, Words
from tenu.web.api.describing import JSON, SAME, gives, part
from tenu.web.asking import OpenLedger

routes = part("/documents", "documents")
Number = Annotated[int | None, Query(description="A version’s number.", ge=1, le=1_000_000, examples=[1])]
Version = Annotated[int, Path(description="The version’s number.", ge=1, le=1_000_000, examples=[1])]


@routes.get("", responses=gives(Paged[KeptDocument], "A page of documents.", examples.documents, paged=True))
def list_documents(
    request: Request, ledger: OpenLedger, filters: Narrowed, q: Words = None, after: After = None, limit: Limit = 50
) -> Response:
    """List documents, the newest first; of the filters those for day, language, source and moment apply."""
    if q is None or not q.strip():
        return paged(request, ledger.documents(filters, after=after, limit=limit))
    return paged(request, ledger.find_documents(q, filters, after=after, limit=limit))


@routes.get("/{document}", responses=gives(KeptDocument, "The document.", examples.document))
def show_document(request: Request, document: DocumentId, ledger: OpenLedger) -> Response:
    """Give a document with its text, its blocks and its versions; its claims are at `/claims?document=`."""
    return answer(request, ledger.document(document))


@routes.get("/{document}/versions/{number}", responses=gives(ReadVersion, "The version.", examples.version))
def show_version(request: Request, document: DocumentId, number: Version, ledger: OpenLedger) -> Response:
    """Give one version of a document as it was last read, with the claims that stood on it."""
    return answer(request, ledger.version(document, number))


@routes.get("/{document}/changes", responses=gives(Changes, "What changed.", examples.changes))
def show_changes(
    request: Request, document: DocumentId, ledger: OpenLedger, before: Number = None, after: Number = None
) -> Response:
    """Give what changed between two versions, by default the last one and the one before: in words and in claims."""
    return answer(request, changes(ledger, document, before, after))


@routes.get(
    "/{document}/content",
    responses={
        200: {
            "description": "The bytes as they were found, to save and not to show.",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
            "headers": JSON,
        },
        304: SAME,
    },
)
def content(request: Request, document: DocumentId, ledger: OpenLedger, version: Number = None) -> Response:
    """Give the bytes that a version was read from, the last one where no number is given."""
    found = ledger.content(document, version)
    tag = tag_of(found)
    head = {"ETag": tag, "Cache-Control": FRESH, "Content-Disposition": f'attachment; filename="{_file(document)}"'}
    if names(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=head)
    return Response(found, headers=head, media_type="application/octet-stream")


def _file(document: str) -> str:
    return "".join(sign for sign in document if sign.isascii() and sign.isalnum()) or "document"
