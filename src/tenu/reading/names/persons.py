"""Persons in a sentence: runs of name words, with the titles and offices beside them."""

import re
from dataclasses import dataclass

from tenu.reading.names.atoms import Atoms
from tenu.reading.names.gazetteer import Found
from tenu.reading.names.lexicon import Lexicon, given_names, match
from tenu.reading.names.mention import MentionKind

PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "delle",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "el",
        "al",
        "as",
        "ad",
        "ash",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zur",
        "bin",
        "bint",
        "ben",
        "ibn",
        "ould",
        "abu",
        "abd",
        "y",
        "e",
        "af",
        "av",
        "mac",
    ]
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
LONGEST_OFFICE = 16
"""Atoms that the words after an office's noun may run on for: “ministre de l’Agriculture, de la Souveraineté …”."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a sentence, by atoms: the whole, the name in it (empty for an office alone), its office's words."""

    first: int
    after: int
    name_first: int
    name_after: int
    office: tuple[int, int] | None
    gender: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a sentence: its noun and its words, by atoms, and what its noun tells of gender."""

    first: int
    after: int
    noun: int
    gender: str


class Sentence:
    """The atoms of one sentence with the listed names in it, and which capitals mean a name."""

    def __init__(
        self, atoms: Atoms, listed: list[Found], words: Lexicon, proper: frozenset[int], continuing: frozenset[int]
    ) -> None:
        self.atoms, self.words = atoms, words
        self.listed = {found.first: found for found in listed}
        self.covered = {i: found for found in listed for i in range(found.first, found.after)}
        self.proper, self.continuing = proper, continuing

    def is_name_word(self, i: int) -> bool:
        """Tell whether an atom may begin a person's or body's own name."""
        return i in self.proper and i not in self.covered

    def goes_on(self, i: int) -> bool:
        """Tell whether an atom may stand behind the first of a name: many surnames are common words (“Rice”)."""
        return i in self.continuing and i not in self.covered


def office_at(sentence: Sentence, i: int) -> Office | None:
    """Give the office whose noun stands at atom `i`, with the words before and after it that belong to it."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.heads, atoms.folded, i)
    if found is None or i in sentence.covered:
        return None
    size, gender = found
    if words.language == "en" and len(atoms.words[i]) <= 4 and not atoms.capital[i]:
        return None
    while (
        i + size < atoms.size
        and atoms.gap(i + size - 1) in (" ", "-")
        and (more := match(words.heads, atoms.folded, i + size))
    ):
        if words.language == "fr" or not atoms.capital[i + size]:
            break
        size += more[0]
    after = _office_end(sentence, i + size)
    first = i
    while (
        first > 0 and _modifies(sentence, first - 1) and atoms.gap(first - 1).strip() in ("", "-", "’s", "'s", "’", ".")
    ):
        first -= 1
    return Office(first, after, i, gender)


def _modifies(sentence: Sentence, i: int) -> bool:
    atoms, words = sentence.atoms, sentence.words
    if i in sentence.covered:
        return sentence.covered[i].known.kind is not MentionKind.PLACE and words.language == "en"
    if atoms.folded[i] in words.modifiers:
        return True
    return words.language == "en" and atoms.capital[i] and atoms.folded[i] in words.portfolio


def _office_end(sentence: Sentence, i: int) -> int:
    """Give the atom after an office's complement: “of State”, “ukrainien de la Défense”, “du DFAE”."""
    atoms, words = sentence.atoms, sentence.words
    end, position, linked = i, i, False
    while position < atoms.size and position - i < LONGEST_OFFICE:
        gap = atoms.gap(position - 1)
        listing = gap.strip() == "," and linked and _continues(sentence, position)
        if not listing and not re.fullmatch(r"[ \u00a0\u202f]?[’'\-‑&]?[ ]?", gap):
            break
        if position in sentence.covered:
            listed = sentence.covered[position]
            if listed.known.kind is MentionKind.PLACE and not linked:
                break
            position = end = listed.after
            linked = False
        elif atoms.words[position] in ("à", "at", "in", "en") and _leads_to_place(sentence, position):
            if atoms.folded[i - 1] not in words.posted and atoms.folded[max(0, i - 2)] not in words.posted:
                break
            position, linked = position + 1, True
        elif (
            atoms.folded[position] in words.office_links
            and atoms.words[position] != "a"
            and _links(sentence, i, position)
        ):
            position, linked = position + 1, True
        elif atoms.folded[position] in words.portfolio and (
            words.language == "fr" or atoms.capital[position] or linked
        ):
            position, linked = position + 1, True
            end = position
        else:
            break
    return end


