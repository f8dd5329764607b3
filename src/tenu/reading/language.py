"""A language as the reader uses it: its parser, its frames and its word lists, loaded once."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from tenu.errors import UncoveredLanguageError
from tenu.reading.analysis import Parser
from tenu.reading.frames.frame import Frame, Lexicon, load
from tenu.reading.frames.grammar import Grammar
from tenu.reading.frames.matching import Frames
from tenu.reading.telling import Weights, weights

COVERED = ("fr", "en")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """What belongs to one language, by its ISO 639-1 code."""

    code: str
    frames: Frames
    lexicon: Lexicon
    grammar: Grammar
    parser: Parser
    weights: Weights


@cache
def language(code: str) -> Language:
    """Give a language that tenu reads; `UncoveredLanguageError` for any other."""
    if code not in COVERED:
        told = "this text does not tell its language" if code == "und" else f"this text is in {code!r}"
        raise UncoveredLanguageError(
            f"tenu reads {' and '.join(COVERED)}; {told}; where that is a mistake, name it with --language."
        )
    from tenu.reading.parsing.lean import load_spacy  # slow to import, and needed for nothing before

    load_spacy()
    from tenu.reading.parsing.shipped import parser

    folder = _FOLDER / code
    lexicon, grammar = Lexicon.load(folder / "lexicon.toml"), load_grammar(folder / "lexicon.toml")
    frames = Frames(load_frames(code), lexicon, grammar, load([folder / "open.toml"]))
    return Language(code, frames, lexicon, grammar, parser(code), weights(code))


def load_frames(code: str) -> list[Frame]:
    """Load a language's frames, file by file in the order of their names."""
    return load(sorted((_FOLDER / code / "frames").glob("*.toml")))


def load_grammar(path: Path) -> Grammar:
    """Load the table `grammar` of a language's word lists: each field of `Grammar` is a list there."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))["grammar"]
    lists = {field.name: frozenset(table[field.name]) for field in fields(Grammar) if field.name != "prepositions"}
    return Grammar(prepositions=table["prepositions"], **lists)
