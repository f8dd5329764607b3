"""Governments, and organisations that no list knows: told by their head noun, or by capitals."""

import re

from tenu.reading.names.lexicon import given_names, match, ordinary_words
from tenu.reading.names.mention import MentionKind
from tenu.reading.names.sentence import Sentence

ACTORS = (MentionKind.COUNTRY, MentionKind.ADJECTIVE)
LONGEST_BODY = 14
"""Atoms that the name of a body may run on for."""


def government_at(sentence: Sentence, i: int) -> tuple[int, int, str] | None:
    """Give the atoms and the country of a government that begins at atom `i`: “les autorités moldaves”."""
    atoms, words = sentence.atoms, sentence.words
    listed = sentence.listed.get(i)
    if listed is None and atoms.folded[i] not in words.government_of and atoms.folded[i] not in words.governments:
        return None
    if listed and listed.known.kind in ACTORS and listed.known.iso and words.language == "en":
        noun = listed.after
        while noun < atoms.size and atoms.folded[noun] in ("federal", "s", "national"):
            noun += 1
        if noun < atoms.size and atoms.folded[noun] in words.governments and _close(sentence, i, noun):
            return i, noun + 1, listed.known.iso
        return None
    if (found := match(words.government_of, atoms.folded, i)) is not None:
        after = i + found[0]
        while after < atoms.size and atoms.folded[after] in ("the", "la", "l", "republic", "of"):
            after += 1
        country = sentence.listed.get(after)
        if country and country.known.kind is MentionKind.COUNTRY and country.known.iso and _close(sentence, i, after):
            return i, country.after, country.known.iso
    if words.language == "fr" and atoms.folded[i] in words.governments:
        after = i + 1
        while after < atoms.size and atoms.folded[after] in ("federal", "federales", "nationales", "competentes"):
            after += 1
        adjective = sentence.listed.get(after)
        if (
            adjective
            and adjective.known.kind is MentionKind.ADJECTIVE
            and adjective.known.iso
            and _close(sentence, i, after)
        ):
            return i, adjective.after, adjective.known.iso
    return None


def _close(sentence: Sentence, first: int, last: int) -> bool:
    return all(re.fullmatch(r"[ \u00a0]?[’'.]?[ \u00a0]?", sentence.atoms.gap(j)) for j in range(first, last))


def body_at(sentence: Sentence, i: int, stops: frozenset[int]) -> tuple[int, int] | None:
    """Give the atoms of an unlisted body that begins at atom `i`: “Interagency Working Group on …”, “ministère de …”.

    `stops` are the atoms of people's names, which are no part of a body's.
    """
    if i in stops:
        return None
    if sentence.words.language == "en":
        return _english_body(sentence, i, stops) if sentence.atoms.capital[i] else None
    return _french_body(sentence, i, stops) if sentence.atoms.folded[i] in sentence.words.body_heads else None


def _english_body(sentence: Sentence, i: int, stops: frozenset[int]) -> tuple[int, int] | None:
    """Take a run of capitals with a body's noun in it, and what “of”, “for” and “on” add."""
    atoms, words = sentence.atoms, sentence.words
    if atoms.folded[i] in words.common and not match(words.body_heads, atoms.folded, i):
        return None
    j, head = i, None
    while j < atoms.size and j - i < LONGEST_BODY and j not in stops:
        if not atoms.capital[j]:
            linked = head is None and atoms.words[j] == "and" and j + 1 < atoms.size and atoms.capital[j + 1]
            if not linked or _passed_body(sentence, i, j) or j == i or atoms.gap(j - 1).strip():
                break
            j += 1
            continue
        if (j > i and not _adjoins(sentence, j - 1)) or (
            match(words.heads, atoms.folded, j) and not match(words.body_heads, atoms.folded, j)
        ):
            break
        found = match(words.body_heads, atoms.folded, j)
        if found is not None:
            head, j = j, j + found[0]
        else:
            j += 1
    if head is None:
        return None
    end = _past_links(sentence, max(_past_head(sentence, head), head + 1), stops)
    return (i, end) if end - i > 1 else None


