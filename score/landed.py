"""The figures that stand: kept in `landed.json`, without a word of the documents that they were measured on."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LANDED = Path(__file__).parent / "landed.json"


@dataclass(frozen=True, slots=True)
class Scored:
    """One set's figures, and by fingerprint the claims that were rightly found and those that nobody asked for."""

    figures: dict[str, dict[str, float]]
    right: dict[str, str]
    false: dict[str, str]


def fingerprint(*parts: str) -> str:
    """Give twelve letters that stand for a claim and tell nothing of its words."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def changes(name: str, scored: Scored) -> Iterator[str]:
    """Tell what a set's run gained and lost against the figures that stand."""
    before = stands().get(name)
    if before is None:
        yield f"{name}: nothing has landed yet"
        return
    for row, figures in scored.figures.items():
        for figure, value in figures.items():
            old = before["figures"].get(row, {}).get(figure)
            if old != value:
                yield f"{name}: {row} {figure} {old} → {value}"
    yield from (f"{name}: gained: {scored.right[key]}" for key in sorted(set(scored.right) - set(before["right"])))
    yield from (f"{name}: lost: {text}" for text in _lost(before["right"], scored))
    yield from (f"{name}: false, new: {scored.false[key]}" for key in sorted(set(scored.false) - set(before["false"])))
    gone = len(set(before["false"]) - set(scored.false))
    if gone:
        yield f"{name}: false, gone: {gone}"


def _lost(before: dict[str, str], scored: Scored) -> Iterator[str]:
    """Name what was right and is no more; the lists keep its kind and document alone."""
    yield from (f"{before[key]} ({key})" for key in sorted(set(before) - set(scored.right)))


def stands() -> dict[str, dict[str, Any]]:
    """Give the figures that stand, by set."""
    kept: dict[str, dict[str, Any]] = json.loads(LANDED.read_text(encoding="utf-8")) if LANDED.exists() else {}
    return kept


def land(all_sets: dict[str, Scored]) -> None:
    """Write new figures over those of the same sets; texts stay out."""
    kept = stands() | {
        name: {
            "figures": scored.figures,
            "right": {key: text.split("“")[0].strip() for key, text in scored.right.items()},
            "false": sorted(scored.false),
        }
        for name, scored in all_sets.items()
    }
    LANDED.write_text(json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
