"""Speed and memory of the reading: beside its parser, as documents grow, and of times beside dateparser.

    python bench/reading.py [--long]      (--long grows documents to two million letters: some minutes)

One core. What is timed is the processor's time, so that a busy machine tells the same; the ratios are what to look at.
"""

import importlib
import importlib.util
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tenu.document import open_document
from tenu.reading import read, sentences, times
from tenu.reading.language import language
from tenu.record import Document

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "tenu" / "samples"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 2_000_000)  # the last is the most that a document may hold
ROUNDS = 3


def main() -> None:
    """Print the figures of both languages."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents = {code: samples(code) for code in ("fr", "en")}
    for code, some in documents.items():
        read(some[0])  # what is loaded once is loaded before the clock runs
        beside_the_parser(code, some)
    for code, some in documents.items():
        as_it_grows(code, some)
    beside_dateparser(documents["en"])
    print(f"memory at its highest {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def samples(code: str) -> list[Document]:
    """Give the sample releases in a language."""
    return [open_document(path.read_bytes(), path.name) for path in sorted(SAMPLES.glob(f"*.{code}.txt"))]


def beside_the_parser(code: str, documents: list[Document]) -> None:
    """Compare the words a second of the whole reading with those of the parser alone, in turns."""
    words = sum(len(document.text.split()) for document in documents)
    whole, alone = [], []
    for _ in range(ROUNDS):
        whole.append(seconds(lambda: [read(document) for document in documents]))
        alone.append(seconds(lambda: [parse(document) for document in documents]))
    print(
        f"{code}: whole reading {words / min(whole):,.0f} words/s, parser alone {words / min(alone):,.0f} words/s, "
        f"ratio {min(alone) / min(whole):.2f}"
    )


def parse(document: Document) -> object:
    """Cut a document into sentences and analyse them, and nothing more."""
    text = document.text
    spans = sentences.split(text, document.language)
    return language(document.language).parser.parse([(text[span.start : span.end], span.start) for span in spans])


def as_it_grows(code: str, documents: list[Document]) -> None:
    """Read one text of each size; linear is where a kilobyte of the longest takes as long as one of the others."""
    whole = "\n\n".join(document.text for document in documents)
    rates: list[float] = []
    for size in SIZES if "--long" in sys.argv else SIZES[:3]:
        text = ("\n\n".join([whole] * (size // len(whole) + 1)))[:size]
        document = open_document(text.encode(), "grown.txt", language=code, published="2026-02-01")
        took = seconds(lambda document=document: read(document))  # type: ignore[misc]
        rates.append(took / size * 1e6)
        print(f"{code}: {size:>9,} letters in {took:7.2f} s, {rates[-1]:.2f} ms a thousand", flush=True)
    print(f"{code}: the longest takes {rates[-1] / rates[1]:.2f} times as long a letter as the second")


def beside_dateparser(documents: list[Document]) -> None:
    """Compare the letters a second of the times alone with those of dateparser's search, on the same texts."""
    letters = sum(len(document.text) for document in documents)
    ours = seconds(lambda: [times.find(document.text, "en", None) for document in documents])
    print(f"times: {letters / ours:,.0f} letters/s")
    if importlib.util.find_spec("dateparser") is None:
        print("times: dateparser is not installed here, so nothing stands beside them (pip install dateparser)")
        return
    search = importlib.import_module("dateparser.search").search_dates
    search("On 3 March.", languages=["en"])
    theirs = seconds(lambda: [search(document.text, languages=["en"]) for document in documents])
    print(f"times: dateparser {letters / theirs:,.0f} letters/s, ratio {theirs / ours:.1f}")


def seconds(work: Callable[[], object]) -> float:
    """Give the seconds of the processor that some work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
