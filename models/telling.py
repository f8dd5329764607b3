"""Weigh the signs by which sentences tell claims, on marked documents: `python models/telling.py FOLDER …`.

Each folder holds `gold` (marks, as the manual says) and `corpus` (their texts). For each kind of claim a logistic
regression (scikit-learn) learns from every sentence whether it is the evidence of a required mark. Optional marks and
further passages of one are left out: they are neither. Written are `telling.tsv` of both languages; printed is F1 by
sentence, for the frames alone and with the words, five times on a fifth of the documents that the weights did not see.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from tenu.document import open_document
from tenu.pairing.wording import same_passage
from tenu.reading.claims.weighing import COMMON, LIKELY, UNLIKELY, Weighing
from tenu.reading.language import COVERED, language
from tenu.reading.reader import judge, prepare
from tenu.reading.telling.weights import BIAS
from tenu.record import Kind
from tenu.scoring import Marked, open_marked

SHIPPED = Path(__file__).resolve().parent.parent / "src" / "tenu" / "reading"
KINDS = tuple(kind for kind in Kind if kind is not Kind.STATEMENT)
STRENGTH = 0.5  # inverse of the L2 penalty; 0.3 and 1.2 give the same within .003
OFTEN = 5  # sentences that a sign has to stand in
LEAST = 0.05  # weights nearer to nothing are not kept


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its signs, what its frames tell, and for each kind whether it is evidence; None where in doubt."""

    language: str
    document: str
    signs: frozenset[str]
    framed: frozenset[Kind]
    tells: dict[Kind, bool | None]


def examples(folder: Path) -> Iterator[Example]:
    """Give the sentences of a folder's marked documents."""
    for sheet in sorted((folder / "gold").glob("*.yaml")):
        marked = open_marked(sheet)
        if marked.entries is not None:
            yield from of_document(marked, folder / "corpus" / marked.file)


def of_document(marked: Marked, path: Path) -> Iterator[Example]:
    """Give the sentences of one marked document."""
    document = open_document(path.read_bytes(), path.name)
    sentences, known = prepare(document)
    weighing = Weighing(judge(sentences, known), len(sentences), document.published)
    for sentence in sentences:
        tongue = language(sentence.analysis.language)
        weighed = weighing.weigh(sentence, tongue)
        framed = frozenset(kind for kind in KINDS if f"frame {kind}" in weighed.signs)
        tells = {kind: evidence_for(kind, sentence.analysis.text, marked) for kind in KINDS}
        yield Example(tongue.code, marked.file, weighed.signs, framed, tells)


def evidence_for(kind: Kind, sentence: str, marked: Marked) -> bool | None:
    """Tell whether a sentence is the evidence of a required mark; None of an optional or a repeated one."""
    of_kind = [entry for entry in marked.entries or () if entry.kind is kind]
    here = [entry for entry in of_kind if same_passage(entry.evidence, sentence)]
    if any(not entry.optional for entry in here):
        return True
    again = any(same_passage(words, sentence) for entry in of_kind for words in entry.also)
    return None if here or again else False


def weigh(some: Sequence[Example], folder: Path) -> None:
    """Learn the weights from one language's sentences, print how good they are unseen, and write them."""
    often = Counter(sign for example in some for sign in example.signs)
    rows = [{sign: 1 for sign in example.signs if often[sign] >= OFTEN} for example in some]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    groups = np.array([example.document for example in some])
    table: dict[str, dict[Kind, float]] = {}
    for kind in KINDS:
        sure = np.array([example.tells[kind] is not None for example in some])
        true = np.array([bool(example.tells[kind]) for example in some])
        framed = np.array([kind in example.framed for example in some])
        model = LogisticRegression(C=STRENGTH, max_iter=1000)
        unseen = cross_val_predict(
            model, matrix[sure], true[sure], groups=groups[sure], cv=GroupKFold(5), method="predict_proba"
        )[:, 1]
        kept = framed[sure] & (unseen >= UNLIKELY) if kind in COMMON else framed[sure]
        both = kept | (unseen >= LIKELY)
        print(f"  {kind:<10} {true.sum():>4}  {f1(true[sure], framed[sure]):.3f}  {f1(true[sure], both):.3f}")
        model.fit(matrix[sure], true[sure])
        for sign, weight in zip((BIAS, *vectorizer.feature_names_), (*model.intercept_, *model.coef_[0]), strict=True):
            if sign == BIAS or abs(weight) >= LEAST:
                table.setdefault(sign, {})[kind] = weight
    write(table, folder / "telling.tsv")


def f1(true: np.ndarray, given: np.ndarray) -> float:
    """Give the F1 of what is given."""
    return float(2 * (true & given).sum() / max(true.sum() + given.sum(), 1))


def write(table: dict[str, dict[Kind, float]], path: Path) -> None:
    """Write a table of weights, two digits each."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        sheet = csv.writer(lines, delimiter="\t", lineterminator="\n")
        sheet.writerow(["sign", *KINDS])
        for sign in sorted(table):
            sheet.writerow([sign, *(f"{table[sign][kind]:.2f}" if kind in table[sign] else "" for kind in KINDS)])


if __name__ == "__main__":
    found = [example for folder in sys.argv[1:] for example in examples(Path(folder))]
    for code in COVERED:
        own = [example for example in found if example.language == code]
        print(f"{code}: {len({e.document for e in own})} documents, {len(own)} sentences; evidence, frames, with words")
        weigh(own, SHIPPED / code)
