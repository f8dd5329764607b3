"""Score the reading on every marked set that is here, and show each claim gained and lost against what has landed.

    python score/all.py [--land] [--only SET …] [--every N]

Sets lie in the project (`samples`) and in ../shared beside it (TENU_DATA names its data folder). `--land` writes the
figures to score/landed.json and to docs/scores.md. `--every N` takes each Nth readout and pair (20; 1 takes all).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from score import pairs, readouts
from score.landed import Scored, changes, fingerprint, land, stands

from tenu.cli.scoring import findings
from tenu.scoring import count

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TENU_DATA") or ROOT.parent / "shared" / "data")
SHARED = DATA.parent
PAGE = ROOT / "docs" / "scores.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
TIMES = ("timebank-en", "aquaint-en", "ntx-fr", "ntx-en", "duckling-fr", "duckling-en", "releases-fr", "ftb-fr")


def sets(every: int) -> dict[str, Callable[[], Scored]]:
    """Give the sets that are here, each with what scores it."""
    found: dict[str, Callable[[], Scored]] = {
        "samples": lambda: marked(ROOT / "tests" / "gold", ROOT / "src" / "tenu" / "samples"),
        "marked": lambda: marked(ROOT / "score" / "marked" / "gold", ROOT / "score" / "marked" / "corpus"),
        "aside": lambda: totals(ROOT / "score" / "aside" / "gold", ROOT / "score" / "aside" / "corpus"),
    }
    if (SHARED / "gold").is_dir():
        found["gold"] = lambda: marked(SHARED / "gold", SHARED / "corpus")
    if (DATA / "releases").is_dir():
        found["readouts"] = lambda: met(every)
        found["pairs"] = lambda: Scored({"both": pairs.score(DATA / "releases/ch_diplo_pairs.jsonl.gz", every)}, {}, {})
    times, quotes = SHARED / "score" / "score_times.py", SHARED / "score" / "score_quotes.py"
    for name in TIMES:
        file = DATA / "timex" / f"{name}.jsonl.gz"
        if file.exists() and times.exists():
            found[f"times {name}"] = lambda file=file: printed("times.py", file, times)  # type: ignore[misc]
    dev = DATA / "quotes" / "polnear-dev.jsonl.gz"
    if dev.exists() and quotes.exists():
        found["quotes polnear-dev"] = lambda: printed("quotes.py", dev, quotes)
    return found


def totals(gold: Path, documents: Path) -> Scored:
    """Score a folder that is kept aside: its figures alone, none of its claims."""
    return Scored(marked(gold, documents).figures, {}, {})


def marked(gold: Path, documents: Path) -> Scored:
    """Score a folder of marked documents."""
    found, _ = findings(gold, documents)
    counted = count(found)
    figures = {
        kind: {
            **{name: getattr(row, name) for name in ("wanted", "given", "found")},
            **{name: round(getattr(row, name), 3) for name in ("precision", "recall", "f1", "whole")},
        }
        for kind, row in counted.kinds.items()
    }
    figures |= {f"slot {name}": {"of": slot.of, "right": round(slot.right, 3)} for name, slot in counted.slots.items()}
    right, false = {}, {}
    for one in found:
        key = fingerprint(one.document, one.kind, one.words)
        if one.given:
            (right if one.wanted else false)[key] = f"{one.kind.value} in {one.document} “{one.words[:110]}”"
    return Scored(figures, right, false)


def met(every: int) -> Scored:
    """Score who met whom."""
    figures, right = readouts.score(DATA / "releases", every)
    return Scored({"both": figures}, {fingerprint(key): f"readout “{title}”" for key, title in right.items()}, {})


def printed(finder: str, file: Path, scorer: Path) -> Scored:
    """Run a finder over a set and its scorer over what it prints; the figures are those in the scorer's line."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as found:
        subprocess.run([sys.executable, ROOT / "score" / finder, file], stdout=found, check=True)  # noqa: S603
        line = subprocess.run(  # noqa: S603
            [sys.executable, scorer, file, found.name], capture_output=True, text=True, check=True
        ).stdout.partition(": ")[2]
    numbers = re.findall(r"([a-zA-Z][\w -]*?) (\d+(?:\.\d+)?)(?= |$)", line.strip())
    return Scored({"all": {name.strip(): float(value) for name, value in numbers}}, {}, {})


def table(name: str, figures: dict[str, dict[str, float]]) -> str:
    """Lay a set's figures out as tables, a new one where the columns change."""
    lines, columns = [f"### {name}", ""], []
    for row, values in figures.items():
        if list(values) != columns:
            lines += [""] if columns else []
            columns = list(values)
            lines += ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
        lines.append(f"| {row} | " + " | ".join(f"{value:g}" for value in values.values()) + " |")
    return "\n".join(lines)


def write_page() -> None:
    """Put the figures that stand between the two marks of the page."""
    day = datetime.now(UTC).date().isoformat()
    tables = [table(name, kept["figures"]) for name, kept in stands().items()]
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    body = "\n\n".join([f"Measured on {day}.", *tables])
    PAGE.write_text(f"{head}{BEGIN}\n\n{body}\n\n{END}{tail}", encoding="utf-8")


def main() -> None:
    """Score, compare, and land where that is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--land", action="store_true", help="let these figures stand from now on")
    arguments.add_argument("--only", nargs="+", metavar="SET", help="score these sets alone")
    arguments.add_argument("--every", type=int, default=20, help="take each Nth readout and pair (default: 20)")
    options = arguments.parse_args()
    for name, score in sets(options.every).items():
        if options.only and not any(name.startswith(wanted) for wanted in options.only):
            continue
        scored = score()
        print(table(name, scored.figures), *changes(name, scored), "", sep="\n", flush=True)
        if options.land:
            land({name: scored})
            write_page()


if __name__ == "__main__":
    main()
