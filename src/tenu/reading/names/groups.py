"""Groups of people or countries that a text means as actors: “the two leaders”, “les Alliés”, “G7 leaders”."""

import re

from tenu.reading.names.lexicon import Lexicon, match
from tenu.reading.names.sentence import Sentence


def group_at(sentence: Sentence, i: int, words: Lexicon) -> tuple[int, int] | None:
    """Give the atoms of a group that begins at atom `i`, with the name or number before its noun."""
    atoms = sentence.atoms
    noun = i
    if i not in sentence.covered and not (
        atoms.folded[i] in words.dual or atoms.folded[i] in words.group_nouns or atoms.words[i].isdigit()
    ):
        return None
    if noun in sentence.covered:
        noun = sentence.covered[noun].after
    elif atoms.folded[noun] in words.dual or atoms.words[noun].isdigit():
        noun += 1
    if noun >= atoms.size or (noun > i and not re.fullmatch(r"[ \u00a0]", atoms.gap(noun - 1))):
        return None
    found = match(words.group_nouns, atoms.folded, noun)
    if found is None or (noun == i and not _stands_alone(sentence, i)):
        return None
    return i, noun + found[0]


def _stands_alone(sentence: Sentence, i: int) -> bool:
    """Tell whether a group's noun has an article before it: “les ministres”, “the parties”."""
    atoms = sentence.atoms
    return sentence.atoms.capital[i] or (i > 0 and atoms.folded[i - 1] in ("the", "les", "both", "these", "ces"))
