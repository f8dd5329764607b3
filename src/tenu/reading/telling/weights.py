"""The weights of signs, one table a language; `models/telling.py` works them out."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from tenu.record import Kind

BIAS = "(bias)"
_WHOLE = 100  # hundredths


@dataclass(frozen=True, slots=True)
class Weights:
    """For each sign what it adds to the log-odds that a sentence tells a claim of each kind (logistic regression).

    Signs come in no order, so weights are whole hundredths, which add up exactly: a rounding that hung on their order
    would choose between words that say as much.
    """

    kinds: tuple[Kind, ...]
    rows: Mapping[str, tuple[int, ...]]
    """A sign's weights in hundredths, in the order of `kinds`; the row `(bias)` counts for every sentence."""

    def likelihoods(self, signs: Collection[str]) -> dict[Kind, float]:
        """Give how likely (0 to 1) a sentence with these signs tells a claim of each kind."""
        found = [self.rows[sign] for sign in (BIAS, *signs) if sign in self.rows]
        return {
            kind: 1 / (1 + exp(-sum(column) / _WHOLE))
            for kind, column in zip(self.kinds, zip(*found, strict=True), strict=True)
        }

    def worth(self, kind: Kind, signs: Collection[str]) -> float:
        """Add up what signs say for a kind, in log-odds."""
        place = self.kinds.index(kind)
        return sum(self.rows[sign][place] for sign in signs if sign in self.rows) / _WHOLE


@cache
def weights(code: str) -> Weights:
    """Give the weights of a language."""
    return load(Path(__file__).parent.parent / code / "telling.tsv")


def load(path: Path) -> Weights:
    """Read a table of weights: a sign a row, a kind a column; what is empty weighs nothing."""
    with path.open(encoding="utf-8", newline="") as lines:
        sheet = csv.reader(lines, delimiter="\t")
        kinds = tuple(Kind(name) for name in next(sheet)[1:])
        return Weights(
            kinds, {sign: tuple(round(_WHOLE * float(value or 0)) for value in values) for sign, *values in sheet}
        )
