"""The feed of changes (Atom, RFC 4287): documents that came, pages that changed, claims that people corrected."""

from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as Xml

from tenu.publishing.phrases import Language, phrase
from tenu.publishing.site.record import Record

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100


@dataclass(frozen=True, slots=True)
class News:
    """One entry: what is new, when, and where to read it."""

    id: str
    title: str
    at: datetime
    link: str | None = None


def feed_of(record: Record, language: Language) -> bytes:
    """Give the feed, the newest first."""
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language.value})
    news = sorted(_news(record, language), key=lambda one: (one.at, one.id), reverse=True)[:MOST]
    _add(feed, "id", f"urn:tenu:site:{language.value}")
    _add(feed, "title", record.title)
    _add(feed, "updated", (news[0].at if news else record.made_at).isoformat())
    _add(Xml.SubElement(feed, f"{{{ATOM}}}author"), "name", record.title)
    for one in news:
        entry = Xml.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", one.id)
        _add(entry, "title", one.title)
        _add(entry, "updated", one.at.isoformat())
        if one.link:
            Xml.SubElement(entry, f"{{{ATOM}}}link", {"href": one.link})
        _add(entry, "summary", one.title)
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def _news(record: Record, language: Language) -> list[News]:
    found = [
        News(
            f"urn:tenu:document:{one.id}", phrase("news-document", language, title=one.title or one.source), one.kept_at
        )
        for one in record.documents.values()
        if one.version == 1
    ]
    found += [
        News(
            _urn("document", one.document, one.number),
            phrase("news-changed", language, source=one.source),
            one.kept_at,
            "corrections.html",
        )
        for one in record.revisions
    ]
    for verdict in record.verdicts:
        matter = record.gathered.home.get(verdict.claim)
        told = phrase(f"news-{verdict.judgement.decision.value}", language, claim=verdict.claim[:10])
        link = f"matters/{matter.id}.html" if matter else "corrections.html"
        found.append(News(_urn("verdict", verdict.claim, verdict.number), told, verdict.at, link))
    return found


def _urn(*parts: object) -> str:
    return ":".join(("urn:tenu", *map(str, parts)))


def _add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, f"{{{ATOM}}}{name}").text = "".join(c for c in text if c >= " " or c in "\t\n")
