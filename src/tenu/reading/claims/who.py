"""Who a noun phrase is: the actors behind a head, by the names found in the document, else by the phrase itself."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tenu.reading.amounts import Amount, Measure
from tenu.reading.analysis import Analysis
from tenu.reading.claims.bearers import bearer
from tenu.reading.frames.phrases import bounds, members, without_determiner
from tenu.reading.names import Entity, Mention, MentionKind, Names
from tenu.reading.times import Time

_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP})
_ACTING = _PEOPLE | {MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.NAME}
_STATES_AND_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.COUNTRY, MentionKind.GOVERNMENT})
_OFFICES = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_NAME = 3  # capitalised words behind the first that still belong to a name
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})


class Who:
    """Answers for heads of phrases in the sentences of one document; each answer is worked out once."""

    def __init__(
        self, names: Names, people: Mapping[str, frozenset[str]], amounts: Sequence[Amount], times: Sequence[Time]
    ) -> None:
        """Take a document's names, amounts and times, and each language's nouns for people and bodies."""
        self._names, self._people = names, people
        self._order = {analysis.start: order for order, analysis in enumerate(names.analyses)}
        self._countries = {e.iso: e for e in reversed(names.entities) if e.iso and e.kind is MentionKind.COUNTRY}
        self._sums = [(amount.start, amount.end) for amount in amounts if amount.kind is Measure.MONEY]
        self._starts = [start for start, _ in self._sums]
        self._times = [time.start for time in times]
        self._known: dict[tuple[int, int], Entity] = {}
        self._phrases: dict[tuple[int, int], Sequence[int]] = {}
        self._mentions: dict[int, list[Mention]] = {}

    def entity(self, analysis: Analysis, head: int) -> Entity:
        """Give the entity that the phrase of a head names; one that is not `named` goes by the phrase itself."""
        key = (analysis.start, head)
        if key not in self._known and analysis.tokens[head].upos == "ADJ":
            self._known[key] = self._country_of(analysis, head)
        if key not in self._known:
            start, end = bounds(analysis, without_determiner(analysis, self.phrase(analysis, head)))
            sentence = self._order[analysis.start]
            found = self._names.describe(sentence, start, end)
            self._known[key] = bearer(self._names, sentence, head, found) or self._whole(analysis, start, end, found)
        return self._known[key]

    def phrase(self, analysis: Analysis, head: int) -> Sequence[int]:
        """Give the words of a head's phrase up to the first time in it: “mayors from the coast | *on Monday*”."""
        key = (analysis.start, head)
        if key not in self._phrases:
            self._phrases[key] = self._phrase(analysis, head)
        return self._phrases[key]

    def _phrase(self, analysis: Analysis, head: int) -> Sequence[int]:
        found = members(analysis, head)
        end = analysis.tokens[found[-1]].end
        place = bisect_left(self._times, analysis.tokens[head].end)
        if place == len(self._times) or self._times[place] >= end:
            return found
        kept = [i for i in found if analysis.tokens[i].end <= self._times[place]]
        while kept[-1] != head and analysis.tokens[kept[-1]].upos in {"ADP", "DET", "PUNCT", "CCONJ"}:
            kept.pop()
        return kept

    def _whole(self, analysis: Analysis, start: int, end: int, found: Entity) -> Entity:
        """Give a name that no list tells in full: the *Republic of Ardolia* is more than a republic."""
        words = analysis.text[start - analysis.start : end - analysis.start]
        untold = found.kind in {MentionKind.NAME, MentionKind.ORGANISATION} and found.id is None
        if not untold or " " in found.name or found.name.isupper() or not words.startswith(found.name):
            return found
        first, *others = analysis.within(start, end)
        rest = [token for token in others if token.upos not in {"ADP", "DET"}]
        proper = all(token.upos == "PROPN" for token in (first, *rest))
        return replace(found, name=words) if proper and 0 < len(rest) <= _NAME else found

    def _country_of(self, analysis: Analysis, head: int) -> Entity:
        """Give the country that an adjective names, by the fullest name that the document gives."""
        token = analysis.tokens[head]
        told = next(
            (m for m in self._names.within(token.start, token.end) if m.kind is MentionKind.ADJECTIVE and m.iso), None
        )
        if told is None:
            return Entity(token.text, MentionKind.NAME, named=False)
        return self._countries.get(told.iso or "") or Entity(token.text, MentionKind.COUNTRY, iso=told.iso)

    def actors(self, analysis: Analysis, head: int) -> tuple[Entity, ...]:
        """Give those who act: each one behind “they” or “the two leaders” where the text tells who they are."""
        entity = self.entity(analysis, head)
        return entity.members or (entity.as_actor(),)

    def mention(self, analysis: Analysis, head: int) -> Mention | None:
        """Give the longest mention of somebody or something that holds a head."""
        token = analysis.tokens[head]
        held = [m for m in self.mentions(analysis) if m.start <= token.start < m.end]
        return max(held, key=lambda m: m.end - m.start, default=None)

    def mentions(self, analysis: Analysis) -> Sequence[Mention]:
        """Give the mentions of a sentence that name an actor or a place, in order."""
        if analysis.start not in self._mentions:
            found = self._names.in_sentence(self._order[analysis.start])
            self._mentions[analysis.start] = [one for one in found if one.kind is not MentionKind.ADJECTIVE]
        return self._mentions[analysis.start]

    def named(self, mention: Mention) -> Entity | None:
        """Give the entity of a mention."""
        return self._names.entity_of(mention)

    def person(self, analysis: Analysis, head: int) -> Entity | None:
        """Give the person behind a head, by the name that the document gives; None for all others."""
        entity = self.entity(analysis, head)
        return entity if entity.named and entity.kind is MentionKind.PERSON else None

    def before(self, analysis: Analysis) -> Analysis | None:
        """Give the sentence before one of the document's; None for the first."""
        order = self._order[analysis.start]
        return self._names.analyses[order - 1] if order else None

    def may_act(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a person, a body, a country or a group of them."""
        entity = self.entity(analysis, head)
        if entity.members or entity.seat is not None:
            return True
        if entity.named or entity.kind is not MentionKind.NAME:
            return entity.kind in _ACTING
        token = analysis.tokens[head]
        return token.lemma.lower() in self._people[analysis.language] or token.upos == "PROPN"

    def may_own(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a word beside a noun is a body’s or country’s name, or a country’s adjective.

        A body goes by its noun with a capital too: “*Administration* efforts”.
        """
        entity, token = self.entity(analysis, head), analysis.tokens[head]
        mention = self.mention(analysis, head)
        if mention is not None and mention.start <= analysis.tokens[token.head].start < mention.end:
            return False  # “the Oslo Energy Forum” is one name
        if token.text[0].isupper() and token.upos != "ADJ" and token.lemma.lower() in self._people[analysis.language]:
            return True
        return entity.named and entity.kind in _ACTING and token.upos in {"ADJ", "PROPN"}

    def is_person(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a person, or for persons."""
        entity = self.entity(analysis, head)
        return entity.kind in _PEOPLE or bool(entity.members)

    def is_organisation(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for an organisation that the text names."""
        entity, mention = self.entity(analysis, head), self.mention(analysis, head)
        told = mention is not None and mention.kind is MentionKind.ORGANISATION
        return told and entity.named and entity.kind is MentionKind.ORGANISATION

    def is_state_or_body(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a country, its government or a body."""
        return self.entity(analysis, head).kind in _STATES_AND_BODIES

    def is_place(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a place or a country."""
        return self.entity(analysis, head).kind in _PLACES

    def is_town(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head stands for a place that is no country."""
        return self.entity(analysis, head).kind is MentionKind.PLACE

    def is_in_office(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head only says where an office is held: “the director *at the ministry*”."""
        start = analysis.tokens[head].start
        return any(m.kind in _OFFICES and m.start < start < m.end for m in self.mentions(analysis))

    def is_untold(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a head is a name of something that no list tells: behind *in*, *at*, *à* it is a place."""
        entity = self.entity(analysis, head)
        untold = all(mention.kind is MentionKind.NAME for mention in entity.mentions)
        return untold and (entity.named or entity.kind is MentionKind.NAME) and analysis.tokens[head].upos == "PROPN"

    def is_sum(self, analysis: Analysis, head: int) -> bool:
        """Tell whether the phrase of a head holds a sum of money."""
        start, end = bounds(analysis, members(analysis, head))
        place = bisect_left(self._starts, start)
        return any(s < end and start < e for s, e in self._sums[max(place - 1, 0) : place + 1])
