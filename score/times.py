"""Print what tenu finds in a marked set of times, as JSON lines that a scorer compares: times.py SET.jsonl[.gz]."""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tenu.reading import times


def main() -> None:
    """Read `{id, lang, dct, text}` a line and print `{id, timex: [{start, end, type, value}]}` a line."""
    for row in rows(Path(sys.argv[1])):
        found = times.find(row["text"], row["lang"], anchor_of(row))
        marks = [{"start": t.start, "end": t.end, "type": t.type.value, "value": t.timex} for t in found]
        print(json.dumps({"id": row["id"], "timex": marks}, ensure_ascii=False))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Give a file's objects, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def anchor_of(row: dict[str, Any]) -> date | None:
    """Give the moment that a row's times are counted from: with the hour where the set tells it."""
    if row.get("ref_datetime"):
        return datetime.fromisoformat(row["ref_datetime"]).replace(tzinfo=None)
    return date.fromisoformat(row["dct"]) if row.get("dct") else None


if __name__ == "__main__":
    main()
