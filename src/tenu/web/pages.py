"""Pages from templates, in the reader's language and look; values are always escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse

from tenu.web.languages import LANGUAGES, language_of, translations
from tenu.web.looks import look_of
from tenu.web.navigation import NAVIGATION
from tenu.web.telling import filters

_TEMPLATES = Path(__file__).parent / "templates"


def page(request: Request, template: str, code: int = 200, **values: object) -> HTMLResponse:
    """Fill in a template for whoever asks."""
    return HTMLResponse(fragment(request, template, **values), code)


def flowing(request: Request, template: str, **values: object) -> StreamingResponse:
    """Send a long page while it is filled in, so that its beginning is there before its end."""
    filled = environment(language_of(request)).get_template(template).stream(_common(request) | values)
    filled.enable_buffering(1_000)
    return StreamingResponse((part.encode() for part in filled), media_type="text/html; charset=utf-8")


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
