"""Which capitals in a sentence mean a name, and which only begin a sentence or fill a headline."""

from tenu.reading.analysis import Analysis
from tenu.reading.names.atoms import Atoms
from tenu.reading.names.lexicon import Lexicon, given_names, ordinary_words

HEADLINE_SHARE = 0.6
"""From this share of capitals among its longer words on, a sentence is set like an English headline."""

LONGEST_HEADLINE = 15
"""Past so many words a full stop ends a sentence that only names many people."""


def is_headline(atoms: Atoms) -> bool:
    """Tell whether a sentence is set with capitals throughout."""
    if atoms.size > LONGEST_HEADLINE and atoms.text.rstrip().endswith("."):
        return False
    longer = [capital for word, capital in zip(atoms.words, atoms.capital, strict=True) if len(word) > 3]
    return len(longer) >= 4 and sum(longer) >= HEADLINE_SHARE * len(longer)


def proper_words(
    atoms: Atoms, analysis: Analysis, words: Lexicon, lower: frozenset[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Give the atoms that may begin a name, and those that may go on with one.

    `lower` are the words, folded, that the document has in small letters too.
    """
    headline = is_headline(atoms)
    ordinary = ordinary_words(words.language)
    tags = _tags(atoms, analysis, atoms.size if headline else 1)
    proper, continuing = set(), set()
    first = True
    for i, word in enumerate(atoms.words):
        if atoms.capital[i]:
            folded = atoms.folded[i]
            common = folded in words.common
            small_too = common or folded in lower or folded in ordinary
            given = folded in given_names()
            if not common and (given or not (first or headline) or _tagged_name(tags.get(i, ""), first, small_too)):
                proper.add(i)
            may_follow = not common or (given and not headline) or len(word) == 1
            if may_follow and (given or len(word) == 1 or not (headline and small_too)):
                continuing.add(i)
        first = False
    return frozenset(proper), frozenset(continuing | proper)


def _tagged_name(tag: str, first: bool, small_too: bool) -> bool:
    """Tell whether a word that must have its capital anyway is a name: by its word class, where a parser told it."""
    if tag in ("", "X"):
        return not small_too
    return tag == "PROPN" if first else not small_too and tag not in ("VERB", "AUX", "ADP", "DET", "PRON", "ADV")


def _tags(atoms: Atoms, analysis: Analysis, count: int) -> dict[int, str]:
    """Give the word class of the first atoms, from the word that each begins in."""
    classes: dict[int, str] = {}
    token = 0
    for i, start in enumerate(atoms.starts[:count]):
        place = analysis.start + start
        while token < len(analysis.tokens) and analysis.tokens[token].end <= place:
            token += 1
        if token < len(analysis.tokens) and analysis.tokens[token].start <= place:
            classes[i] = analysis.tokens[token].upos
    return classes
