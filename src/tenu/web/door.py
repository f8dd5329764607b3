"""What every request passes before it meets a page: its host and its session; and the headers of every answer."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tenu.web.entrance import form_key
from tenu.web.headers import HEADERS
from tenu.web.refusing import refusal
from tenu.web.site import Site
from tenu.web.wording import N_

OPEN_TO_ALL = ("/enter", "/static/")
"""Paths that need no session: the way in, and what the page at the closed door is drawn with."""

API = "/api/"
"""Where scripts may show their key instead of a session."""

_ELSEWHERE = N_("This site answers at 127.0.0.1 and localhost only; open it by one of these names.")
_CLOSED = N_(
    "This browser has not been let in. Open the address that “tenu serve” printed in the terminal; it opens once, so "
    "start “tenu serve” again if it was used."
)

_NO_KEY = (
    "This script has not been let in. Start “tenu serve --token-file FILE” and send “Authorization: Bearer” with what "
    "the file holds; it changes with every start."
)


class Door:
    """Refuses other names for this machine, and whoever shows no session; puts the headers on every answer."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._answerer(scope)(scope, receive, _with_headers(send, scope["path"]))

    def _answerer(self, scope: Scope) -> ASGIApp:
        headers = Headers(scope=scope)
        scope.setdefault("state", {}).update(form_key="", by_script=False)
        if headers.get("host", "").lower() not in self._site.hosts:
            return refusal(Request(scope), 421, _ELSEWHERE)
        if scope["path"].startswith(API) and "authorization" in headers:
            return self._for_script(scope, headers["authorization"])
        session = _cookies(headers).get(cookie_name(self._site))
        if session is not None and self._site.entrance.knows(session):
            scope["state"]["form_key"] = form_key(session)
            return self._app
        if scope["path"].startswith(OPEN_TO_ALL):
            return self._app
        if scope["path"].startswith(API):
            return _unauthorised(scope)
        return refusal(Request(scope), 401, _CLOSED)

    def _for_script(self, scope: Scope, shown: str) -> ASGIApp:
        """Let a script in that shows the key. No page of another site can send this header here: it would have to ask
        before (CORS), and is never answered; so a script needs no key of forms."""
        scheme, _, key = shown.partition(" ")
        if scheme.lower() != "bearer" or not self._site.entrance.is_key(key.strip()):
            return _unauthorised(scope)
        scope["state"]["by_script"] = True
        return self._app


def _unauthorised(scope: Scope) -> ASGIApp:
    answer = refusal(Request(scope), 401, _NO_KEY)
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def cookie_name(site: Site) -> str:
    """Give the session's cookie, one a port: browsers share cookies between the ports of a machine."""
    return f"tenu-{site.port}"


def _cookies(headers: Headers) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _with_headers(send: Send, path: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-cache" if path.startswith("/static/") else "no-store")
        await send(message)

    return sending
