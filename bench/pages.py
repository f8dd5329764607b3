"""Read the press pages of the shared data beside trafilatura: what their texts hold, dates, titles, pages a second.

    python bench/pages.py [FOLDER]

FOLDER holds pages and `trafilatura_gold.json`, trafilatura's own marks: stretches that a page's text must hold and
must not hold. Title, date lines and captions are blocks of their own for tenu, as trafilatura gives title and date
apart, so that they do not count as held against the marks. Speed is pages a second of processor time, both readers in
turn on each page.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import trafilatura

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Document

APART = ("title", "date", "caption")
ROUNDS = 3


@dataclass
class Score:
    """What one reader made of the marked pages."""

    held: int = 0
    must: int = 0
    kept_out: int = 0
    must_not: int = 0
    titles: int = 0
    dates: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(
        self, name: str, whole: str, body: str, title: str | None, date: str | None, marks: dict[str, object]
    ) -> None:
        """Count what a page's whole text holds of what it must, and its body of what it must not."""
        with_, without = marks["with"], marks["without"]
        assert isinstance(with_, list)
        assert isinstance(without, list)
        missed = [words for words in with_ if words not in whole]
        extra = [words for words in without if words in body]
        self.must += len(with_)
        self.held += len(with_) - len(missed)
        self.must_not += len(without)
        self.kept_out += len(without) - len(extra)
        self.titles += bool(marks.get("title")) and title == marks["title"]
        self.dates += bool(marks.get("date")) and date == marks["date"]
        self.wrong += [f"{name} misses “{words}”" for words in missed] + [f"{name} holds “{words}”" for words in extra]

    def line(self, name: str, pages: int) -> str:
        """Give the score as one line of a table."""
        speed = pages * ROUNDS / self.seconds
        return (
            f"{name:12} must hold {self.held}/{self.must}  must not hold {self.kept_out}/{self.must_not}  "
            f"titles {self.titles}  dates {self.dates}  {speed:.1f} pages/s"
        )


def body_of(document: Document) -> str:
    """Give the text of a document's blocks without title, dates and captions."""
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind not in APART)


def read_by_trafilatura(page: bytes) -> tuple[str, str | None, str | None]:
    """Give text, title and date as trafilatura reads them."""
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return "", None, None
    return found.text or "", found.title, found.date


def offsets(pages: dict[str, bytes]) -> tuple[int, int]:
    """Count the places that hold exactly their words, and all places: of blocks, and of what claims point to."""
    exact = of = 0
    for name, page in pages.items():
        document = open_document(page, name)
        text, end = document.text, 0
        for block in document.blocks:
            words = text[block.start : block.end]
            exact += end <= block.start and bool(words) and words == words.strip()
            of, end = of + 1, block.end
        for words, start, stop in _pointed_to(document):
            exact += text[start:stop] == words
            of += 1
    return exact, of


def _pointed_to(document: Document) -> Iterator[tuple[str, int, int]]:
    if document.language not in ("fr", "en"):
        return
    for claim in read(document):
        yield from ((passage.text, passage.start, passage.end) for passage in (claim.evidence, *claim.also))
        yield from ((actor.mention, actor.start, actor.end) for actor in claim.actors)
        yield from ((words.text, words.start, words.end) for words in claim.unread)


def main(folder: Path) -> None:
    """Print the scores of both readers on a folder of pages."""
    marks = json.loads((folder / "trafilatura_gold.json").read_text("utf-8"))
    pages = {path.name: path.read_bytes() for path in sorted(folder.glob("*.html"))}
    ours, theirs = Score(), Score()
    for _ in range(ROUNDS):
        for name, page in pages.items():
            begun = time.process_time()
            document = open_document(page, name)
            ours.seconds += time.process_time() - begun
            begun = time.process_time()
            read_by_trafilatura(page)
            theirs.seconds += time.process_time() - begun
    exact, of = offsets(pages)
    for name, told in marks.items():
        document = open_document(pages[name], name)
        ours.add(name, document.text, body_of(document), document.title, document.published, told)
        text, title, date = read_by_trafilatura(pages[name])
        theirs.add(name, text, text, title, date, told)
    marked = sum(bool(told.get("title")) for told in marks.values()), sum(bool(t.get("date")) for t in marks.values())
    print(f"{len(pages)} pages, {len(marks)} marked, {marked[0]} with a title, {marked[1]} with a date")
    for reader, score in (("tenu", ours), ("trafilatura", theirs)):
        print(score.line(reader, len(pages)))
        for wrong in score.wrong:
            print("   ", wrong)
    print(f"offsets exact {exact}/{of}: blocks of the pages, and passages, actors and items of the claims read in them")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/pages"))
