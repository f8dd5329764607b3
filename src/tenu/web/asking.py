"""What a route asks of a request: who is asking, the ledger, and that a change comes from a page of our own."""

import hmac
from typing import Annotated

from fastapi import Depends, Request

from tenu.errors import UsageError
from tenu.ledger import Ledger
from tenu.web.refusing import ForeignFormError
from tenu.web.site import Site
from tenu.web.wording import N_

FORM_FIELD = "form_key"
FORM_HEADER = "X-Tenu-Form"
_FOREIGN = N_(
    "This change did not come from a page of this site, or the page is from before the server was started again. "
    "Load the page anew and do it once more."
)
_TOO_MUCH = N_("That is too much at once; send less, or read it with “tenu read”.")
MOST = 1_000_000
"""Bytes that a page may send with one decision."""
_READS = ("GET", "HEAD", "OPTIONS")


def site_of(request: Request) -> Site:
    """Give the site that answers this request."""
    site: Site = request.app.state.site
    return site


def who_asks(request: Request) -> str:
    """Give the name under which what this request changes is kept."""
    return site_of(request).who


def ledger_of(request: Request) -> Ledger:
    """Give the ledger, which is open as long as the site is; each call to it is one transaction."""
    return site_of(request).ledger


async def from_our_own_page(request: Request) -> None:
    """Refuse a change that does not carry the key of this session's forms, in a field or a header.

    A script has shown its own key at the door.
    """
    if request.method in _READS or request.state.by_script:
        return
    given = request.headers.get(FORM_HEADER)
    if given is None and request.headers.get("content-type", "").startswith(
        ("application/x-www-form-urlencoded", "multipart/form-data")
    ):
        field = (await request.form()).get(FORM_FIELD)
        given = field if isinstance(field, str) else None
    expected: str = request.state.form_key
    if not expected or given is None or not hmac.compare_digest(given.encode(), expected.encode()):
        raise ForeignFormError(_FOREIGN)


async def sent_body(request: Request) -> bytes:
    """Give what a page sent, as it is; far more than any form holds is refused."""
    told = b""
    async for part in request.stream():
        told += part
        if len(told) > MOST:
            raise UsageError(_TOO_MUCH)
    return told


Who = Annotated[str, Depends(who_asks)]
OpenLedger = Annotated[Ledger, Depends(ledger_of)]
SentBody = Annotated[bytes, Depends(sent_body)]
