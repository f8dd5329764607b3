"""The languages of the interface: English, in which the sentences are written, and French from its catalogue."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import negotiate_locale
from starlette.requests import Request

LANGUAGES = {"en": "English", "fr": "Français"}
COOKIE = "tenu-language"
CATALOGUES = Path(__file__).parent / "locale"


def language_of(request: Request) -> str:
    """Give the language that was chosen, else the one that the browser asks for, else English."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    wanted = [part.split(";")[0].strip() for part in request.headers.get("accept-language", "").split(",")]
    found = negotiate_locale([one for one in wanted if one], list(LANGUAGES), sep="-")
    return found or "en"


@cache
def translations(language: str) -> NullTranslations:
    """Give the catalogue of a language; English needs none."""
    path = CATALOGUES / language / "LC_MESSAGES" / "tenu.mo"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
