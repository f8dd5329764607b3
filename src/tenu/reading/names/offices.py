"""Offices in a sentence: “le ministre ukrainien de la Défense”, “Deputy National Security Advisor”."""

import re
from dataclasses import dataclass

from tenu.reading.names.lexicon import match
from tenu.reading.names.mention import MentionKind
from tenu.reading.names.sentence import Sentence

LONGEST_OFFICE = 16
"""Atoms that the words after an office's noun may run on for: “ministre de l’Agriculture, de la Souveraineté …”."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a sentence: its noun and its words, by atoms, and what its noun tells of gender."""

    first: int
    after: int
    noun: int
    gender: str


def office_at(sentence: Sentence, i: int) -> Office | None:
    """Give the office whose noun stands at atom `i`, with the words before and after it that belong to it."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.heads, atoms.folded, i)
    if found is None or i in sentence.covered:
        return None
    size, gender = found
    if words.language == "en" and len(atoms.words[i]) <= 4 and not atoms.capital[i] and not _has_field(sentence, i):
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
        first > 0 and modifies(sentence, first - 1) and atoms.gap(first - 1).strip() in ("", "-", "’s", "'s", "’", ".")
    ):
        first -= 1
    return Office(first, after, i, gender)


def _has_field(sentence: Sentence, i: int) -> bool:
    """Tell whether a noun in small letters is the head *of* something."""
    return i + 1 < sentence.atoms.size and sentence.atoms.folded[i + 1] == "of"


def modifies(sentence: Sentence, i: int) -> bool:
    """Tell whether an atom before an office's noun belongs to it: “Prime”, “Deputy”, “Dutch”, “NATO”."""
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
        elif linked and _opens_field(sentence, position):
            position += 1
        elif atoms.capital[position] and position > i + 1 and (body := match(words.body_heads, atoms.folded, position)):
            position = end = position + body[0]
            linked = False
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


def _opens_field(sentence: Sentence, i: int) -> bool:
    """Tell whether a word with a capital leads to one of a field of work: “Director of *Intergovernmental* Affairs”."""
    atoms, words = sentence.atoms, sentence.words
    if words.language != "en" or i + 1 >= atoms.size or atoms.gap(i) != " ":
        return False
    return atoms.capital[i] and atoms.capital[i + 1] and atoms.folded[i + 1] in words.portfolio


def _continues(sentence: Sentence, i: int) -> bool:
    """Tell whether an office goes on behind a comma: “, de la Pêche et …”, “, Trade and …”."""
    atoms, words = sentence.atoms, sentence.words
    ahead = [atoms.folded[j] for j in range(i, min(i + 4, atoms.size))]
    while ahead and ahead[0] in words.office_links:
        ahead = ahead[1:]
    return bool(ahead) and ahead[0] in words.portfolio


def is_weak(sentence: Sentence, office: Office) -> bool:
    """Tell whether an office's noun alone is too common a word: it needs a complement, or a capital in English."""
    atoms, words = sentence.atoms, sentence.words
    noun = atoms.folded[office.noun]
    if noun not in words.weak or (office.after - office.noun > 1 and words.language == "fr"):
        return False
    if any(j in sentence.covered for j in range(office.noun, office.after)):  # “head of the Department of Justice”
        return False
    return not (words.language == "en" and atoms.capital[office.noun] and office.after - office.first > 1)
