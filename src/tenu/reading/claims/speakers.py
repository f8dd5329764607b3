"""How the search for quotations asks who speaks: by the names found in the document."""

from bisect import bisect_right

from tenu.reading.claims.bearers import bearer
from tenu.reading.names import Entity, Names


class Speakers:
    """Answers with the fullest name that the document gives; offsets in code points of the document."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._starts = [analysis.start for analysis in names.analyses]

    def fullest(self, start: int, end: int) -> str | None:
        """Give the fullest name for who is mentioned from `start` to `end`."""
        sentence = self._sentence(start)
        if sentence is None:
            return None
        found = self._names.describe(sentence, start, end)
        tokens = self._names.analyses[sentence].within(start, end)
        inside = {token.i for token in tokens}
        head = next((t.i for t in tokens if t.head not in inside or t.head == t.i), None)
        named = bearer(self._names, sentence, head, found) if head is not None else None
        return self._name(named or found)

    def meant_by(self, start: int, end: int) -> str | None:
        """Give the fullest name of whom the pronoun from `start` to `end` stands for."""
        sentence = self._sentence(start)
        if sentence is None:
            return None
        tokens = self._names.analyses[sentence].within(start, end)
        entity = self._names.pronoun(sentence, tokens[0].i) if tokens else None
        return self._name(entity) if entity is not None else None

    def _sentence(self, start: int) -> int | None:
        place = bisect_right(self._starts, start) - 1
        return place if place >= 0 else None

    def _name(self, entity: Entity) -> str:
        return " and ".join(member.name for member in entity.members) or entity.name
