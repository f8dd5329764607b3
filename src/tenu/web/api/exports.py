"""The record in the formats that others read: the same files that `tenu export` writes."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, BinaryIO, cast

from fastapi import Path
from starlette.responses import Response, StreamingResponse

from tenu.ledger import Filters, Ledger
from tenu.publishing.entry import About
from tenu.publishing.formats import SHAPES, Format, export
from tenu.web.api.asked import Narrowed
from tenu.web.api.describing import part
from tenu.web.asking import OpenLedger

routes = part("/exports", "exports")
_PIECE = 1 << 18
_KEPT_IN_MEMORY = 1 << 22

_FILE = {"schema": {"type": "string", "format": "binary"}}
_CONTENT = {shape.media_type: _FILE for shape in SHAPES.values()} | {
    "application/ld+json": {"schema": {"type": "object"}},
    "text/csv; charset=utf-8": {"schema": {"type": "string"}, "example": "id,matter,item_number,kind\r\n"},
}


@routes.get(
    "/{format}",
    responses={
        200: {
            "description": "The file; `Tenu-Notes` counts what it could not hold as it is (`tenu export` tells each).",
            "content": _CONTENT,
            "headers": {
                "Content-Disposition": {"schema": {"type": "string"}},
                "Tenu-Claims": {"description": "How many claims it holds.", "schema": {"type": "integer"}},
                "Tenu-Notes": {"description": "How many notes there are.", "schema": {"type": "integer"}},
            },
        }
    },
)
def write(
    format: Annotated[Format, Path(examples=["csv"])],  # noqa: A002 — the word in the address
    ledger: OpenLedger,
    filters: Narrowed,
) -> Response:
    """Write the claims that meet the filters in a format, whole or not at all."""
    return exported(ledger, format, filters)


def exported(ledger: Ledger, form: Format, filters: Filters) -> Response:
    """Give the file to save."""
    now = datetime.now(UTC)
    file = cast(BinaryIO, tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY))  # noqa: SIM115 — closed when it is sent
    try:
        done = export(ledger, form, file, About("tenu", now), filters)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    shape = SHAPES[form]
    name = f"tenu-{now:%Y-%m-%d}{shape.ending}"
    head = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Tenu-Claims": str(done.claims),
        "Tenu-Notes": str(len(done.notes)),
    }
    return StreamingResponse(_pieces(file), media_type=shape.media_type, headers=head)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
