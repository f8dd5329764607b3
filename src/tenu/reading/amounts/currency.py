"""Which currency stands beside a number."""

from dataclasses import dataclass

from tenu.reading.amounts.lexicon import Lexicon, behind, fold, symbols
from tenu.reading.cldr import currencies, territories

COUNTED_TOO = frozenset({"pound", "pounds", "livre", "livres", "couronne", "couronnes", "crown", "crowns"})
"""Nouns that are money only where the publisher's country, or a million beside them, says so: pounds of flour."""


@dataclass(frozen=True, slots=True)
class Money:
    """A currency beside a number: its code, or why the code is not known, and where its words stand."""

    code: str | None
    reason: str | None
    start: int
    end: int


def settle(words: str, codes: str, country: str | None) -> tuple[str | None, str | None]:
    """Give the code that a sign or name stands for, or None and the reason why it stays open."""
    home = territories()[country].currency if country in territories() else ""
    if codes.endswith("?"):
        # The bare sign is the United States dollar unless the publisher's own currency is another dollar.
        return (home if any("dollar" in name for name in currencies()[home].en) else codes[:-1]) if home else codes[
            :-1
        ], None
    options = [code for code in codes.split("|") if code]
    if len(options) == 1:
        return options[0], None
    if home in options:
        return home, None
    return None, f"“{words}” may be any of several currencies, and the text does not say which"


def money_before(text: str, start: int, floor: int, language: Lexicon, country: str | None) -> Money | None:
    """Give the currency sign or code right before a number (`CHF 100`, `US$ 5`), or None."""
    found = language.currency_before.match(behind(text, start, floor))
    if found is None:
        return None
    sign = found[1][::-1]
    code, reason = settle(sign, symbols()[sign.replace("\u202f", "\u00a0")], country)
    return Money(code, reason, start - len(found.group()), start)


def money_after(text: str, end: int, language: Lexicon, country: str | None, *, scaled: bool) -> Money | None:
    """Give the currency after a number (`100 M€`, `5 milliards de francs CFA`), or None."""
    found = language.currency_after.match(text, end)
    if found is None:
        return None
    if found[1]:
        code, reason = settle(found[1], symbols()[found[1].replace("\u202f", "\u00a0")], country)
    else:
        code, reason = _named(found[2], language, country)
        if code is None and fold(found[2]) in COUNTED_TOO and not scaled:
            return None
    return Money(code, reason, found.start(), found.end())


def _named(words: str, language: Lexicon, country: str | None) -> tuple[str | None, str | None]:
    name = fold(words)
    if name in language.currencies:
        return settle(words, language.currencies[name], country)
    return settle(words, "|".join(sorted(language.bare[name])), country)