def _links(sentence: Sentence, first: int, i: int) -> bool:
    """Tell whether a link word leads on: “and” to a field of work only, an article only behind a preposition."""
    atoms, words = sentence.atoms, sentence.words
    if atoms.folded[i] in ("and", "et", "&"):
        return i > first and i + 1 < atoms.size and (_continues(sentence, i + 1) and i + 1 not in sentence.covered)
    if atoms.folded[i] in ("l", "la", "le", "les", "the"):
        return i > first and atoms.folded[i - 1] in words.office_links
    return True


def _leads_to_place(sentence: Sentence, i: int) -> bool:
    listed = sentence.listed.get(i + 1)
    return listed is not None and listed.known.kind in (MentionKind.PLACE, MentionKind.COUNTRY)


def _continues(sentence: Sentence, i: int) -> bool:
    """Tell whether an office goes on behind a comma: “, de la Pêche et …”, “, Trade and …”."""
    atoms, words = sentence.atoms, sentence.words
    ahead = [atoms.folded[j] for j in range(i, min(i + 4, atoms.size))]
    while ahead and ahead[0] in words.office_links:
        ahead = ahead[1:]
    return bool(ahead) and ahead[0] in words.portfolio


def name_run(sentence: Sentence, i: int) -> int:
    """Give the atom after the run of name words that begins at atom `i`; `i` itself where none does."""
    atoms = sentence.atoms
    if i >= atoms.size or not _starts_name(sentence, i):
        return i
    end = i + 1
    while end < atoms.size:
        gap = atoms.gap(end - 1)
        if atoms.folded[end] in SUFFIXES and gap.strip() in ("", ","):
            end += 1
            if gap.strip() == "," or atoms.folded[end - 1] in ("jr", "sr"):
                break
            continue
        if not _joined(atoms, end - 1):
            break
        if sentence.goes_on(end) or _given_over_list(sentence, i, end):
            end += 1
        elif (past := _past_particles(sentence, end)) is not None:
            end = past
        else:
            break
    return end


def _starts_name(sentence: Sentence, i: int) -> bool:
    atoms = sentence.atoms
    if sentence.is_name_word(i):
        return True
    return (
        atoms.folded[i] in ("al", "el", "van", "von", "de", "di", "da")
        and _past_particles(sentence, i) is not None
        and not atoms.capital[i]
        and atoms.gap(i) == "-"
    )


def _given_over_list(sentence: Sentence, first: int, i: int) -> bool:
    """Let “Michael Jordan” hold a country: a given name right before a listed single word that is no adjective."""
    atoms = sentence.atoms
    listed = sentence.listed.get(i)
    return (
        listed is not None
        and listed.after == i + 1
        and listed.known.kind in (MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.ADJECTIVE)
        and atoms.capital[i]
        and atoms.gap(i - 1) == " "
        and all(atoms.folded[j] in given_names() for j in range(first, i))
    )


def _joined(atoms: Atoms, i: int) -> bool:
    gap = atoms.gap(i)
    if gap in (" ", "-", "‑", "’", "'", "\u00a0", " ‘", "’ "):
        return gap != "’ " and not (gap in ("’", "'") and len(atoms.words[i + 1]) == 1)
    return (
        gap in (". ", ".", ".-")
        and (len(atoms.words[i]) == 1 or atoms.folded[i] in ("st", "mt", "ste"))
        and atoms.capital[i]
    )


def _past_particles(sentence: Sentence, i: int) -> int | None:
    """Give the atom after particles and the name word that they lead to: “von der Leyen”, “bin Salman”."""
    atoms, j = sentence.atoms, i
    while j < atoms.size and atoms.folded[j] in PARTICLES and j - i < 3 and _joined_loosely(atoms, j):
        j += 1
    return j + 1 if j > i and sentence.goes_on(j) else None


