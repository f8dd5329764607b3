"""Lead every mention, pronoun and noun phrase of a document to the fullest name that the document gives."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from tenu.reading.analysis import Analysis, Token
from tenu.reading.cldr import territories
from tenu.reading.names.atoms import ATOM, fold
from tenu.reading.names.clusters import (
    Cluster,
    cluster_bodies,
    cluster_by_key,
    cluster_persons,
    content,
    full_name,
    fullest,
)
from tenu.reading.names.lexicon import Lexicon, lexicon, match
from tenu.reading.names.mention import Entity, Mention, MentionKind
from tenu.reading.names.phrase import bare_phrase, head_of
from tenu.reading.names.pronouns import actor_before, antecedent, partners
from tenu.reading.names.voices import joint_voices

DEFINITE = frozenset(["the", "les", "le", "la", "these", "ces"])
DEFINITE_STARTS = ("the ", "les ", "ces ")
INDEFINITE = frozenset(["a", "an", "un", "une", "another", "chaque", "each", "any", "some", "no", "aucun", "aucune"])


def resolve(
    mentions: Sequence[Mention], analyses: Sequence[Analysis], language: str = "", country: str | None = None
) -> "Names":
    """Give the entities of a document from its mentions, in document order, and its analyses.

    `country` (ISO 3166-1 alpha-3) is the publisher's, for whom “we” stands in a statement by its head of state.
    """
    tongue = language or (analyses[0].language if analyses else "en")
    return Names(mentions, analyses, lexicon(tongue if tongue in ("fr", "en") else "en"), country)


class Names:
    """Who the mentions, pronouns and noun phrases of one document stand for."""

    def __init__(
        self, mentions: Sequence[Mention], analyses: Sequence[Analysis], words: Lexicon, country: str | None = None
    ) -> None:
        self.mentions, self.analyses, self.words, self.country = tuple(mentions), analyses, words, country
        self._starts = [analysis.start for analysis in analyses]
        self._by_sentence: list[list[Mention]] = [[] for _ in analyses]
        for mention in mentions:
            self._by_sentence[mention.sentence].append(mention)
        persons = cluster_persons(mentions, words)
        others = [
            *cluster_bodies(mentions, self._behind()),
            *(c for kind in _KEYED for c in cluster_by_key(mentions, kind)),
        ]
        self._entities: dict[tuple[int, int], Entity] = {}
        self._persons = [(cluster, self._keep(cluster)) for cluster in persons]
        for cluster in others:
            self._keep(cluster)
        for mention in mentions:
            if mention.kind is MentionKind.OFFICE:
                self._keep_office(mention)

    @cached_property
    def entities(self) -> list[Entity]:
        """The named entities, in the order in which they first appear."""
        unique = {id(e): e for _, e in sorted(self._entities.items())}
        return list(unique.values())

    @cached_property
    def voices(self) -> tuple[Entity, ...]:
        """Those who speak together as “we” in a joint statement; nobody in another text."""
        return joint_voices(self)

    def state(self, iso: str) -> Entity:
        """Give a country by the fullest name that the document gives it, else by its usual name."""
        told = next((e for e in self.entities if e.kind is MentionKind.COUNTRY and e.iso == iso), None)
        territory = territories()[iso]
        usual = territory.fr if self.words.language == "fr" else territory.en
        return told or Entity(usual, MentionKind.COUNTRY, iso, f"country/{iso}")

    def of(self, start: int, end: int) -> Entity | None:
        """Give the entity of the mention at a place, or of the longest mention within it; None where there is none."""
        exact = self._entities.get((start, end))
        if exact is not None:
            return exact
        inside = [m for m in self.within(start, end) if m.kind is not MentionKind.ADJECTIVE]
        return self._entities.get((inside[0].start, inside[0].end)) if inside else None

    def entity_of(self, mention: Mention) -> Entity | None:
        """Give the entity of one of the document's mentions; None for an adjective, which names no actor."""
        return self._entities.get((mention.start, mention.end))

    def in_sentence(self, sentence: int) -> list[Mention]:
        """Give the mentions of a sentence, in order."""
        return self._by_sentence[sentence]

    def within(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie within a stretch, the longest first."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        found = [
            m
            for sentence in self._by_sentence[index : index + 1]
            for m in sentence
            if start <= m.start and m.end <= end
        ]
        return sorted(found, key=lambda m: (m.start - m.end, m.start))

    def pronoun(self, sentence: int, token: int) -> Entity | None:
        """Give whom a pronoun or possessive stands for; None where it stands for nobody or the text leaves it open."""
        word = self.analyses[sentence].tokens[token]
        kind = self.words.pronouns.get(word.text.casefold().lstrip("-").removeprefix("t-"))
        analysis = self.analyses[sentence]
        if (
            kind is None
            or word.relation == "expl"
            or self.words.impersonal.match(analysis.text, word.start - analysis.start)
        ):
            return None
        found = antecedent(self, sentence, word.start, kind)
        if (found is None or (not found.named and found.kind is MentionKind.NAME)) and self._is_willing(analysis, word):
            return actor_before(self, sentence, word.start, kind) or found
        return found

    def _is_willing(self, analysis: Analysis, word: Token) -> bool:
        """Tell whether a pronoun does what only somebody can do: *he* asks, *she* promises."""
        return word.relation == "nsubj" and analysis.tokens[word.head].lemma in self.words.willing

    def fullest(self, start: int, end: int) -> str | None:
        """Give the fullest name of who is mentioned at a place; None where no name is known for it."""
        entity = self.of(start, end)
        return entity.name if entity is not None and entity.named else None

    def meant_by(self, start: int, end: int) -> str | None:
        """Give the fullest name of whom the pronoun at a place stands for; None where that is open."""
        sentence = max(bisect_right(self._starts, start) - 1, 0)
        token = next(iter(self.analyses[sentence].within(start, end)), None)
        entity = None if token is None else self.pronoun(sentence, token.i)
        return None if entity is None else entity.name

    def describe(self, sentence: int, start: int, end: int) -> Entity:
        """Give who a noun phrase is: an entity where it holds a name at its head, or one named by its own words.

        `start` and `end` are the phrase's, in code points; the phrase lies in the sentence with that index.
        """
        analysis = self.analyses[sentence]
        head = head_of(analysis, start, end)
        if (
            head is not None
            and self.words.pronouns.get(head.text.casefold().lstrip("-").removeprefix("t-")) is not None
        ):
            found = self.pronoun(sentence, head.i)
            if found is not None:
                return found
        mention = self._heading(sentence, start, end, head)
        if mention is not None:
            entity = self._entities.get((mention.start, mention.end))
            if entity is not None and entity.named:
                return entity
        return self._unnamed(analysis, sentence, start, end, mention)

    def _heading(self, sentence: int, start: int, end: int, head: Token | None) -> Mention | None:
        """Give the longest mention that holds the head of a phrase."""
        held = [m for m in self._by_sentence[sentence] if m.start < end and m.end > start]
        if head is not None:
            held = [m for m in held if m.start <= head.start < m.end]
        named = [m for m in held if m.kind is not MentionKind.ADJECTIVE] or held
        return max(named, key=lambda m: m.end - m.start, default=None)

    def _unnamed(self, analysis: Analysis, sentence: int, start: int, end: int, mention: Mention | None) -> Entity:
        phrase = bare_phrase(analysis, start, end)
        known = self._small_body(phrase, start)
        if known is not None:
            return known
        members = partners(self, sentence, start, phrase)
        if mention is not None and mention.kind is MentionKind.GROUP and not members:
            phrase = self._taken_up(phrase, analysis, start) or phrase
        kind = mention.kind if mention else MentionKind.NAME
        country = mention.iso if mention and kind is MentionKind.GOVERNMENT else None
        gender = mention.gender if mention else ""
        return Entity(phrase, kind, country, None, None, gender, named=False, members=members)

    def _small_body(self, phrase: str, start: int) -> Entity | None:
        """Give the body that “the Committee”, “le Conseil” takes up: the last one before with that noun in its name."""
        atoms = [fold(word) for word in ATOM.findall(phrase)]
        if len(atoms) != 1 or match(self.words.body_heads, tuple(atoms), 0) is None:
            return None
        known = self._bodies_by_word.get(atoms[0], [])
        before = bisect_left(known, start, key=lambda mention: mention.start)
        return self._entities[known[before - 1].start, known[before - 1].end] if before else None

    @cached_property
    def _bodies_by_word(self) -> dict[str, list[Mention]]:
        """Give the mentions of bodies in order, by each word of the body's name."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            entity = self._entities.get((mention.start, mention.end))
            if mention.kind is MentionKind.ORGANISATION and entity is not None:
                for word in {fold(word) for word in ATOM.findall(entity.name)}:
                    found.setdefault(word, []).append(mention)
        return found

    def _taken_up(self, phrase: str, analysis: Analysis, start: int) -> str | None:
        """Give the longer words that a group had before: “les ministres” for “ministres de la Défense des pays …”."""
        noun = fold(phrase)
        before = ATOM.findall(analysis.text[max(0, start - analysis.start - 6) : start - analysis.start])
        definite = (bool(before) and fold(before[-1]) in DEFINITE) or fold(
            analysis.text[start - analysis.start :][:4]
        ).startswith(DEFINITE_STARTS)
        if not definite or len(ATOM.findall(phrase)) != 1:
            return None
        phrases = (
            self._whole_phrase(mention) for mention in self._groups_by_name.get(noun, ()) if mention.start < start
        )
        return next((longer for longer in phrases if len(longer) > len(phrase)), None)

    @cached_property
    def _groups_by_name(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.kind is MentionKind.GROUP:
                found.setdefault(fold(mention.name), []).append(mention)
        return found

    def _whole_phrase(self, mention: Mention) -> str:
        analysis = self.analyses[mention.sentence]
        below = [analysis.tokens[i] for i in analysis.subtree(mention.head)] if analysis.tokens else []
        behind = [t for t in below if t.end > mention.start]
        end = max((t.end for t in behind), default=mention.end)
        return bare_phrase(analysis, mention.start, end)

    def _behind(self) -> dict[int, str]:
        """Give the two code points behind each mention."""
        after = {}
        for mention in self.mentions:
            analysis = self.analyses[mention.sentence]
            place = mention.end - analysis.start
            after[mention.end] = analysis.text[place : place + 2]
        return after

    def _keep(self, cluster: Cluster) -> Entity:
        best = fullest(cluster)
        known = next((m for m in cluster.mentions if m.id), best)
        name = full_name(cluster)
        names = dict.fromkeys(m.name for m in cluster.mentions if m.name != name)
        entity = Entity(
            name,
            cluster.kind,
            known.iso if cluster.kind in (MentionKind.COUNTRY, MentionKind.GOVERNMENT) else None,
            known.id,
            best.seat,
            cluster.votes(),
            named=cluster.kind is not MentionKind.GROUP,
            office=next((m.office for m in cluster.mentions if m.office), None),
            aliases=tuple(names),
            mentions=tuple(cluster.mentions),
        )
        for mention in cluster.mentions:
            self._entities[mention.start, mention.end] = entity
        return entity

    def _keep_office(self, mention: Mention) -> None:
        """Let an office alone (“le ministre”) be the person of the document who bears it."""
        self._entities[mention.start, mention.end] = Entity(
            mention.name,
            MentionKind.OFFICE,
            gender=mention.gender,
            named=False,
            office=mention.office,
            mentions=(mention,),
        )
        if self._is_indefinite(mention):
            return
        asked = content(mention.name, self.words)
        fitting = [(c, e) for c, e in self._persons if any(_bears(office, asked, mention, c) for office in c.offices)]
        fitting = fitting or self._in_other_words(mention, asked) or self._counterpart(mention, asked)
        if not fitting:
            return
        before = [(c, e) for c, e in fitting if c.mentions[0].start < mention.start]
        nearest = min(before or fitting, key=lambda ce: min(abs(mention.start - m.start) for m in ce[0].mentions))
        self._entities[mention.start, mention.end] = nearest[1]

    def _in_other_words(self, mention: Mention, asked: frozenset[str]) -> list[tuple[Cluster, Entity]]:
        """Give the only person whose office can go by these words too: “le chef du DFAE” is a federal councillor."""
        titles = [one for one, other in self.words.same_office if asked & other]
        titles += [one for one, other in self.words.alike_offices if other <= asked]
        found = [
            (c, e)
            for c, e in self._persons
            for one in titles
            if any(one <= office for office in c.offices) and not _at_odds(mention, c, e)
        ]
        return found[:1] if len({id(e) for _, e in found}) == 1 else []

    def _counterpart(self, mention: Mention, asked: frozenset[str]) -> list[tuple[Cluster, Entity]]:
        """Give the only person before who holds office in the country of “his Norwegian counterpart”."""
        if mention.country is None or not asked & self.words.counterparts:
            return []
        found = [
            (c, e)
            for c, e in self._persons
            if c.country == mention.country and c.mentions[0].start < mention.start and not _at_odds(mention, c, e)
        ]
        return found if len({id(e) for _, e in found}) == 1 else []

    def _is_indefinite(self, mention: Mention) -> bool:
        analysis = self.analyses[mention.sentence]
        before = ATOM.findall(analysis.text[: mention.start - analysis.start][-12:])
        return bool(before) and fold(before[-1]) in INDEFINITE


_KEYED = (MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.PLACE, MentionKind.GROUP)


def _at_odds(mention: Mention, cluster: Cluster, entity: Entity) -> bool:
    """Tell whether gender or country keep an office from being a person's."""
    gender = bool(mention.gender and entity.gender and mention.gender != entity.gender)
    return gender or bool(mention.country and mention.country != (cluster.country or "CHE"))


def _bears(office: frozenset[str], asked: frozenset[str], mention: Mention, cluster: Cluster) -> bool:
    """Tell whether a person's office answers to the words of an office alone."""
    if mention.country and cluster.country and mention.country != cluster.country:
        return False
    return bool(asked) and asked <= office
