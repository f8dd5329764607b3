"""What a counting rule is."""

from collections.abc import Callable
from dataclasses import dataclass

from tenu.ledger import KeptClaim
from tenu.record import Basis, Number, Stage


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that a claim tells, where it is from, and the item it is for (None: the whole)."""

    amount: Number
    currency: str
    basis: Basis
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for counting promises: a new version gets a new number, so that a sum can be told with how it was made.

    `stages` are those that count, the one to prefer first where one matter tells several; `money` picks the amounts of
    a claim; `currency` is the rule's own, None where each currency is counted by itself.
    """

    name: str
    version: int
    words: str
    source: str
    stages: tuple[Stage, ...]
    currency: str | None
    money: Callable[[KeptClaim, str | None], list[Money]]

    @property
    def title(self) -> str:
        """Give the name with the version."""
        return f"{self.name}/{self.version}"
