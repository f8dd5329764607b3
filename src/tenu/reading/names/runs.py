"""Runs of words that make a person's name, and the titles before them."""

import re

from tenu.reading.names.atoms import Atoms
from tenu.reading.names.lexicon import given_names, match
from tenu.reading.names.mention import MentionKind
from tenu.reading.names.sentence import Sentence

# fmt: off
PARTICLES = frozenset(
    {
        "de", "del", "della", "delle", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "el", "al",
        "as", "ad", "ash", "van", "von", "der", "den", "ter", "ten", "zu", "zur", "bin", "bint", "ben", "ibn",
        "ould", "abu", "abd", "y", "e", "af", "av", "mac",
    }
)
# fmt: on
"""Small words within people's names, folded."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


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
        elif end == i + 1 and _of_a_realm(sentence, i):
            end += 2
        else:
            break
    return end


def _of_a_realm(sentence: Sentence, i: int) -> bool:
    """Tell whether a given name goes on with a country: “Philippe de Belgique”, “Alois de Liechtenstein”."""
    atoms = sentence.atoms
    listed = sentence.listed.get(i + 2)
    return (
        sentence.words.language == "fr"
        and atoms.folded[i] in given_names()
        and atoms.folded[i + 1] in ("de", "d")
        and listed is not None
        and listed.known.kind is MentionKind.COUNTRY
        and listed.after == i + 3
    )


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


def gender_of(sentence: Sentence, first: int, after: int) -> str:
    """Give the gender that a name's given name tells, or nothing."""
    return given_names().get(sentence.atoms.folded[first], "") if after - first > 1 else ""


def titled(sentence: Sentence, i: int) -> tuple[int, str] | None:
    """Give where the name after a title at atom `i` begins, and the gender that the title tells."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.titles, atoms.folded, i)
    if found is None or not (atoms.capital[i] or (words.language == "fr" and len(atoms.words[i]) > 2)):
        return None
    size, gender = found
    after = i + size
    return (after, gender) if after < atoms.size and re.fullmatch(r"\.?[ \u00a0\u202f]", atoms.gap(after - 1)) else None
