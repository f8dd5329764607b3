"""The weights of signs, one table a language; `models/telling.py` works them out."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from tenu.record import Kind

BIAS = "(bias)"


@dataclass(frozen=True, slots=True)
class Weights:
    """For each sign what it adds to the log-odds that a sentence tells a claim of a kind (logistic regression)."""

    table: Mapping[str, Mapping[Kind, float]]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that the table weighs."""
        return tuple(self.table[BIAS])

    def likelihood(self, kind: Kind, signs: Collection[str]) -> float:
        """Give how likely (0 to 1) a sentence with these signs tells a claim of the kind."""
        return 1 / (1 + exp(-self.worth(kind, (BIAS, *signs))))

    def worth(self, kind: Kind, signs: Collection[str]) -> float:
        """Add up what signs say for a kind, in log-odds."""
        return sum(self.table[sign].get(kind, 0.0) for sign in signs if sign in self.table)


@cache
def weights(code: str) -> Weights:
    """Give the weights of a language."""
    return load(Path(__file__).parent.parent / code / "telling.tsv")


def load(path: Path) -> Weights:
    """Read a table of weights: a sign a row, a kind a column; what is empty weighs nothing."""
    table: dict[str, dict[Kind, float]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            sign = row.pop("sign")
            table[sign] = {Kind(kind): float(value) for kind, value in row.items() if value}
    return Weights(table)
