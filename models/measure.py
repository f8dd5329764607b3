"""Score a parser, raw sentences in, with its speed: `python measure.py LANGUAGE FOLDER [TREEBANK …]`."""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tenu.reading.analysis import Analysis
from tenu.reading.parsing.shipped import ShippedParser
from treebanks import Sentence, sentences

TESTS = {
    "fr": ["fr_pud-ud-test", "fr_sequoia-ud-test", "fr_gsd-ud-test"],
    "en": ["en_pud-ud-test", "en_ewt-ud-test"],
}
CONTENT = {
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl",
    "advmod", "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound",
    "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
}  # fmt: skip
Counts = Counter[str]


def count(gold: Sentence, read: Analysis, sums: Counts, labels: dict[str, Counts]) -> None:
    """Add one sentence's hits; words match by place, relations without their subtype, as at CoNLL 2018."""
    there = {place: i for i, place in enumerate(places(gold))}
    found = {(token.start, token.end): token for token in read.tokens}
    match = {token.i: there.get(place) for place, token in found.items()}
    sums["gold"] += len(gold.words)
    sums["read"] += len(read.tokens)
    for word in gold.words:
        sums["clas gold"] += base(word.deprel) in CONTENT
    for token in read.tokens:
        relation = "root" if token.head == token.i else token.relation
        labels.setdefault(relation, Counter())["read"] += 1
        sums["clas read"] += relation in CONTENT
        i = match[token.i]
        if i is None:
            continue
        word = gold.words[i]
        headed = match[token.head] == word.head
        right = headed and relation == base(word.deprel)
        sums["tokens"] += 1
        if word.deprel != "punct":
            sums["words"] += 1
            sums["words las"] += right
        sums["upos"] += token.upos == word.upos
        sums["feats"] += token.feats == dict(pair.split("=", 1) for pair in word.feats.split("|") if pair)
        sums["lemma"] += token.lemma == word.lemma
        sums["uas"] += headed
        sums["las"] += right
        sums["las full"] += headed and (token.deprel == word.deprel or token.head == token.i)
        sums["clas"] += right and relation in CONTENT
        labels[relation]["hit"] += right
    for i, word in enumerate(gold.words):
        labels.setdefault("root" if word.head == i else base(word.deprel), Counter())["gold"] += 1


def base(deprel: str) -> str:
    """A relation without its subtype."""
    return deprel.partition(":")[0]


def places(gold: Sentence) -> list[tuple[int, int]]:
    """Where the words of a treebank's sentence stand in its text."""
    text, found, at = gold.text.replace("\u00a0", " "), [], 0
    for word in gold.words:
        form = word.form.replace("\u00a0", " ")
        start = text.index(form, at)
        at = start + len(form)
        found.append((start, at))
    return found


def f1(hit: int, read: int, gold: int) -> float:
    """F1 in percent."""
    return round(200 * hit / max(1, read + gold), 2)


def scores(parser: ShippedParser, treebank: str) -> dict[str, object]:
    """All scores on one treebank."""
    gold = list(sentences(treebank))
    sums: Counts = Counter()
    labels: dict[str, Counts] = {}
    for sentence, read in zip(gold, parser.parse([(sentence.text, 0) for sentence in gold]), strict=True):
        count(sentence, read, sums, labels)
    of = (sums["read"], sums["gold"])
    table: dict[str, object] = {
        name: f1(sums[name], *of) for name in ("tokens", "upos", "feats", "lemma", "uas", "las", "las full")
    }
    table["las without punctuation"] = round(100 * sums["words las"] / sums["words"], 2)
    table["clas"] = f1(sums["clas"], sums["clas read"], sums["clas gold"])
    by_size = sorted(labels.items(), key=lambda item: -item[1]["gold"])
    table["labels"] = {name: f1(c["hit"], c["read"], c["gold"]) for name, c in by_size if c["gold"] >= 10}
    return table


def speed(parser: ShippedParser) -> int:
    """Words a second of one core's time over the PUD sentences, best of three."""
    texts = [(sentence.text, 0) for sentence in sentences(f"{parser.language}_pud-ud-test")]
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        words = sum(len(read.tokens) for read in parser.parse(texts))
        best = max(best, words / (time.process_time() - began))
    return round(best)


def loading(language: str, folder: Path) -> dict[str, float]:
    """Seconds of processor time that a fresh process needs for imports, model and first sentence."""
    program = (
        "import time; a = time.process_time()\n"
        "from pathlib import Path\nfrom tenu.reading.parsing.shipped import ShippedParser\n"
        f"b = time.process_time(); parser = ShippedParser({language!r}, Path({str(folder)!r}))\n"
        "c = time.process_time(); parser.parse([('Berne, 3.', 0)]); d = time.process_time()\n"
        "print(b - a, c - b, d - c)"
    )
    runs = [
        [
            float(part)
            for part in subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.split()
        ]
        for _ in range(3)
    ]
    best = [round(min(run[i] for run in runs), 3) for i in range(3)]
    return dict(zip(("imports", "model", "first sentence"), best, strict=True))


def main(language: str, folder: str, *treebanks: str) -> None:
    """Print everything as JSON."""
    parser = ShippedParser(language, Path(folder))
    size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    report: dict[str, object] = {name: scores(parser, name) for name in treebanks or TESTS[language]}
    report |= {"bytes": size, "words a second": speed(parser), "seconds": loading(language, Path(folder))}
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
