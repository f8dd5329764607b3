"""Rules' patterns: words and classes of words, options, choices and the brackets around what the time itself is.

`depuis [(le)? DAY MONTH YEAR?]` reads “depuis le 12 mai”; capitals name a class (`first:DAY` names what was read),
`?` makes the word or parenthesis before it optional. Patterns become regular expressions over one letter a word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tenu.errors import TenuError
from tenu.reading.times import tokens

_PART = re.compile(r"\s*(?:((?:[a-z_0-9]+:)?[A-Z][A-Z0-9_]*)(?![\w’'])|([()|?\[\]])|((?:[^\s()|?\[\]])+))")


class UnreadableRuleError(TenuError, ValueError):
    """A rule in a language's files that cannot be used; the text names the rule."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as a regular expression over kinds; `groups` gives each name the numbers of its groups."""

    source: str
    groups: tuple[tuple[str, str, int], ...]
    first: frozenset[str]
    gate: str
    bracketed: int
    closes: int

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when it is first needed."""
        return compiled(self.source)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression once."""
    return re.compile(source)


def literals(source: str) -> set[str]:
    """Give the plain words that a pattern names."""
    found: set[str] = set()
    for _, _, plain in _PART.findall(source):
        found.update(tokens.words(plain))
    return found


def classes(source: str) -> set[str]:
    """Give the classes that a pattern names."""
    return {name.rpartition(":")[2] for name, _, _ in _PART.findall(source) if name}


def compile_pattern(source: str, kinds: Mapping[str, str], names: Mapping[str, str]) -> Pattern:
    """Compile a pattern; `kinds` gives the letters of each class and of each plain word (as `=word`).

    `names` says as what a class is caught where the pattern gives no name; else it is the class in lower case.
    """
    return _Compiler(source, kinds, names).compile()


def _any_of(letters: str) -> str:
    return letters if len(letters) == 1 else f"[{letters}]"


def _closed(regex: str) -> bool:
    """Tell whether an expression is one set of letters, to which a mark can be added without parentheses."""
    return regex[0] == "[" and regex.find("]") == len(regex) - 1


def _without_groups(regex: str) -> str:
    """Give a pattern's expression without its groups, to try many rules at once."""
    return re.sub(r"\((?!\?)", "(?:", regex.replace("()", ""))


@dataclass(slots=True)
class _Compiler:
    source: str
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    groups: list[tuple[str, str, int]] = field(default_factory=list)
    count: int = 0
    parts: list[tuple[str, str, str]] = field(default_factory=list)
    at: int = 0
    bracket: tuple[int, int] = (0, 0)

    def compile(self) -> Pattern:
        self.parts = _PART.findall(self.source)
        regex, first, nullable = self._choice()
        if self.at != len(self.parts) or nullable:
            raise UnreadableRuleError(
                f"The pattern “{self.source}” does not close its brackets, or can be nothing at all."
            )
        return Pattern(regex, tuple(self.groups), frozenset(first), _without_groups(regex), *self.bracket)

    def _choice(self) -> tuple[str, set[str], bool]:
        branches = [self._row()]
        while self.at < len(self.parts) and self.parts[self.at][1] == "|":
            self.at += 1
            branches.append(self._row())
        first = set().union(*(branch[1] for branch in branches))
        single = all(len(branch[0]) == 1 for branch in branches)
        regex = _any_of("".join(b[0] for b in branches)) if single else "|".join(b[0] for b in branches)
        return regex, first, any(b[2] for b in branches)

    def _row(self) -> tuple[str, set[str], bool]:
        regex, first, nullable = "", set[str](), True
        while self.at < len(self.parts) and self.parts[self.at][1] not in {"|", ")", "]"}:
            part, starts, empty = self._part()
            if self.at < len(self.parts) and self.parts[self.at][1] == "?":
                self.at += 1
                part, empty = f"{part if len(part) == 1 or _closed(part) else f'(?:{part})'}?", True
            regex += part
            first |= starts if nullable else set()
            nullable = nullable and empty
        return regex, first, nullable

    def _part(self) -> tuple[str, set[str], bool]:
        name, mark, plain = self.parts[self.at]
        self.at += 1
        if mark == "(":
            regex, first, nullable = self._choice()
            if self.at >= len(self.parts) or self.parts[self.at][1] != ")":
                raise UnreadableRuleError(f"The pattern “{self.source}” opens a parenthesis and does not close it.")
            self.at += 1
            return regex if len(regex) == 1 or _closed(regex) else f"(?:{regex})", first, nullable
        if mark == "[":
            return self._bracketed()
        if name:
            return self._named(name)
        return self._plain(plain)

    def _bracketed(self) -> tuple[str, set[str], bool]:
        if self.bracket[0]:
            raise UnreadableRuleError(f"The pattern “{self.source}” has two pairs of square brackets; write two rules.")
        self.count += 1
        opens = self.count
        regex, first, nullable = self._choice()
        if self.at >= len(self.parts) or self.parts[self.at][1] != "]":
            raise UnreadableRuleError(f"The pattern “{self.source}” opens a square bracket and does not close it.")
        self.at += 1
        self.count += 1
        self.bracket = (opens, self.count)
        return f"()(?:{regex})()", first, nullable

    def _named(self, name: str) -> tuple[str, set[str], bool]:
        given, _, kind = name.rpartition(":")
        letters = self.kinds.get(kind, "")
        if not letters:
            raise UnreadableRuleError(f"The pattern “{self.source}” names the class {kind}, which has no words.")
        self.count += 1
        self.groups.append((given or self.names.get(kind) or kind.removesuffix("_LOW").lower(), kind, self.count))
        return f"({_any_of(letters)})", set(letters), False

    def _plain(self, plain: str) -> tuple[str, set[str], bool]:
        words = [self.kinds["=" + word] for word in tokens.words(plain)]
        return "".join(map(_any_of, words)), set(words[0]), False
