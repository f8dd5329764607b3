"""The way in, and what a person sets for this browser: language and look."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from tenu.errors import UsageError
from tenu.web import languages, looks
from tenu.web.asking import site_of
from tenu.web.door import cookie_name
from tenu.web.refusing import refusal
from tenu.web.wording import N_

routes = APIRouter()
_USED = N_(
    "This address opens once, and it was used already or is not whole. Start “tenu serve” again and open the address "
    "that it prints."
)
A_YEAR = 365 * 24 * 3600


@routes.get("/enter")
def enter(request: Request, token: str = "") -> Response:
    """Let a browser in that shows the token, once."""
    site = site_of(request)
    if request.state.form_key:
        return RedirectResponse("/", 303)
    session = site.entrance.enter(token)
    if session is None:
        return refusal(request, 403, _USED)
    inside = RedirectResponse("/", 303)
    inside.set_cookie(cookie_name(site), session, httponly=True, samesite="strict", path="/")
    return inside


@routes.get("/")
def begin() -> Response:
    """Begin where there is something to judge."""
    return RedirectResponse("/review", 303)


@routes.post("/language")
def choose_language(language: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep the language of the interface in this browser."""
    if language not in languages.LANGUAGES:
        raise UsageError(f"The interface speaks {', '.join(languages.LANGUAGES.values())}; choose one of these.")
    return _remembered(languages.COOKIE, language, back)


@routes.post("/look")
def choose_look(look: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep light or dark in this browser."""
    if look not in looks.LOOKS:
        raise UsageError(f"The pages look {', '.join(looks.LOOKS)}; choose one of these.")
    return _remembered(looks.COOKIE, look, back)


def _remembered(cookie: str, value: str, back: str) -> Response:
    answer = RedirectResponse(local(back), 303)
    answer.set_cookie(cookie, value, max_age=A_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def local(path: str) -> str:
    """Give a path of this site as it is; anything that could lead elsewhere becomes the first page."""
    leads_elsewhere = not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable()
    return "/" if leads_elsewhere else path
