"""Which mentions of a document name the same person, body or country."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tenu.reading.names.atoms import ATOM, fold
from tenu.reading.names.lexicon import Lexicon, given_names
from tenu.reading.names.mention import Mention, MentionKind
from tenu.reading.names.runs import PARTICLES, SUFFIXES


@dataclass(slots=True)
class Cluster:
    """Mentions that name one thing, and what they tell about it."""

    kind: MentionKind
    mentions: list[Mention] = field(default_factory=list)
    offices: list[frozenset[str]] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    country: str | None = None

    def votes(self) -> str:
        """Give the gender that most mentions tell, or nothing."""
        told = [m.gender for m in self.mentions if m.gender]
        return max(sorted(set(told)), key=told.count) if told else ""


def name_atoms(name: str) -> tuple[str, ...]:
    """Give a name's atoms folded, without “Jr.” and the like."""
    atoms = tuple(fold(word) for word in ATOM.findall(name))
    while len(atoms) > 1 and atoms[-1] in SUFFIXES:
        atoms = atoms[:-1]
    return atoms


def content(phrase: str, words: Lexicon) -> frozenset[str]:
    """Give a phrase's atoms folded, without articles and links."""
    return frozenset(
        a for w in ATOM.findall(phrase) if (a := fold(w)) not in words.articles and a not in words.office_links
    )


def same_person(full: tuple[str, ...], other: tuple[str, ...], words: Lexicon) -> bool:
    """Tell whether a shorter name can be that of a longer one: by family name, given names and initials."""
    if len(other) == 1:
        return (
            other[0] == full[-1]
            or (other[0] == full[0] and other[0] in given_names())
            or (other[0] in full and len(full) > 2)
        )
    if other == full[-len(other) :] or other == full[: len(other)]:
        return True
    if other[-1] != full[-1]:
        return set(other) <= set(full)
    return _same_given(full[0], other[0], words)


def _same_given(one: str, other: str, words: Lexicon) -> bool:
    long_one, long_other = words.nicknames.get(one, one), words.nicknames.get(other, other)
    if long_one == long_other or one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one in PARTICLES or other in PARTICLES


def cluster_persons(mentions: Sequence[Mention], words: Lexicon) -> list[Cluster]:
    """Join the mentions of persons, fullest names first."""
    clusters: list[Cluster] = []
    named = [m for m in mentions if m.kind is MentionKind.PERSON]
    for mention in sorted(named, key=lambda m: (-len(name_atoms(m.name)), m.start)):
        atoms = name_atoms(mention.name)
        fitting = [
            c for c in clusters if any(same_person(name, atoms, words) for name in c.names) and not _clash(c, mention)
        ]
        cluster = _nearest(fitting, mention) if fitting else None
        if cluster is None:
            cluster = Cluster(MentionKind.PERSON)
            clusters.append(cluster)
        cluster.mentions.append(mention)
        if atoms not in cluster.names:
            cluster.names.append(atoms)
        if mention.office:
            cluster.offices.append(content(mention.office, words))
        cluster.country = cluster.country or mention.country
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.start)
    return clusters


def _clash(cluster: Cluster, mention: Mention) -> bool:
    gender = cluster.votes()
    return bool(gender and mention.gender and gender != mention.gender)


def _nearest(clusters: list[Cluster], mention: Mention) -> Cluster:
    return min(clusters, key=lambda c: min(abs(m.start - mention.start) for m in c.mentions))


def cluster_bodies(mentions: Sequence[Mention], text_between: dict[int, str]) -> list[Cluster]:
    """Join the mentions of organisations, by id, by name, and by the acronym that stands behind a name in brackets.

    `text_between` gives, for a mention's end, the two code points that follow it.
    """
    clusters: list[Cluster] = []
    by_key: dict[str, Cluster] = {}
    previous: tuple[Mention, Cluster] | None = None
    for mention in (m for m in mentions if m.kind in (MentionKind.ORGANISATION, MentionKind.NAME)):
        key = mention.id or "".join(name_atoms(mention.name))
        cluster = by_key.get(key)
        bracketed = (
            previous is not None and mention.start == previous[0].end + 2 and text_between.get(previous[0].end) == " ("
        )
        if bracketed and previous is not None and _abbreviates(mention, previous[0]):
            cluster = _joined(clusters, by_key, previous[1], cluster)
        if cluster is None:
            cluster = Cluster(MentionKind.ORGANISATION)
            clusters.append(cluster)
        by_key[key] = cluster
        cluster.mentions.append(mention)
        if previous is None or mention.end > previous[0].end:
            previous = (mention, cluster)
    return clusters


def _abbreviates(short: Mention, long: Mention) -> bool:
    """Tell whether words in brackets are the short form of the name before them."""
    if long.kind is MentionKind.NAME and not short.id:
        return not short.name.isupper() or len(short.name) > 2
    if short.id is None or short.id == long.id:
        return True
    initials = [atom[0] for atom in name_atoms(long.name)]
    return long.id is None and all(letter in initials for letter in name_atoms(short.name)[0])


def _joined(clusters: list[Cluster], by_key: dict[str, Cluster], first: Cluster, other: Cluster | None) -> Cluster:
    if other is not None and other is not first:
        first.mentions.extend(other.mentions)
        clusters.remove(other)
        for key, cluster in by_key.items():
            if cluster is other:
                by_key[key] = first
    return first


def cluster_by_key(mentions: Sequence[Mention], kind: MentionKind) -> list[Cluster]:
    """Join the mentions of one kind by country, or by their words."""
    found: dict[str, Cluster] = {}
    for mention in mentions:
        if mention.kind is kind:
            key = mention.iso or mention.seat or "".join(name_atoms(mention.name))
            found.setdefault(key, Cluster(kind)).mentions.append(mention)
    return list(found.values())


def fullest(cluster: Cluster) -> Mention:
    """Give the mention with the fullest name: a known body's by its list, a person's by its parts, else the longest."""
    if cluster.kind is MentionKind.PERSON:
        return max(cluster.mentions, key=lambda m: (len(name_atoms(m.name)), len(re.sub(r"\W", "", m.name)), -m.start))
    if cluster.kind is MentionKind.ORGANISATION:
        ranked = [m for m in cluster.mentions if m.id]
        unlisted = [m for m in cluster.mentions if not m.id and not m.name.isupper()]
        if ranked and not any(len(m.name) > 12 for m in unlisted if min(r.rank for r in ranked) > 0):
            return min(ranked, key=lambda m: (m.rank, -len(m.name), m.start))
        return max(unlisted or cluster.mentions, key=lambda m: (len(m.name), -m.start))
    return max(cluster.mentions, key=lambda m: (len(m.name), -m.start))


def full_name(cluster: Cluster) -> str:
    """Give the fullest name; where a document has a family name alone, with its office or title: “President Biden”."""
    best = fullest(cluster)
    if cluster.kind is not MentionKind.PERSON or len(name_atoms(best.name)) > 1:
        return best.name
    before = [m.text[: m.name_end - m.start] for m in cluster.mentions if m.name_start > m.start]
    return max(before, key=lambda text: (len(text.split()) <= 4, before.count(text), len(text)), default=best.name)
