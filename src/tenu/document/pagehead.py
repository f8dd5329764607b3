"""What a page says of itself beside its text: JSON-LD, OpenGraph, meta, time, hreflang."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tenu.document.mainpart import words_of
from tenu.document.words import plain
from tenu.record.document import Related

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_TITLE_METAS = ("og:title", "dcterms.title", "dc.title", "twitter:title")
_PUBLISHED_METAS = (
    "article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "pubdate",
    "publishdate", "publish_date", "date_published", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_DATED_METAS = ("date", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created")
"""These may be the day a page was made; the day that an article's `time` shows its readers goes before them."""

_UPDATED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
    "revised", "lastmod",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself: every field None or empty where it says nothing."""

    title: str | None
    published: str | None
    updated: str | None
    language: str | None
    url: str | None
    related: tuple[Related, ...]


def read_head(root: etree._Element) -> PageHead:
    """Read what a page says of itself; JSON-LD goes before OpenGraph and meta, and those before the title element."""
    metas = _metas(root)
    data = list(_linked_data(root))
    title = _first(data, "headline") or next((metas[name] for name in _TITLE_METAS if name in metas), None)
    published = _first(data, "datePublished") or next((metas[name] for name in _PUBLISHED_METAS if name in metas), None)
    updated = _first(data, "dateModified") or next((metas[name] for name in _UPDATED_METAS if name in metas), None)
    dated = next((metas[name] for name in _DATED_METAS if name in metas), None)
    day = _match(_DAY, published) or _match(_DAY, _time(root)) or _match(_DAY, dated)
    language = _language(root, metas) or _code(_first(data, "inLanguage"))
    return PageHead(
        title=_without_site(title or _title_element(root), metas.get("og:site_name")),
        published=day,
        updated=_later(_match(_MINUTE, updated) or _match(_DAY, updated), published),
        language=language,
        url=_link(root, "canonical") or metas.get("og:url"),
        related=tuple(_siblings(root, language)),
    )


def agree(words: str, title: str) -> bool:
    """Tell whether a heading and the head's title are one title: one holds the other, soft hyphens aside."""
    one, other = (plain(text).replace("\u00ad", "") for text in (words, title))
    return bool(one and other) and (one in other or other in one) and min(len(one), len(other)) > 3


def _metas(root: etree._Element) -> dict[str, str]:
    """Give every meta's content by its name in lower case, the first of each."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            metas.setdefault(name, content)
    return metas


def _linked_data(root: etree._Element) -> Iterator[dict[str, object]]:
    """Give the objects of a page's JSON-LD, those within a graph too; what is no JSON is left out."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting.extend(thing)
            elif isinstance(thing, dict):
                yield thing
                waiting.append(thing.get("@graph"))


_ARTICLES = (
    "article",
    "newsarticle",
    "report",
    "webpage",
    "blogposting",
    "governmentservice",
    "creativework",
    "pressrelease",
)


def _first(data: list[dict[str, object]], name: str) -> str | None:
    """Give a field of the first article among the page's objects."""
    for kinds in (_ARTICLES[:3], _ARTICLES):
        for thing in data:
            kind = thing.get("@type")
            names = kind if isinstance(kind, list) else [kind]
            value = thing.get(name)
            if any(str(k).lower() in kinds for k in names) and isinstance(value, str) and value.strip():
                return " ".join(value.split())
    return None


def _title_element(root: etree._Element) -> str:
    return " ".join(words_of(next(root.iter("title"), etree.Element("title"))).split())


_MARK = re.compile(r"\s[|–—·»]\s|\s+-\s+(?!.*\s-\s)")


def _without_site(words: str, site: str | None) -> str | None:
    """Give a title without the site's name that stands after a bar or dash: shorter than half of it, or named so."""
    before, *after = _MARK.split(words)
    if after and len(before) > 10 and (after[-1] == site or sum(map(len, after)) < 0.6 * len(before)):
        words = before
    return words or None


def _time(root: etree._Element) -> str | None:
    """Give the first `time` of an article or main part, else of the page where it has only one."""
    for part in (*root.iter("article"), *root.iter("main")):
        for time in part.iter("time"):
            return time.get("datetime")
    times = [time.get("datetime") for time in root.iter("time")]
    return times[0] if len(times) == 1 else None


def _language(root: etree._Element, metas: dict[str, str]) -> str | None:
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or metas.get("content-language")
    return _code(told or metas.get("og:locale"))


def _code(told: str | None) -> str | None:
    """Give the language of a tag such as `fr-CH` or `fr_FR`."""
    found = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", told or "")
    return found[0].lower() if found else None


def _link(root: etree._Element, relation: str) -> str | None:
    return next(
        (link.get("href") for link in root.iter("link") if link.get("rel") == relation and link.get("href")), None
    )


def _siblings(root: etree._Element, language: str | None) -> Iterator[Related]:
    """Give the same page in other languages, as the head's hreflang links name it."""
    for link in root.iter("link"):
        code = (link.get("hreflang") or "").lower().partition("-")[0]
        if "alternate" in (link.get("rel") or "") and link.get("href") and code not in ("", "x", language):
            yield Related("translation", code, 0, 0, link.get("href"))


def _match(pattern: re.Pattern[str], words: str | None) -> str | None:
    found = pattern.match(words or "")
    return found[0] if found else None


def _later(updated: str | None, published: str | None) -> str | None:
    """Give the time of the update, None where it is only that of the publication again."""
    return None if updated is None or (published or "").startswith(updated) else updated
