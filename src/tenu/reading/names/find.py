"""Find who and what a document's sentences name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from tenu.reading.analysis import Analysis
from tenu.reading.names.atoms import Atoms
from tenu.reading.names.bodies import body_at, government_at
from tenu.reading.names.capitals import proper_words
from tenu.reading.names.gazetteer import Found, known_names
from tenu.reading.names.groups import group_at
from tenu.reading.names.lexicon import Lexicon, given_names, lexicon, match, ordinary_words
from tenu.reading.names.mention import Mention, MentionKind
from tenu.reading.names.persons import Person, persons
from tenu.reading.names.phrase import phrase_before
from tenu.reading.names.runs import PARTICLES, name_run
from tenu.reading.names.sentence import Sentence


@cache
def no_names() -> frozenset[str]:
    """Give the words in capitals that name nobody: “CEO”, “CHF”, “III”."""
    lines = (Path(__file__).parent / "no_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def find(analyses: Sequence[Analysis], language: str, country: str | None = None) -> list[Mention]:
    """Give the mentions of a document in order; where one lies within another, the longer comes first.

    `country` (ISO 3166-1 alpha-3) is the publisher's: it settles “Senate”, “Parliament”, “Conseil national”. A sentence
    whose own `language` has a file of names is read in that language. `UncoveredLanguageError` for other languages
    than `fr` and `en`.
    """
    atoms = [Atoms.of(a.text) for a in analyses]
    lower = frozenset(
        word
        for sentence in atoms
        for word, capital in zip(sentence.folded, sentence.capital, strict=True)
        if not capital
    )
    read = [
        _read(a, own, index, _language(a, language), country, lower)
        for index, (a, own) in enumerate(zip(analyses, atoms, strict=True))
    ]
    surnames = _surnames(read)
    return [mention for sentence in read for mention in _with_surnames(sentence, surnames)]


def _language(analysis: Analysis, fallback: str) -> str:
    return analysis.language if analysis.language in ("fr", "en") else fallback


class _Read:
    """One sentence read: its mentions and its loose capitals, which other sentences may explain."""

    def __init__(self, sentence: Sentence, analysis: Analysis, index: int) -> None:
        self.sentence, self.analysis, self.index = sentence, analysis, index
        self.mentions: list[Mention] = []
        self.taken: set[int] = set()
        self.loose: list[tuple[int, int]] = []
        self.names: set[int] = set()

    @property
    def people(self) -> frozenset[int]:
        """The atoms of people's names."""
        return frozenset(self.names)

    def add(
        self, first: int, after: int, kind: MentionKind, name: tuple[int, int] | None = None, **about: object
    ) -> None:
        """Keep a mention that runs over some atoms; `name` are the atoms of the name in it."""
        atoms, offset = self.sentence.atoms, self.analysis.start
        start, end = atoms.starts[first], _end(atoms, after)
        name_first, name_after = name or (first, after)
        name_start, name_end = atoms.starts[name_first], _end(atoms, name_after)
        mention = Mention(
            offset + start,
            offset + end,
            atoms.text[start:end],
            kind,
            atoms.text[name_start:name_end],
            offset + name_start,
            offset + name_end,
            self.index,
            _head(self.analysis, offset + start, offset + end),
        )
        self.mentions.append(replace(mention, **about) if about else mention)  # type: ignore[arg-type]
        self.taken.update(range(first, after))


def _end(atoms: Atoms, after: int) -> int:
    """Give where a run of atoms ends, with the point of “U.S.” and “Jr.”."""
    end = atoms.ends[after - 1]
    dotted = atoms.text[end : end + 1] == "." and (
        atoms.folded[after - 1] in ("jr", "sr") or re.search(r"\b\w\.\w$", atoms.text[max(0, end - 4) : end])
    )
    return end + 1 if dotted else end


def _head(analysis: Analysis, start: int, end: int) -> int:
    """Give the word within a stretch that hangs on a word outside it; 0 where the sentence has no words."""
    inside = analysis.within(start, end)
    for token in inside:
        above = analysis.tokens[token.head]
        if token.head == token.i or not (above.start < end and above.end > start):
            return token.i
    return inside[0].i if inside else 0


def _read(
    analysis: Analysis, atoms: Atoms, index: int, language: str, country: str | None, lower: frozenset[str]
) -> _Read:
    words = lexicon(language)
    listed = known_names(atoms, language, country)
    proper, continuing = proper_words(atoms, analysis, words, lower)
    sentence = Sentence(atoms, _without_surnames(atoms, listed, proper), words, proper, continuing)
    read = _Read(sentence, analysis, index)
    _keep_persons(read, persons(sentence))
    _keep_governments(read)
    _keep_listed(read)
    _keep_bodies(read)
    _keep_groups(read, words)
    _keep_loose(read)
    _keep_introduced(read)
    return read


