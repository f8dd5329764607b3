"""Governments, and organisations that no list knows: told by their head noun, or by capitals."""

import re

from tenu.reading.names.lexicon import given_names, match
from tenu.reading.names.mention import MentionKind
from tenu.reading.names.persons import Sentence

ACTORS = (MentionKind.COUNTRY, MentionKind.ADJECTIVE)
LONGEST_BODY = 14
"""Atoms that the name of a body may run on for."""


def government_at(sentence: Sentence, i: int) -> tuple[int, int, str] | None:
    """Give the atoms and the country of a government that begins at atom `i`: “les autorités moldaves”."""
    atoms, words = sentence.atoms, sentence.words
    listed = sentence.listed.get(i)
    if listed and listed.known.kind in ACTORS and listed.known.iso and words.language == "en":
        noun = listed.after
        while noun < len(atoms) and atoms.folded[noun] in ("federal", "s", "national"):
            noun += 1
        if noun < len(atoms) and atoms.folded[noun] in words.governments and _close(sentence, i, noun):
            return i, noun + 1, listed.known.iso
        return None
    if (found := match(words.government_of, atoms.folded, i)) is not None:
        after = i + found[0]
        while after < len(atoms) and atoms.folded[after] in ("the", "la", "l", "republic", "of"):
            after += 1
        country = sentence.listed.get(after)
        if country and country.known.kind is MentionKind.COUNTRY and country.known.iso and _close(sentence, i, after):
            return i, country.after, country.known.iso
    if words.language == "fr" and atoms.folded[i] in words.governments:
        after = i + 1
        while after < len(atoms) and atoms.folded[after] in ("federal", "federales", "nationales", "competentes"):
            after += 1
        adjective = sentence.listed.get(after)
        if adjective and adjective.known.kind is MentionKind.ADJECTIVE and adjective.known.iso and _close(sentence, i, after):
            return i, adjective.after, adjective.known.iso
    return None


def _close(sentence: Sentence, first: int, last: int) -> bool:
    return all(re.fullmatch(r"[ \u00a0]?[’'.]?[ \u00a0]?", sentence.atoms.gap(j)) for j in range(first, last))


def body_at(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """Give the atoms of an unlisted body that begins at atom `i`: “Interagency Working Group on …”, “ministère de …”."""
    return _english_body(sentence, i) if sentence.words.language == "en" else _french_body(sentence, i)


def _english_body(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """Take a run of capitals with a body's noun in it, and what “of”, “for” and “on” add."""
    atoms, words = sentence.atoms, sentence.words
    if not _capital(sentence, i) or atoms.folded[i] in words.common and not match(words.body_heads, atoms.folded, i):
        return None
    j, head = i, None
    while j < len(atoms) and j - i < LONGEST_BODY:
        if not _capital(sentence, j) or (j > i and not _adjoins(sentence, j - 1)):
            break
        found = match(words.body_heads, atoms.folded, j)
        if found is not None:
            head, j = j, j + found[0]
        else:
            j += 1
    if head is None:
        return None
    end = _past_links(sentence, j)
    return (i, end) if end - i > 1 else None


def _capital(sentence: Sentence, j: int) -> bool:
    return j < len(sentence.atoms) and (sentence.atoms.capital[j] or sentence.atoms.words[j].isdigit() and False)


def _adjoins(sentence: Sentence, j: int) -> bool:
    return bool(re.fullmatch(r"[ \u00a0]|[-‑–&]| & |\. ?|[’']", sentence.atoms.gap(j)))


def _past_links(sentence: Sentence, j: int) -> int:
    """Give the atom after “of the United Nations”, “on Coal and Power Plant Communities” behind a body's noun."""
    atoms, words = sentence.atoms, sentence.words
    end = j
    while True:
        position = end
        while position < len(atoms) and atoms.folded[position] in words.body_links and not atoms.capital[position] and atoms.gap(position - 1) in (" ", "\u00a0", " & "):
            position += 1
        if position == end or position >= len(atoms) or not atoms.capital[position] or atoms.gap(position - 1).strip():
            return end
        if atoms.folded[position - 1] == "and" and position - end == 1 and not _common_noun(sentence, position):
            return end  # "the Department of Energy and Jennifer Granholm"
        if atoms.folded[end] in ("to", "in", "with", "against", "la", "du") and words.language == "en":
            return end
        end = position
        while end < len(atoms) and atoms.capital[end] and (end == position or _adjoins(sentence, end - 1)):
            end += 1


def _common_noun(sentence: Sentence, j: int) -> bool:
    return j not in sentence.covered and sentence.atoms.folded[j] not in given_names() and (
        sentence.atoms.folded[j] in sentence.words.portfolio or sentence.atoms.folded[j] in sentence.words.common
    )


def _french_body(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """Take a body's noun with what tells which one: “ministère des Affaires étrangères”, “Commission Vérité”."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.body_heads, atoms.folded, i)
    if found is None or i in sentence.covered:
        return None
    j = end = i + found[0]
    capital = atoms.capital[i]
    told = False
    while j < len(atoms) and j - i < LONGEST_BODY:
        if not re.fullmatch(r"[ \u00a0\u202f]?[’'\-‑]?[ ]?", atoms.gap(j - 1)):
            break
        if j in sentence.covered:
            j = end = sentence.covered[j].after
            told = True
        elif atoms.folded[j] in words.body_links:
            j += 1
        elif atoms.capital[j] or atoms.folded[j] in words.portfolio and (capital or atoms.folded[j - 1] in words.body_links or told or atoms.folded[i] in ("ministere", "departement", "office", "secretariat")):
            told = told or atoms.capital[j] or atoms.folded[i] in ("ministere",)
            j = end = j + 1
        else:
            break
    return (i, end) if told and end > i + found[0] else (i, end) if capital and end > i + found[0] else None
