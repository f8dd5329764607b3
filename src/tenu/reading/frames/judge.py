"""Whom the frames ask what a noun phrase stands for; they know no names themselves."""

from typing import Protocol

from tenu.reading.analysis import Analysis


class Judge(Protocol):
    """Whoever can tell what a noun phrase stands for, by its head."""

    def may_act(self, analysis: Analysis, head: int) -> bool:
        """Tell whether it is a person, a body, a country or a group of them."""
        ...

    def may_own(self, analysis: Analysis, head: int) -> bool:
        """Tell whether a word before or behind a noun names a body or a country to which that noun belongs."""
        ...

    def is_person(self, analysis: Analysis, head: int) -> bool:
        """Tell whether it is a person, or persons."""
        ...

    def is_organisation(self, analysis: Analysis, head: int) -> bool:
        """Tell whether it is an organisation, by its name."""
        ...

    def is_place(self, analysis: Analysis, head: int) -> bool:
        """Tell whether it is a place or a country."""
        ...

    def is_sum(self, analysis: Analysis, head: int) -> bool:
        """Tell whether it is a sum of money, or a thing with its price."""
        ...
