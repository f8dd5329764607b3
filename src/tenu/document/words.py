"""The words by which a page's parts are recognised, one file a language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr", "de", "it", "es", "pt", "nl")


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one language calls the parts of a page; everything in lower case, apostrophes straight."""

    months: dict[str, int]
    weekdays: frozenset[str]
    date_words: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    kickers: frozenset[str]
    bylines: frozenset[str]
    caption_starts: tuple[str, ...]
    caption_scenes: tuple[str, ...]
    link_verbs: tuple[str, ...]
    transcript: tuple[str, ...]
    translation: tuple[str, ...]
    attachment: tuple[str, ...]
    chrome: frozenset[str]
    beside_headings: tuple[str, ...]
    stopwords: frozenset[str]
    language_names: dict[str, str]


@cache
def page_words(language: str) -> PageWords:
    """Give the page words of one of `LANGUAGES`."""
    data = tomllib.loads((files("tenu.document") / "languages" / f"{language}.toml").read_text("utf-8"))
    return PageWords(
        months={name: number for number, names in enumerate(data["months"], 1) for name in names},
        weekdays=frozenset(data["weekdays"]),
        date_words=frozenset(data["date_words"]),
        published=frozenset(data["published"]),
        updated=frozenset(data["updated"]),
        kickers=frozenset(data["kickers"]),
        bylines=frozenset(data.get("bylines", ())),
        caption_starts=tuple(data.get("caption_starts", ())),
        caption_scenes=tuple(data.get("caption_scenes", ())),
        link_verbs=tuple(data.get("link_verbs", ())),
        transcript=tuple(data.get("transcript", ())),
        translation=tuple(data.get("translation", ())),
        attachment=tuple(data.get("attachment", ())),
        chrome=frozenset(data.get("chrome", ())),
        beside_headings=tuple(data.get("beside_headings", ())),
        stopwords=frozenset(data["stopwords"].split()),
        language_names={name: code for code, names in data.get("language_names", {}).items() for name in names},
    )


def plain(words: str) -> str:
    """Give the words in lower case with straight apostrophes and single plain spaces, for looking them up."""
    return " ".join(words.lower().replace("’", "'").replace("ʼ", "'").split())
