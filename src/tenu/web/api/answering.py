"""Answers for programs: JSON with its entity tag, 304 for what a program has already, and the way to the next page."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
from fastapi import Request
from starlette.responses import Response

from tenu.ledger import Paged
from tenu.web.refusing import NotAsSeenError

_NOT_AS_SEEN = (
    "This is no longer what If-Match names: somebody changed it meanwhile. Fetch it again, look, then decide."
)
FRESH = "private, no-cache"
"""Programs may keep an answer, and ask each time whether it still holds."""


def answer(
    request: Request,
    told: object,
    code: int = 200,
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Give a value as JSON with its entity tag; nothing but the tag where the program has that very answer."""
    body = msgspec.json.encode(told)
    tag = tag_of(body)
    head = {"ETag": tag, "Cache-Control": FRESH, **(headers or {})}
    if code == 200 and names(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=head)
    return Response(body, code, headers=head, media_type=media_type)


def paged(request: Request, page: Paged[Any]) -> Response:
    """Give one page of a list, with the address of the next in `Link` (RFC 8288) where there is one."""
    if page.after is None:
        return answer(request, page)
    following = request.url.include_query_params(after=page.after)
    address = f"{following.path}?{following.query}"
    return answer(request, page, headers={"Link": f'<{address}>; rel="next"'})


def tag_of(body: bytes) -> str:
    """Give the entity tag of an answer: a digest of its bytes, so that equal answers have equal tags."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def names(condition: str | None, tag: str) -> bool:
    """Tell whether If-Match or If-None-Match names a tag; proxies may have marked it as weak."""
    if condition is None:
        return False
    named = {one.strip().removeprefix("W/") for one in condition.split(",")}
    return "*" in named or tag in named


def refuse_unless_seen(request: Request, told: object) -> None:
    """Refuse a change that was to be made to another state of the record than the one there is."""
    condition = request.headers.get("if-match")
    if condition is not None and not names(condition, tag_of(msgspec.json.encode(told))):
        raise NotAsSeenError(_NOT_AS_SEEN)
