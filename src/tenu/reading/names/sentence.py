"""A sentence ready for finding names: its atoms, the listed names in it, and which capitals mean a name."""

from tenu.reading.names.atoms import Atoms
from tenu.reading.names.gazetteer import Found
from tenu.reading.names.lexicon import Lexicon


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