def _passed_body(sentence: Sentence, first: int, after: int) -> bool:
    return any(
        j in sentence.covered and sentence.covered[j].known.kind is MentionKind.ORGANISATION
        for j in range(first, after)
    )


def _past_head(sentence: Sentence, head: int) -> int:
    found = match(sentence.words.body_heads, sentence.atoms.folded, head)
    return head + (found[0] if found else 1)


def _adjoins(sentence: Sentence, j: int) -> bool:
    return bool(re.fullmatch(r"[ \u00a0]|[-‑–&]| & |\. ?|[’']", sentence.atoms.gap(j)))


def _past_links(sentence: Sentence, j: int, stops: frozenset[int]) -> int:
    """Give the atom after “of the United Nations”, “on Coal and Power Plant Communities” behind a body's noun."""
    atoms, words = sentence.atoms, sentence.words
    end = j
    while True:
        position = end
        while (
            position < atoms.size
            and atoms.folded[position] in words.body_links
            and not atoms.capital[position]
            and atoms.gap(position - 1) in (" ", "\u00a0", " & ")
        ):
            position += 1
        if (
            position == end
            or position >= atoms.size
            or position in stops
            or not atoms.capital[position]
            or atoms.gap(position - 1).strip()
        ):
            return end
        if "and" in atoms.folded[end:position] and (position - end > 1 or not _common_noun(sentence, position)):
            return end  # "the Department of Energy and Jennifer Granholm"
        if atoms.folded[end] in ("to", "in", "with", "against", "la", "du", "and") and end == j:
            return end
        end = position
        while (
            end < atoms.size
            and end not in stops
            and atoms.capital[end]
            and (end == position or _adjoins(sentence, end - 1))
        ):
            end += 1


def _common_noun(sentence: Sentence, j: int) -> bool:
    atoms, words = sentence.atoms, sentence.words
    if j in sentence.covered or atoms.folded[j] in given_names() or match(words.body_heads, atoms.folded, j):
        return False
    return any(atoms.folded[j] in listed for listed in (words.portfolio, words.common, ordinary_words(words.language)))


def _french_body(sentence: Sentence, i: int, stops: frozenset[int]) -> tuple[int, int] | None:
    """Take a body's noun with what tells which one: “ministère des Affaires étrangères”, “Commission Vérité”."""
    atoms, words = sentence.atoms, sentence.words
    found = match(words.body_heads, atoms.folded, i)
    if found is None or i in sentence.covered:
        return None
    first_noun = i + found[0]
    j = end = first_noun
    capital, of_field = atoms.capital[i], atoms.folded[i] in OF_A_FIELD
    told = False
    while j < atoms.size and j - i < LONGEST_BODY and j not in stops:
        if not re.fullmatch(r"[ \u00a0\u202f]?[’'\-‑]?[ ]?", atoms.gap(j - 1)):
            break
        before = atoms.words[j - 1]
        if j in sentence.covered:
            listed = sentence.covered[j]
            if j == first_noun and listed.known.kind is MentionKind.ORGANISATION:
                return None
            if j > first_noun and before not in OF and listed.known.kind is not MentionKind.ADJECTIVE:
                break
            j = end = listed.after
            told = True
        elif (
            atoms.folded[j] in words.body_links
            and atoms.words[j] != "a"
            and (atoms.folded[j] != "et" or _field(sentence, j + 1))
        ):
            j += 1
        elif atoms.capital[j] and before != "et":
            j = end = j + 1
            told = True
        elif atoms.folded[j] in words.portfolio and (capital or of_field or told):
            j = end = j + 1
            told = told or of_field
        else:
            break
    return (i, end) if end > first_noun and (told or capital) else None


OF = frozenset({"de", "d", "du", "des", "la", "l", "le", "les"})
OF_A_FIELD = frozenset({"ministere", "departement", "secretariat"})


def _field(sentence: Sentence, j: int) -> bool:
    """Tell whether a field of work follows “et”: “… et de la coopération”, “… et climatique”."""
    atoms, words = sentence.atoms, sentence.words
    while j < atoms.size and atoms.words[j] in OF:
        j += 1
    return j < atoms.size and j not in sentence.covered and atoms.folded[j] in words.portfolio