def _joined_loosely(atoms: Atoms, i: int) -> bool:
    return atoms.gap(i) in (" ", "-", "‑", "’", "'", "\u00a0")


def titled(sentence: Sentence, i: int) -> tuple[int, str] | None:
    """Give where the name after a title at atom `i` begins, and the gender that the title tells."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.titles, atoms.folded, i)
    if found is None or not (atoms.capital[i] or (words.language == "fr" and len(atoms.words[i]) > 2)):
        return None
    size, gender = found
    after = i + size
    return (after, gender) if after < atoms.size and re.fullmatch(r"\.?[ \u00a0\u202f]", atoms.gap(after - 1)) else None


def gender_of(sentence: Sentence, first: int, after: int) -> str:
    """Give the gender that a name's given name tells, or nothing."""
    return given_names().get(sentence.atoms.folded[first], "") if after - first > 1 else ""


def persons(sentence: Sentence) -> list[Person]:
    """Give the persons of a sentence from left to right; offices without a name are among them."""
    found: list[Person] = []
    i = 0
    atoms, words = sentence.atoms, sentence.words
    while i < atoms.size:
        word = atoms.folded[i]
        likely = atoms.capital[i] or word in words.heads or word in words.titles or word in words.modifiers
        person = _person_at(sentence, i) if likely else None
        if person is None:
            i += 1
        else:
            found.append(person)
            i = max(person.after, i + 1)
    return found


def _person_at(sentence: Sentence, i: int) -> Person | None:
    if (office := _office_from(sentence, i)) is not None:
        return _with_office(sentence, office)
    if (title := titled(sentence, i)) is not None:
        return _with_title(sentence, i, *title)
    end = name_run(sentence, i)
    if end > i:
        return _bare_name(sentence, i, end)
    return None


def _office_from(sentence: Sentence, i: int) -> Office | None:
    """Give the office whose words begin at atom `i`."""
    atoms = sentence.atoms
    noun = i
    while noun < atoms.size and noun - i < 6:
        office = office_at(sentence, noun)
        if office is not None:
            return office if office.first <= i else None
        if not _modifies(sentence, noun):
            return None
        noun = sentence.covered[noun].after if noun in sentence.covered else noun + 1
    return None


def _with_office(sentence: Sentence, office: Office) -> Person | None:
    """Give the person who bears an office, with the name right behind it or behind a comma."""
    atoms = sentence.atoms
    after, gender = office.after, office.gender
    if after < atoms.size:
        gap = atoms.gap(after - 1)
        start = after
        if re.fullmatch(r",?[ \u00a0\u202f]", gap):
            if (title := titled(sentence, start)) is not None:
                start, gender = title[0], title[1] or gender
            end = name_run(sentence, start)
            apposed = "," in gap
            if apposed and match(sentence.words.heads, atoms.folded, start):
                end = start
            if (
                end > start
                and not _is_body(sentence, start, end)
                and not (apposed and (end - start < 2 or not _closes(sentence, end)))
            ):
                own = gender_of(sentence, start, end)
                of_country = _of_country(sentence, end)
                return Person(
                    office.first, of_country, start, end, (office.first, office.after), gender or own, sure=True
                )
    if _is_weak(sentence, office):
        return None
    return Person(office.first, after, office.first, office.first, (office.first, office.after), gender, sure=False)


def _is_weak(sentence: Sentence, office: Office) -> bool:
    """Tell whether an office's noun alone is too common a word: it needs a complement, or a capital in English."""
    atoms, words = sentence.atoms, sentence.words
    noun = atoms.folded[office.noun]
    if noun not in words.weak or (office.after - office.noun > 1 and words.language == "fr"):
        return False
    return not (words.language == "en" and atoms.capital[office.noun] and office.after - office.first > 1)


def _is_body(sentence: Sentence, first: int, after: int) -> bool:
    """Tell whether a run of capitals is a body's name: “FDFA General Secretariat”."""
    atoms = sentence.atoms
    if atoms.folded[first] in given_names():
        return False
    return any(match(sentence.words.body_heads, atoms.folded, j) for j in range(first, after))


