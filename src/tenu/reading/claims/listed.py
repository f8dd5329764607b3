"""Places that a plural noun lists by name: “in the counties of *Elm, Oak, and Ash*”, “two cities: *Turku and Oslo*”."""

import re
from collections.abc import Iterator

from tenu.reading.analysis import Analysis
from tenu.reading.claims.who import Who
from tenu.reading.frames.grammar import Grammar
from tenu.record import Place

_NAME = re.compile(r"(?:(?:the|la|le|les) |l[’'])?([A-ZÀ-Þ][\w.’'-]*(?: (?:(?:of|de|du) |d[’'])?[A-ZÀ-Þ][\w’'-]*)*)")
_NEXT = re.compile(r"(?:, (?:and|et) | (?:and|et) |, )(?:(?:of|de|du|des) |d[’'])?")


def places_listed(analysis: Analysis, head: int, grammar: Grammar, who: Who) -> list[Place]:
    """Give the places that stand behind a plural noun and *of* or a colon; none for a noun that lists nothing.

    Names are read from the text, since a parser takes a county called Brook or Chambers for a common noun.
    """
    token = analysis.tokens[head]
    if token.feats.get("Number") != "Plur" or head + 1 >= len(analysis.tokens):
        return []
    lead = analysis.tokens[head + 1]
    if lead.text != ":" and lead.text.lower() not in {*grammar.genitive, *grammar.partitive}:
        return []
    known = {mention.start: who.named(mention) for mention in who.mentions(analysis)}
    found = []
    for name, start in _names(analysis.text, lead.end - analysis.start):
        entity = known.get(analysis.start + start)
        found.append(Place(name, entity.iso if entity is not None else None))
    return found


def _names(text: str, place: int) -> Iterator[tuple[str, int]]:
    place += len(text[place:]) - len(text[place:].lstrip())
    while (name := _NAME.match(text, place)) is not None:
        yield name[1].rstrip(".,"), name.start(1)
        after = _NEXT.match(text, name.end())
        if after is None:
            return
        place = after.end()
