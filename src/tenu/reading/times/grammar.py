"""A language's times as data: its words by class and its rules, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tenu.errors import UncoveredLanguageError
from tenu.reading.times import numbers, tokens
from tenu.reading.times.pattern import Pattern, UnreadableRuleError, classes, compile_pattern, compiled, literals

READING = Path(__file__).parent.parent
ITEM = "T_"
"""How the classes of times found in an earlier round begin."""
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the name of what it means, and what that needs to know."""

    name: str
    pattern: Pattern
    means: str
    given: Mapping[str, Any]
    round: int


class Kinds(dict[str, str]):
    """The kind (one letter) of every piece that has been seen; a piece that no rule knows is a dot."""

    def __init__(
        self, words: Mapping[str, frozenset[str]], cased: frozenset[str], letters: dict[frozenset[str], str]
    ) -> None:
        super().__init__()
        self.words, self.cased, self.letters = words, cased, letters

    def __missing__(self, piece: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        letter = self[piece] = self.letters.get(self.classes(piece), ".")
        return letter

    def classes(self, piece: str) -> frozenset[str]:
        """Give the classes of a piece; a name like May that is a common word too counts in capitals only."""
        word = tokens.fold(piece)
        number = numbers.read(word) if word[:1].isdigit() or word[-1:].isdigit() or word[:1] in "’ivx" else None
        known = self.words.get(word, frozenset())
        if word in self.cased and not piece.strip()[:1].isupper():
            known = frozenset(f"{name}_LOW" if not name.startswith("=") else name for name in known)
        return known | number.classes if number else known


@dataclass(frozen=True, slots=True)
class Round:
    """The rules of one round by the letter that they can begin with."""

    begins: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]
    gates: dict[str, re.Pattern[str]]

    def gate(self, letter: str) -> re.Pattern[str]:
        """Give the expression that tries all rules of a letter at once; compiled when it is first needed."""
        made = self.gates.get(letter)
        if made is None:
            shapes = dict.fromkeys(rule.pattern.gate for rule in self.rules[letter])
            made = self.gates[letter] = compiled("|".join(shapes))
        return made


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's rules by the letter that they can begin with, and the values of its words by class."""

    language: str
    values: Mapping[str, Mapping[str, Any]]
    kinds: Kinds
    rounds: tuple[Round, ...]
    roles: Mapping[tuple[str, ...], str]
    skipped: frozenset[str]
    through: frozenset[str]
    also: frozenset[str]
    openers: frozenset[str]
    tenses: Mapping[str, frozenset[str]]
    tense_forms: Mapping[str, str]
    settings: Mapping[str, Any]
    abbreviations: tuple[str, ...]


def load(language: str) -> dict[str, Any]:
    """Read a language's files of times; `UncoveredLanguageError` where it has none."""
    files = sorted((READING / language).glob("times*.toml"))
    if not files or not language.isalpha():
        raise UncoveredLanguageError(
            f"tenu has no words of time for the language “{language}”; it has English and French."
        )
    data: dict[str, Any] = {"rule": []}
    for file in files:
        part = tomllib.loads(file.read_text(encoding="utf-8"))
        data["rule"] += part.pop("rule", [])
        data |= part
    return data


@cache
def grammar(language: str) -> Grammar:
    """Give a language's compiled rules; `UncoveredLanguageError` for a language that has no file of them."""
    return build(language, load(language))