def _of_country(sentence: Sentence, end: int) -> int:
    """Take in “of India” behind an office and a name."""
    atoms, words = sentence.atoms, sentence.words
    position = end
    while position < atoms.size and atoms.folded[position] in ("of", "the") and atoms.gap(position - 1) == " ":
        position += 1
    listed = sentence.listed.get(position)
    if words.language != "en" or position == end or listed is None or atoms.gap(position - 1) != " ":
        return end
    return listed.after if listed.known.kind is MentionKind.COUNTRY else end


def _closes(sentence: Sentence, end: int) -> bool:
    """Tell whether a name behind a comma is an apposition that ends: at a mark, or at the sentence's end."""
    gap = sentence.atoms.gap(end - 1)
    return bool(re.match(r"\s*[,.;:()!?»”]|’s|$|\s", gap))


def _with_title(sentence: Sentence, first: int, start: int, gender: str) -> Person | None:
    end = name_run(sentence, start)
    if end == start:
        office = _office_from(sentence, start)
        if office is not None:
            person = _with_office(sentence, office)
            if person is None:
                return None
            return Person(
                first,
                person.after,
                person.name_first,
                person.name_after,
                person.office,
                gender or person.gender,
                person.sure,
            )
        return None
    office_after = _office_behind(sentence, end)
    after = office_after.after if office_after else end
    own = gender or gender_of(sentence, start, end)
    span = (office_after.first, office_after.after) if office_after else None
    return Person(first, after, start, end, span, own, sure=True)


def _office_behind(sentence: Sentence, end: int) -> Office | None:
    """Give the office in apposition behind a name: “Jens Stoltenberg, secrétaire général de l’OTAN”."""
    atoms, words = sentence.atoms, sentence.words
    if end >= atoms.size or not re.fullmatch(r",[ \u00a0]|[ ]\(", atoms.gap(end - 1)):
        return None
    position = end
    while position < atoms.size and position - end < 2 and atoms.folded[position] in words.articles:
        position += 1
    for noun in range(position, min(position + 5, atoms.size)):
        office = office_at(sentence, noun)
        if office is not None:
            return (
                office
                if _begins(sentence, office, position) and _is_apposed(sentence, office, position > end)
                else None
            )
        if not _modifies(sentence, noun) and not (
            words.language == "en" and atoms.capital[noun] and atoms.gap(noun) == " "
        ):
            return None
    return None


def _begins(sentence: Sentence, office: Office, position: int) -> bool:
    """Tell whether an office's words begin at a place, words with capitals before its noun among them."""
    between = range(position, office.first)
    return office.first <= position or (
        sentence.words.language == "en" and all(sentence.atoms.capital[j] for j in between)
    )


def _is_apposed(sentence: Sentence, office: Office, article: bool) -> bool:
    """Tell whether an office behind a comma belongs to the name before it, not to a name or a verb after it."""
    if office.after >= sentence.atoms.size:
        return True
    gap = sentence.atoms.gap(office.after - 1)
    if gap.strip(" \u00a0"):
        return True
    if name_run(sentence, office.after) > office.after or titled(sentence, office.after) is not None:
        return False
    return not article or sentence.atoms.folded[office.after] in ("et", "and", "ainsi", "as", "who", "qui")


def _bare_name(sentence: Sentence, first: int, end: int) -> Person | None:
    """Give a person for a run of name words with a sign of one: a known given name, an office behind a comma."""
    atoms = sentence.atoms
    if end - first < 2 and not any(len(atoms.words[j]) == 1 for j in range(first, end)):
        return None
    if any(match(sentence.words.body_heads, atoms.folded, j) for j in range(first, end)):
        return None
    office = _office_behind(sentence, end)
    given = atoms.folded[first] in given_names()
    if office is None and not given:
        return None
    if office is not None and end - first < 2:
        return None
    span = (office.first, office.after) if office else None
    gender = gender_of(sentence, first, end) or (office.gender if office else "")
    return Person(first, office.after if office else end, first, end, span, gender, sure=given or office is not None)
