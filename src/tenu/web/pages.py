"""Pages from templates, in the reader's language and look; values are always escaped."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse

from tenu.web.languages import LANGUAGES, language_of, translations
from tenu.web.looks import look_of
from tenu.web.navigation import NAVIGATION
from tenu.web.telling import filters

_FIRST_PIECE, _PIECE = 1_000, 64_000
_TEMPLATES = Path(__file__).parent / "templates"


def page(request: Request, template: str, code: int = 200, **values: object) -> HTMLResponse:
    """Fill in a template for whoever asks."""
    return HTMLResponse(fragment(request, template, **values), code)


def flowing(request: Request, template: str, **values: object) -> StreamingResponse:
    """Send a long page while it is filled in, so that its top is on the screen before its end is known."""
    filled = environment(language_of(request)).get_template(template).generate(_common(request) | values)
    return StreamingResponse(_gathered(filled), media_type="text/html; charset=utf-8")


def _gathered(parts: Iterable[str]) -> Iterator[bytes]:
    """Join the parts of a page into pieces worth sending: a small first one, then larger ones."""
    waiting: list[str] = []
    size, enough = 0, _FIRST_PIECE
    for part in parts:
        if len(part) > enough and waiting:
            yield "".join(waiting).encode()
            waiting, size = [], 0
        waiting.append(part)
        size += len(part)
        if size > enough:
            yield "".join(waiting).encode()
            waiting, size, enough = [], 0, _PIECE
    yield "".join(waiting).encode()


def fragment(request: Request, template: str, **values: object) -> str:
    """Fill in a template, or a part of a page, for whoever asks."""
    return environment(language_of(request)).get_template(template).render(_common(request) | values)


def _common(request: Request) -> dict[str, object]:
    """Give what every page shows."""
    language = language_of(request)
    site = getattr(request.scope.get("app"), "state", None)
    return {
        "language": language,
        "languages": LANGUAGES,
        "look": look_of(request),
        "form_key": request.state.form_key,
        "who": site.site.who if site is not None else "",
        "navigation": NAVIGATION,
        "here": request.url.path,
        "back": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "inside": bool(request.state.form_key),
    }


@cache
def environment(language: str) -> Environment:
    """Give the templates in a language."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(filters(language))
    return made
