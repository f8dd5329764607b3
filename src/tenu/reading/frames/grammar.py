"""The few words of a language that the search for arguments has to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed lists of a language, by lemma or form; its `lexicon.toml` holds them in the table `grammar`."""

    prepositions: Mapping[str, str] = field(default_factory=dict)  # forms that stand for another: au → à
    agent: frozenset[str] = frozenset()  # prepositions that lead in the one who acts: par, by
    about: frozenset[str] = frozenset()  # what leads in the matter of a text or measure: sur, concernant, on
    company: frozenset[str] = frozenset()  # prepositions that lead in those who are met: with, avec
    hosting: frozenset[str] = frozenset()  # words that lead in a host: hosted by, à l’invitation de
    genitive: frozenset[str] = frozenset()  # de, of
    object_control: frozenset[str] = frozenset()  # verbs whose object does what the infinitive says: inviter, ask
    relative: frozenset[str] = frozenset()  # relative pronouns
    locative: frozenset[str] = frozenset()  # prepositions of place
    apart: frozenset[str] = frozenset()  # what tells of another time: après, avant, after, before
    during: frozenset[str] = frozenset()  # what opens a phrase of an occasion: lors, during
    where: frozenset[str] = frozenset()  # what opens a clause about a place: où, where
    dative: frozenset[str] = frozenset()  # prepositions that lead in the one who receives: à, to, for
    partitive: frozenset[str] = frozenset()  # articles that look like the genitive: des, du
    examples: frozenset[str] = frozenset()  # what leads in some of a group: dont, including
    degree: frozenset[str] = frozenset()  # words before a number that look like prepositions: around, up to, jusqu'à
    reflexive: frozenset[str] = frozenset()  # lemmas of the pronoun in se réunir
    bestowing: frozenset[str] = frozenset()  # reflexive verbs whose subject is given something: se voir décerner
    striving: frozenset[str] = frozenset()  # verbs whose purpose is what they tell: work, strive, œuvrer
    modal: frozenset[str] = frozenset()  # verbs that take an infinitive and no object of their own: aller, pouvoir
    hulls: frozenset[str] = frozenset()  # nouns and adverbs that only count or cut: series, partie, plus
    unaccusative: frozenset[str] = frozenset()  # verbs whose perfect looks like a passive: convenir, arriver
