"""Which part of a page is its own, and what only stands beside it: menus, footers, share buttons."""

import re

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


def main_part(root: etree._Element) -> etree._Element:
    """Give the element that holds a page's own text: what the page itself names so, else its body."""
    body = root.find("body")
    body = root if body is None else body
    whole = _weight(body)
    for candidates in (
        [e for e in body.iter() if (e.get("itemprop") or "").lower() in _ARTICLE_BODY],
        list(body.iter("article")),
        [*body.iter("main"), *(e for e in body.iter() if e.get("role") == "main")],
    ):
        best = max(candidates, key=_weight, default=None)
        if best is not None and _weight(best) >= max(200, 0.4 * whole):
            return best
    return body


def _weight(element: etree._Element) -> int:
    """Count the letters of an element's paragraphs that are not links."""
    return sum(len(words_of(p)) - sum(len(words_of(link)) for link in p.iter("a")) for p in element.iter("p"))


def words_of(element: etree._Element) -> str:
    """Give all the text within an element as it stands in the source."""
    return "".join(map(str, element.itertext()))
