"""Read Universal Dependencies treebanks as tenu's parsers see them: surface words, fewer features, common relations."""

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(os.environ.get("TENU_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
BUILD = Path(__file__).resolve().parent / "build"

# Relations kept with their subtype; any other subtype falls back on the relation itself.
SUBTYPES = {
    "nsubj:pass", "csubj:pass", "aux:pass", "aux:tense", "aux:caus", "obl:agent", "obl:arg", "obl:mod",
    "obl:unmarked", "acl:relcl", "expl:subj", "nmod:poss", "nmod:unmarked", "compound:prt",
}  # fmt: skip
FEATURES = {
    "Mood", "Tense", "VerbForm", "Voice", "Person", "Number", "Gender", "PronType", "Poss", "Polarity",
    "Definite", "NumType", "Reflex", "Degree", "Case",
}  # fmt: skip


@dataclass(slots=True)
class Word:
    """One word of a treebank; a root's `head` is its own index; `joined` if no space follows."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    joined: bool


@dataclass(slots=True)
class Sentence:
    """One sentence of a treebank."""

    name: str
    text: str
    words: list[Word]


def sentences(treebank: str) -> Iterator[Sentence]:
    """The sentences of a treebank named like `fr_sequoia-ud-train`."""
    with gzip.open(DATA / "ud" / f"{treebank}.conllu.gz", "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield sentence(block)
                block = []


def sentence(block: list[str]) -> Sentence:
    """One block of CoNLL-U; multiword tokens stay whole where the page does not show their parts."""
    comments = dict(line[2:].split(" = ", 1) for line in block if line.startswith("# ") and " = " in line)
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    words, place, last = [], {0: -1}, {}
    covered = 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, end = map(int, row[0].split("-"))
            parts = [other for other in rows if other[0].isdigit() and first <= int(other[0]) <= end]
            whole = "".join(part[1] for part in parts) != row[1]
            joined = "SpaceAfter=No" in row[9]
            if whole:
                words.append(merged(row[1], parts, joined))
                place.update((int(part[0]), len(words) - 1) for part in parts)
                covered = end
            else:
                last = {**{int(part[0]): True for part in parts[:-1]}, int(parts[-1][0]): joined}
        elif int(row[0]) > covered:
            joined = last.get(int(row[0]), "SpaceAfter=No" in row[9])
            words.append(Word(row[1], row[2], row[3], features(row[5]), int(row[6]), relation(row[7]), joined))
            place[int(row[0])] = len(words) - 1
    for i, word in enumerate(words):
        word.head = place[word.head] if word.head else i
    return Sentence(comments["sent_id"], comments["text"], words)


def merged(form: str, parts: list[list[str]], joined: bool) -> Word:
    """Several syntactic words as the one on the page: “du” stands where its “de” stood."""
    inside = {part[0] for part in parts}
    top = next(part for part in parts if part[6] not in inside)
    feats = "_" if top[3] == "ADP" and parts[-1][3] == "DET" else top[5]
    lemma = form.lower() if top[3] == "ADP" else top[2]
    return Word(form, lemma, top[3], features(feats), int(top[6]), relation(top[7]), joined)


def relation(deprel: str) -> str:
    """A relation with its subtype where it is one that is kept."""
    return deprel if deprel in SUBTYPES else deprel.partition(":")[0]


def features(feats: str) -> str:
    """The features that are kept, in UD's order."""
    if feats == "_":
        return ""
    return "|".join(pair for pair in feats.split("|") if pair.partition("=")[0] in FEATURES)
