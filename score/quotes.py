#!/usr/bin/env python3
"""Print the statements that tenu finds in a set of texts, for a scorer.

    quotes.py SET.jsonl[.gz] [--language en] [--manner direct mixed]

SET holds one JSON object a line with `id` and `text`, and `lang` where the language is not `--language`. Printed is one
object a line, `{id, quotes: [{start, end, kind, speaker, speaker_start, speaker_end, cue_start, cue_end}]}`, offsets in
code points of `text`, null where the text names no speaker.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tenu.reading import quotations, sentences
from tenu.reading.parsing.shipped import parser
from tenu.reading.quotations import Statement
from tenu.record import Manner


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Give the set's objects in order, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def statements(text: str, language: str) -> list[Statement]:
    """Find the statements of a text in one language."""
    spans = sentences.split(text, language)
    analyses = parser(language).parse([(text[span.start : span.end], span.start) for span in spans])
    return quotations.find(text, analyses)


def joined(found: list[Statement]) -> Iterator[list[Statement]]:
    """Bring together the pieces of one quotation: sets that mark `he said` within a quotation mark it once."""
    pieces: list[Statement] = []
    for statement in found:
        if pieces and not statement.goes_on:
            yield pieces
            pieces = []
        pieces.append(statement)
    if pieces:
        yield pieces


def as_quote(pieces: list[Statement]) -> dict[str, Any]:
    """Lay out a statement, or the pieces of one, as the scorer takes it."""
    statement = pieces[0]
    speaker, cue = statement.speaker, statement.cue
    return {
        "start": statement.content.start,
        "end": pieces[-1].content.end,
        "kind": statement.manner.value,
        "speaker": statement.name,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
    }


def main() -> None:
    """Read the set and print what is found."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("set", type=Path)
    arguments.add_argument("--language", default="en", help="of texts that do not say theirs (default: en)")
    arguments.add_argument(
        "--manner", nargs="+", choices=list(Manner), default=list(Manner), help="print these alone (default: all)"
    )
    options = arguments.parse_args()
    for row in rows(options.set):
        found = statements(row["text"], row.get("lang") or options.language)
        quotes = [as_quote(pieces) for pieces in joined(found) if pieces[0].manner in options.manner]
        sys.stdout.write(json.dumps({"id": row["id"], "quotes": quotes}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