def _without_surnames(atoms: Atoms, listed: list[Found], proper: frozenset[int]) -> list[Found]:
    """Drop a listed single word that is somebody's given or family name here: “Chad Wolf”, “Jordan”."""
    kept = []
    for found in listed:
        single = found.after - found.first == 1 and found.known.kind in (MentionKind.COUNTRY, MentionKind.PLACE)
        i = found.first
        if single and atoms.folded[i] in given_names() and i + 1 in proper and atoms.gap(i) == " ":
            continue
        kept.append(found)
    return kept


def _keep_persons(read: _Read, found: list[Person]) -> None:
    atoms = read.sentence.atoms
    for person in found:
        named = person.name_after > person.name_first
        office = atoms.slice(*person.office) if person.office else None
        country = _country_within(read.sentence, *person.office) if person.office else None
        if not named and not person.office:
            continue
        read.names.update(range(person.name_first, person.name_after))
        read.add(
            person.first,
            person.after,
            MentionKind.PERSON if named else MentionKind.OFFICE,
            (person.name_first, person.name_after) if named else None,
            office=office,
            country=country or _country_within(read.sentence, person.first, person.after),
            gender=person.gender,
        )


def _country_within(sentence: Sentence, first: int, after: int) -> str | None:
    return next(
        (
            sentence.covered[i].known.iso
            for i in range(first, after)
            if i in sentence.covered and sentence.covered[i].known.iso
        ),
        None,
    )


def _keep_governments(read: _Read) -> None:
    words, folded = read.sentence.words, read.sentence.atoms.folded
    if words.governments.isdisjoint(folded) and words.government_of.keys().isdisjoint(folded):
        return  # most sentences tell of none, which one look shows
    i = 0
    while i < read.sentence.atoms.size:
        found = government_at(read.sentence, i)
        if found is None:
            i += 1
        else:
            first, after, iso = found
            read.add(first, after, MentionKind.GOVERNMENT, iso=iso, id=f"country/{iso}")
            i = after


def _keep_listed(read: _Read) -> None:
    for found in read.sentence.listed.values():
        known = found.known
        id_ = known.id or (f"country/{known.iso}" if known.iso and known.kind is MentionKind.COUNTRY else None)
        read.add(
            found.first,
            found.after,
            known.kind,
            iso=known.iso,
            seat=known.seat,
            country=known.country,
            id=id_,
            rank=known.rank,
        )


def _keep_bodies(read: _Read) -> None:
    i, atoms, stops = 0, read.sentence.atoms, read.people
    if read.sentence.words.body_heads.keys().isdisjoint(atoms.folded):
        return
    while i < atoms.size:
        inside = read.sentence.covered.get(i)
        found = body_at(read.sentence, i, stops)
        if found is None or (inside and inside.known.kind is MentionKind.ORGANISATION and inside.after >= found[1]):
            i += 1
            continue
        first, after = found
        read.add(first, after, MentionKind.ORGANISATION, country=_country_within(read.sentence, first, after))
        i = after


def _keep_groups(read: _Read, words: Lexicon) -> None:
    if words.group_nouns.keys().isdisjoint(read.sentence.atoms.folded):
        return
    i = 0
    while i < read.sentence.atoms.size:
        found = None if i in read.taken else group_at(read.sentence, i, words)
        if found is None:
            i += 1
        else:
            read.add(*found, MentionKind.GROUP)
            i = found[1]


def _keep_loose(read: _Read) -> None:
    """Keep the runs of capitals that are left: acronyms as bodies, others as names untold."""
    i, atoms = 0, read.sentence.atoms
    while i < atoms.size:
        likely = i not in read.taken and (atoms.capital[i] or atoms.folded[i] in PARTICLES)
        end = name_run(read.sentence, i) if likely else i
        while end > i and any(j in read.taken for j in range(i, end)):
            end -= 1
        if end <= i:
            i += 1
            continue
        word = atoms.words[i]
        if word in no_names() and end - i == 1:
            pass
        elif (
            end - i == 1 and word.isupper() and (3 <= len(word) <= 8 or (len(word) == 2 and _in_brackets(atoms, i)))
        ) or (atoms.folded[end - 1] in read.sentence.words.companies and end - i > 1):
            read.add(i, end, MentionKind.ORGANISATION, rank=50)
        else:
            read.add(i, end, MentionKind.NAME)
            read.loose.append((i, end))
        i = end


