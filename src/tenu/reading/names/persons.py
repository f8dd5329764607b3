"""Persons in a sentence: runs of name words, with the titles and offices beside them."""

import re
from dataclasses import dataclass

from tenu.reading.names.lexicon import given_names, match
from tenu.reading.names.mention import MentionKind
from tenu.reading.names.offices import Office, is_weak, modifies, office_at
from tenu.reading.names.runs import gender_of, name_run, titled
from tenu.reading.names.sentence import Sentence


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
        if not modifies(sentence, noun):
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
    if is_weak(sentence, office):
        return None
    return Person(office.first, after, office.first, office.first, (office.first, office.after), gender, sure=False)


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
        if not modifies(sentence, noun) and not (
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
