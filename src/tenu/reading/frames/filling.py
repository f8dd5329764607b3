"""Fill a frame's slots with the arguments of its word, and look beside them where parsers hang things elsewhere."""

from collections.abc import Mapping

from tenu.reading.analysis import Analysis, once_a_word
from tenu.reading.frames.arguments import Arguments, arguments
from tenu.reading.frames.frame import GRAMMATICAL, Frame, Lexicon, Place, Slot
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.judge import Judge
from tenu.reading.frames.phrases import VERBAL
from tenu.record import Role

_ATTRIBUTES = ("compound", "amod", "nmod:unmarked")
_NOUNS = frozenset({"NOUN", "PROPN"})


class Filling:
    """The parts of one candidate while its slots are filled."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, grammar: Grammar, judge: Judge) -> None:
        self.analysis, self.lexicon, self.grammar, self.judge = analysis, lexicon, grammar, judge
        self.actors: list[tuple[Role, int]] = []
        self.items: list[int] = []
        self.places: list[int] = []
        self.occasions: list[int] = []
        self.missing: list[str] = []

    @property
    def taken(self) -> set[int]:
        """The heads that play a part already."""
        return {head for _, head in self.actors} | set(self.items)

    def may_act(self, head: int) -> bool:
        """Tell whether a head stands for somebody who can act."""
        return self.judge.may_act(self.analysis, head)

    def lacks(self, frame: Frame, own: Arguments, noun: int | None = None) -> str | None:
        """Give a place that has to be filled and cannot be: nine frames in ten fail so, before any other is filled."""
        for place in frame.needed:
            if not any(self._fits(place.slot, head) for head in self._heads(place, own, noun)):
                return place.words[0]
        return None

    def fill(
        self, places: tuple[Place, ...], own: Arguments, inner: tuple[Place, ...], noun: int | None = None
    ) -> None:
        """Fill the slots with the arguments, and the inner slots with those of the noun or verb in a listed place.

        It stops at the first that must be filled and is not. For a `noun`, prepositions are looked for beside it too,
        on the verb above and along its own phrase.
        """
        for place in places:
            if self.missing:
                return
            if place.slot.empty:
                if (place.words == ("content",) and own.content is not None) or heads_at(own, place):
                    self.missing.append(f"nothing as {place.words[0]}")
                continue
            if self._is_told_already(place, places, own):
                continue
            if place.words == ("content",):
                fitting = self._content(place.slot, own.content, inner)
            else:
                fitting = self.take(place.slot, self._heads(place, own, noun))
                if place.slot.lists:
                    for head in fitting:
                        self._inner(head, inner)
            if place.slot.required and not fitting:
                self.missing.append(place.words[0])

    def _heads(self, place: Place, own: Arguments, noun: int | None) -> list[int]:
        """Give the heads that stand in a place, or beside it where parsers hang things elsewhere."""
        heads = heads_at(own, place) or self._on_object(own, place) or self._beside(noun, place)
        if not heads and noun is not None and place.words == ("subject",) and place.slot.required:
            return self._attributes(noun)
        return heads

    def _is_told_already(self, place: Place, places: tuple[Place, ...], own: Arguments) -> bool:
        """Tell whether a clause of content names what a preposition would name otherwise: *committed to help* Peru."""
        either = place.slot.item and not place.slot.lists and not place.slot.required
        if not either or own.content is None or set(place.words) & set(GRAMMATICAL):
            return False
        return any(other.words == ("content",) and other.slot.item for other in places)

    def add_attribute(self, noun: int, frame: Frame, own: Arguments) -> None:
        """Take a name or a country's adjective before a noun for its subject: *the EU decision*, *l’aide suisse*."""
        slot = next((place.slot for place in frame.slots if place.words == ("subject",)), None)
        if slot is None or slot.role is None or any((slot.role, head) in self.actors for head in own.subject):
            return
        known = {head for role, head in self.actors if role is slot.role}
        self.actors.extend((slot.role, head) for head in self._attributes(noun) if head not in known)

    def _attributes(self, noun: int) -> list[int]:
        """Give the names and the countries' adjectives before a noun to which it belongs."""
        beside = [c for c in self.analysis.children(noun) if self.analysis.tokens[c].deprel.startswith(_ATTRIBUTES)]
        return [child for child in beside if self.judge.may_own(self.analysis, child)]

    def _on_object(self, own: Arguments, place: Place) -> list[int]:
        """Look for a preposition's phrase along the object: parsers differ on what “a kit to the hospital” hangs on."""
        words = self._prepositions(place)
        return next((found for head in own.object if words and (found := self._along(head, words, head))), [])

    def _beside(self, noun: int | None, place: Place) -> list[int]:
        """Look for a noun's phrase where it hangs elsewhere: the *visit* of the minister *to Lima*."""
        if noun is None or not (words := self._prepositions(place)):
            return []
        if found := self._along(noun, words, noun + 1):
            return found
        verb = self.analysis.tokens[noun].head
        if verb == noun or self.analysis.tokens[verb].upos not in VERBAL:
            return []
        oblique = arguments(self.analysis, verb, self.grammar).oblique
        return [h for word in words for h in oblique.get(word, ()) if h > noun]

    def _prepositions(self, place: Place) -> list[str]:
        """Give the prepositions of a place whose phrase may hang elsewhere: all but the genitive."""
        return [word for word in place.words if word not in GRAMMATICAL and word not in self.grammar.genitive]

    def _along(self, head: int, words: list[str], first: int) -> list[int]:
        """Give the phrases under these prepositions on the first noun that has one, of a phrase's from `first` on."""
        for below, oblique in _obliques_along(self.analysis, head, self.grammar):
            if below >= first and (found := [h for word in words for h in oblique.get(word, ())]):
                return found
        return []

    def take(self, slot: Slot, heads: list[int]) -> list[int]:
        """Put the heads that fit a slot where they belong, and give them."""
        fitting = [head for head in heads if self._fits(slot, head)]
        if slot.item and slot.lists and fitting:
            fitting = [head for head in heads if head in fitting or self._stands_beside(head, fitting)]
        for head in fitting:
            if slot.role is not None:
                self.actors.append((slot.role, head))
            if slot.item:
                self.items.append(head)
            if slot.place:
                self.places.append(head)
            if slot.lists and slot.role is None and not slot.item and not slot.place:
                self.occasions.append(head)
        return fitting

    def _stands_beside(self, head: int, goods: list[int]) -> bool:
        """Tell whether a noun is coordinated with one that is known for goods: *chemicals* and equipment."""
        tokens = self.analysis.tokens
        joined = any(
            tokens[a].deprel.startswith("conj") and tokens[a].head == b
            for one in goods
            for a, b in ((head, one), (one, head))
        )
        return joined and tokens[head].upos == "NOUN" and not self.may_act(head)

    def _fits(self, slot: Slot, head: int) -> bool:
        if slot.lists and not self._is_listed(slot, head):
            return False
        return slot.role is None or self.may_act(head)

    def _is_listed(self, slot: Slot, head: int) -> bool:
        return any(self._listed(head, name) for name in slot.lists)

    def _listed(self, head: int, name: str) -> bool:
        if name == "person":
            return self.judge.is_person(self.analysis, head)
        if name == "actor":
            return self.may_act(head)
        if name == "organisation":
            return self.judge.is_organisation(self.analysis, head)
        if name == "place" and self.judge.is_place(self.analysis, head):
            return True
        if name == "aid" and self.judge.is_sum(self.analysis, head):
            return True
        return self.analysis.tokens[head].lemma.lower() in self.lexicon.nouns[name]

    def _content(self, slot: Slot, verb: int | None, inner: tuple[Place, ...]) -> list[int]:
        if verb is None or (slot.lists and not self._fits(slot, verb)):
            return []
        if slot.item:
            self.items.extend(self._told_by(verb))
        self._inner(verb, inner)
        return [verb]

    def _told_by(self, verb: int) -> tuple[int, ...]:
        """Give what a clause of content is about: its object, what it says to exist, else the clause itself."""
        below = arguments(self.analysis, verb, self.grammar)
        things = tuple(h for h in below.object if self.analysis.tokens[h].lemma not in self.grammar.reflexive)
        if not things and self.analysis.tokens[verb].lemma in self.lexicon.moods["existing"]:
            return below.subject or (verb,)
        goods = tuple(h for word in self.grammar.company for h in below.oblique.get(word, ()))
        if things and goods and all(self.may_act(head) for head in things):
            return goods  # provide Peru *with radars*
        return things or (verb,)  # “décidé de *se* rallier aux sanctions” is about the sanctions

    def _inner(self, head: int, inner: tuple[Place, ...]) -> None:
        below = arguments(self.analysis, head, self.grammar)
        for place in inner:
            told = self.take(place.slot, heads_at(below, place)) or self.take(place.slot, self._by_whom(head, place))
            if place.slot.required and not told:
                self.missing.append(place.words[0])

    def _by_whom(self, noun: int, place: Place) -> list[int]:
        """Give those by whom a participle says that a noun's thing is done: the efforts *made by the council*."""
        if not self.grammar.agent.intersection(place.words):
            return []
        participles = [c for c in self.analysis.subtree(noun) if self.analysis.tokens[c].deprel == "acl"]
        return [i for c in participles for i in arguments(self.analysis, c, self.grammar).subject if i > c]


@once_a_word
def _obliques_along(analysis: Analysis, i: int, grammar: Grammar) -> list[tuple[int, Mapping[str, tuple[int, ...]]]]:
    """Give each noun in the phrase of a head, from the head on, that has phrases under prepositions, with these."""
    nouns = [below for below in analysis.subtree(i) if below >= i and analysis.tokens[below].upos in _NOUNS]
    found = ((below, arguments(analysis, below, grammar).oblique) for below in nouns)
    return [(below, oblique) for below, oblique in found if oblique]


def heads_at(own: Arguments, place: Place) -> list[int]:
    """Give the arguments that stand in a place: by grammatical function, or under its prepositions."""
    found: list[int] = []
    for word in place.words:
        if word == "subject":
            found.extend(own.subject)
        elif word == "object":
            found.extend(own.object)
        elif word == "indirect":
            found.extend(own.indirect)
        else:
            found.extend(own.oblique.get(word, ()))
    return found