def _keep_introduced(read: _Read) -> None:
    """Keep the words that an unlisted short form in brackets stands for: “programme fiscal en faveur de … (STP4D)”."""
    text, offset = read.analysis.text, read.analysis.start
    ends = {m.end for m in read.mentions}
    for short in [m for m in read.mentions if m.kind is MentionKind.ORGANISATION and m.id is None and m.name.isupper()]:
        end = short.start - 2
        if text[end - offset : short.start - offset] != " (" or end in ends or len(short.name) < 3:
            continue
        start = phrase_before(read.analysis, end)
        if start is not None:
            words = text[start - offset : end - offset]
            head = _head(read.analysis, start, end)
            kind = MentionKind.ORGANISATION
            read.mentions.append(Mention(start, end, words, kind, words, start, end, read.index, head))


def _in_brackets(atoms: Atoms, i: int) -> bool:
    """Tell whether a word alone stands in brackets behind a capitalised name's end: “… for Migration (SM)”."""
    return (
        i > 0
        and atoms.gap(i - 1) == " ("
        and atoms.gap(i)[:1] == ")"
        and len(atoms.words[i - 1]) > 3
        and i > 2
        and not atoms.capital[i - 2]
    )


def _surnames(read: list[_Read]) -> frozenset[str]:
    """Give, folded, the last words of the names of all persons found."""
    from tenu.reading.names.atoms import fold

    return frozenset(
        fold(words[-1])
        for sentence in read
        for m in sentence.mentions
        if m.kind is MentionKind.PERSON and (words := re.findall(r"[^\W_]+", re.sub(r",?\s(?:Jr|Sr)\.?$", "", m.name)))
    )


def _with_surnames(read: _Read, surnames: frozenset[str]) -> list[Mention]:
    """Let a loose name that ends in a known person's family name be that person's."""
    atoms, offset = read.sentence.atoms, read.analysis.start
    persons_now = {
        offset + atoms.starts[first]
        for first, after in read.loose
        if (atoms.folded[after - 1] in surnames and after - first <= 4)
        or _listed_with_people(read, first, after)
        or _looks_like_a_person(read, first, after)
    }
    told = [
        replace(m, kind=MentionKind.PERSON) if m.kind is MentionKind.NAME and m.start in persons_now else m
        for m in read.mentions
    ]
    unique = {(m.start, m.end): m for m in reversed(told)}
    return sorted(unique.values(), key=lambda m: (m.start, -m.end))


def _looks_like_a_person(read: _Read, first: int, after: int) -> bool:
    """Tell whether a loose name of two or three words is made of no common words, as people's names are."""
    atoms, words = read.sentence.atoms, read.sentence.words
    if not 2 <= after - first <= 3 or (first > 0 and atoms.folded[first - 1] in words.articles):
        return False
    ordinary = ordinary_words(words.language)
    if " " not in atoms.slice(first, after):
        return False
    return all(
        (len(atoms.words[j]) == 1 or atoms.words[j].istitle())
        and atoms.words[j].isalpha()
        and atoms.folded[j] not in ordinary
        and atoms.folded[j] not in words.portfolio
        and not match(words.body_heads, atoms.folded, j)
        for j in range(first, after)
    )


def _listed_with_people(read: _Read, first: int, after: int) -> bool:
    """Tell whether a loose name goes on with a list of people: “Greta Gysin (Verts), Lilian Studer et …”."""
    atoms = read.sentence.atoms
    if not 2 <= after - first <= 4 or atoms.folded[first] in read.sentence.words.portfolio:
        return False
    if any(match(read.sentence.words.body_heads, atoms.folded, j) for j in range(first, after)):
        return False
    if atoms.folded[first] in ordinary_words(read.sentence.words.language) or not atoms.words[first].isalpha():
        return False
    start, end = read.analysis.start + atoms.starts[first], read.analysis.start + atoms.ends[after - 1]
    text, offset = read.analysis.text, read.analysis.start
    return any(
        m.kind is MentionKind.PERSON
        and (
            BESIDE.fullmatch(text[m.end - offset : start - offset]) is not None
            or BESIDE.fullmatch(text[end - offset : m.start - offset]) is not None
        )
        for m in read.mentions
        if abs(m.start - start) < 120
    )


BESIDE = re.compile(r"(?: \([^()]{1,30}\))?(?:,? (?:et|and|&) |, (?:and |et )?)(?:de |d’|the |la |le |l’)?")
