"""Which part of a page is its own, and what only stands beside it: menus, footers, share buttons."""

import re
from dataclasses import dataclass

from lxml import etree

_BESIDE_TAGS = frozenset(("nav", "aside", "footer"))
_ROLES = "navigation banner contentinfo complementary search dialog alert menu menubar toolbar"
_BESIDE_ROLES = frozenset(_ROLES.split())
_BESIDE_MARKS = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|breadcrumbs?|footer|sidebar|side-?nav|share|sharing|shares|social|socials|"
    r"cookies?|consent|newsletter|related|recommended|read-?more|more-?news|most-?read|comments?|comment-?form|respond|"
    r"pagination|pager|skip|skip-?links?|toolbar|widgets?|advert|advertisement|ads|banner|popup|modal|subscribe|tags?|"
    r"tag-?list|print|screen-reader(?:-text)?|sr-only|visually-?hidden|visuallyhidden|hide-?text|aural|offscreen|"
    r"author-?box|login|searchform|teaser-?list)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNCOUNTED = frozenset(("a", "script", "style", "noscript", "nav", "footer", "aside", "template", "select", "option"))
_ARTICLE_BODY = ("articlebody", "text", "maincontentofpage")


def is_beside(element: etree._Element) -> bool:
    """Tell whether an element of the main part is none of its text: a menu, a footer, a row of share buttons."""
    if element.tag in _BESIDE_TAGS or (element.get("role") or "").lower() in _BESIDE_ROLES:
        return True
    if element.tag in ("body", "main", "article", "html"):
        return False
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_BESIDE_MARKS.search(marks)) and not _holds_most(element)


def _holds_most(element: etree._Element) -> bool:
    """Tell whether an element with a telling name holds paragraphs after all (some themes call all “widget”)."""
    return sum(len(words_of(paragraph)) for paragraph in element.iter("p")) > 1500


@dataclass(frozen=True, slots=True)
class MainPart:
    """The element that holds a page's own text; `named` where the page itself says so, else it is the whole body."""

    element: etree._Element
    named: bool


def main_part(root: etree._Element) -> MainPart:
    """Give the element that holds a page's own text: what the page itself names so, else its body."""
    body = root.find("body")
    body = root if body is None else body
    weights = _weights(body)
    for candidates in (
        [element for element in weights if (element.get("itemprop") or "").lower() in _ARTICLE_BODY],
        [element for element in weights if element.tag == "article"],
        [element for element in weights if element.tag == "main" or element.get("role") == "main"],
    ):
        best = max(candidates, key=weights.__getitem__, default=None)
        if best is not None and weights[best] >= max(1, 0.4 * weights[body]):
            return MainPart(best, named=True)
    return MainPart(body, named=False)


def _weights(body: etree._Element) -> dict[etree._Element, int]:
    """Count for each element the letters of the running text in it: stretches of 40 letters and more outside links."""
    weights: dict[etree._Element, int] = {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            weights[element] = _running(element.text) if element.tag not in _UNCOUNTED else 0
        else:
            parent = element.getparent()
            if element is not body and parent is not None:
                counted = weights[element] if element.tag not in _UNCOUNTED else 0
                weights[parent] += counted + (_running(element.tail) if parent.tag not in _UNCOUNTED else 0)
    return weights


def _running(words: str | None) -> int:
    length = len(words.strip()) if words else 0
    return length if length >= 40 else 0


def words_of(element: etree._Element) -> str:
    """Give all the text within an element as it stands in the source."""
    return "".join(map(str, element.itertext()))