def build(language: str, data: dict[str, Any]) -> Grammar:
    """Compile rules and words that stand in a language's files."""
    values = {
        name: {tokens.fold(word): value for word, value in words.items()} for name, words in data["words"].items()
    }
    for rule in data["rule"]:
        rule["pattern"] = _written_out(rule["pattern"], data.get("macros", {}))
    sources = [rule["pattern"] for rule in data["rule"]]
    plain = set[str]().union(*map(literals, sources))
    known: dict[str, set[str]] = {word: {"=" + word} for word in plain}
    for name, words in values.items():
        for word in words:
            known.setdefault(word, set()).add(name)
    frozen = {word: frozenset(names) for word, names in known.items()}
    cased = frozenset(data.get("cased", ()))
    letters, spelt = _letters(frozen, cased, set[str]().union(*map(classes, sources)), data)
    compiled = [_rule(rule, spelt, data["names"]) for rule in data["rule"]]
    rounds = max(rule.round for rule in compiled) + 1
    return Grammar(
        language=language,
        values=values,
        kinds=Kinds(frozen, cased, letters),
        rounds=tuple(_round([rule for rule in compiled if rule.round == number]) for number in range(rounds)),
        roles={tuple(tokens.words(words)): role for role, many in data["roles"].items() for words in many},
        skipped=frozenset(data["links"]["skipped"]),
        through=frozenset(data["links"]["through"]),
        also=frozenset(data["links"]["also"]),
        openers=frozenset(data["links"]["openers"]),
        tenses={name: frozenset(words) for name, words in data["tenses"].items() if isinstance(words, list)},
        tense_forms={name: _any_of(words) for name, words in data["tenses"].items()},
        settings=data.get("settings", {}),
        abbreviations=tuple(data["abbreviations"]),
    )


def _any_of(words: list[str] | str) -> str:
    """Give an expression for any of the words; what stands as a string is one already."""
    return words if isinstance(words, str) else "|".join(map(re.escape, words))


def _written_out(source: str, macros: Mapping[str, str]) -> str:
    """Put a macro's pattern in the place of `{name}`; a macro may use those before it."""
    for name, pattern in reversed(list(macros.items())):
        source = source.replace("{" + name + "}", f"({pattern})")
    return source


def _letters(
    words: Mapping[str, frozenset[str]], cased: frozenset[str], named: set[str], data: dict[str, Any]
) -> tuple[dict[frozenset[str], str], dict[str, str]]:
    """Give every set of classes that a piece can have its letter, and every class all its letters."""
    sets = {frozenset(names) for names in words.values()}
    sets |= {frozenset(f"{n}_LOW" if not n.startswith("=") else n for n in words[word]) for word in cased}
    for digits in [str(n) for n in range(70)] + [f"0{n}" for n in range(10)]:
        sets.add(_number_classes(digits))
    for example in data["shapes"]["numbers"] + [
        "1000",
        "1901",
        "1900",
        "2100",
        "2000",
        "123",
        "1.5",
        "1,500",
        "5000",
        "70",
    ]:
        sets.add(_number_classes(example))
        sets.add(_number_classes(example) | words.get(example, frozenset()))
    for item in {name for name in named if name.startswith(ITEM)}:
        sets.add(frozenset({item}))
    for many in data["shapes"]["items"]:
        sets.add(frozenset(many))
    letters = {names: chr(0x4E00 + index) for index, names in enumerate(sorted(filter(None, sets), key=sorted))}
    spelt: dict[str, str] = {}
    for names, letter in letters.items():
        for name in names:
            spelt[name] = spelt.get(name, "") + letter
    return letters, spelt


def _number_classes(digits: str) -> frozenset[str]:
    number = numbers.read(digits)
    return number.classes if number else frozenset()


def _rule(data: dict[str, Any], spelt: Mapping[str, str], names: Mapping[str, str]) -> Rule:
    try:
        pattern = compile_pattern(data["pattern"], spelt, names)
    except UnreadableRuleError as trouble:
        raise UnreadableRuleError(f"Rule “{data['name']}”: {trouble}") from None
    given = {key: value for key, value in data.items() if key not in {"name", "pattern", "means", "reads", "leaves"}}
    later = data.get("round", 2 if any(name.startswith(ITEM) for name in classes(data["pattern"])) else 1)
    return Rule(data["name"], pattern, data["means"], given, later)


def _round(rules: list[Rule]) -> Round:
    table: dict[str, list[Rule]] = {}
    for rule in rules:
        for letter in rule.pattern.first:
            table.setdefault(letter, []).append(rule)
    begins = re.compile(f"[{''.join(table)}]" if table else "(?!)")
    return Round(begins, {letter: tuple(many) for letter, many in table.items()}, {})
