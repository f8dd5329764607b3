"""Who a noun phrase is: the actors behind a head, by the names found in the document, else by the phrase itself."""

from tenu.reading.analysis import Analysis
from tenu.reading.frames.phrases import bounds, members, without_determiner
from tenu.reading.names import Entity, MentionKind, Names

_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP})
_ACTING = _PEOPLE | {MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.NAME}
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})


class Who:
    """Answers for heads of phrases in the sentences of one document; each answer is worked out once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[tuple[int, int], Entity | None] = {}

    def entity(self, analysis: Analysis, head: int) -> Entity | None:
        """Give the entity that the phrase of a head names, or None where it names nobody and nothing."""
        key = (analysis.start, head)
        if key not in self._known:
            start, end = bounds(analysis, without_determiner(analysis, members(analysis, head)))
            self._known[key] = self._names.describe(analysis, start, end)
        return self._known[key]

    def actors(self, analysis: Analysis, head: int) -> tuple[Entity, ...]:
        """Give those who act: each one behind “they” or “the two leaders” where the text tells who they are."""
        entity = self.entity(analysis, head)
        if entity is None:
            return ()
        return entity.members or (entity.as_actor(),)

    def may_act(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a person, a body, a country or a group of them."""
        entity = self.entity(analysis, head)
        return entity is not None and (entity.kind in _ACTING or entity.seat is not None)

    def is_person(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a person, or for persons."""
        entity = self.entity(analysis, head)
        return entity is not None and entity.kind in _PEOPLE

    def is_place(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a place or a country."""
        entity = self.entity(analysis, head)
        return entity is not None and entity.kind in _PLACES
