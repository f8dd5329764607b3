"""Count what the parser makes of the sentences in `checks/`: `python check.py LANGUAGE [FOLDER]`."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenu.reading.analysis import Analysis
from tenu.reading.parsing.shipped import ShippedParser

CHECKS = Path(__file__).with_name("checks")
MARK = re.compile(r"\[([^]|]+)(?:\|([^]]+))?\]|\{([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence without its marks; where its marked verb and other word start; the lemma asked for."""

    text: str
    verb: int
    other: int | None
    lemma: str | None


def cases(name: str) -> Iterator[Case]:
    """The marked sentences of one file."""
    for line in (CHECKS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            yield case(line)


def case(line: str) -> Case:
    """A sentence with [verb|lemma] and {word} marked in it."""
    text, at, verb, other, lemma = "", 0, 0, None, None
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        if mark[3]:
            other = len(text)
        else:
            verb, lemma = len(text), mark[2]
        text += mark[1] or mark[3]
        at = mark.end()
    return Case(text + line[at:], verb, other, lemma)


def right(name: str, case: Case, read: Analysis) -> bool:
    """Tell whether the analysis says of the marked words what the file is about."""
    at = {token.start: token for token in read.tokens}
    verb, other = at.get(case.verb), at.get(case.other if case.other is not None else -1)
    if verb is None:
        return False
    if name.startswith("inversion"):
        return other is not None and other.deprel.startswith("nsubj") and other.head == verb.i
    if name.startswith("modals"):
        return other is not None and (other.upos, other.relation, other.head) == ("AUX", "aux", verb.i)
    wanted = {"futures": ("Ind", "Fut"), "conditionals": ("Cnd", "Pres")}[name.partition(".")[0]]
    return (
        verb.lemma == case.lemma
        and (verb.feats.get("Mood"), verb.feats.get("Tense")) == wanted
        and verb.upos in ("VERB", "AUX")
    )


def main(language: str, folder: str | None = None) -> None:
    """Print how many are right, and those that are not."""
    parser = ShippedParser(language, Path(folder) if folder else None)
    for path in sorted(CHECKS.glob(f"*.{language}.txt")):
        if path.stem.startswith("verbs"):
            continue
        asked = list(cases(path.stem))
        read = parser.parse([(case.text, 0) for case in asked])
        wrong = [case.text for case, analysis in zip(asked, read, strict=True) if not right(path.stem, case, analysis)]
        print(f"{path.stem}: {len(asked) - len(wrong)} of {len(asked)}", *wrong, sep="\n  ")


if __name__ == "__main__":
    main(*sys.argv[1:])
