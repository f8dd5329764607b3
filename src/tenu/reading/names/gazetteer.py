"""The lists of known names, and where a sentence holds one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tenu.reading.cldr import territories
from tenu.reading.names.atoms import ATOM, Atoms, fold
from tenu.reading.names.mention import MentionKind

HERE = Path(__file__).parent
ARTICLES = {"en": ("the ", "The "), "fr": ("l’", "la ", "le ", "les ")}


@dataclass(frozen=True, slots=True)
class Known:
    """What a listed name stands for; `only_in` is the publisher's country without which it may be another's."""

    kind: MentionKind
    iso: str | None = None
    seat: str | None = None
    country: str | None = None
    id: str | None = None
    rank: int = 0
    only_in: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name: its atoms folded, which of them need a capital, whether the whole is an acronym, its article."""

    atoms: tuple[str, ...]
    capital: tuple[bool, ...]
    exact: tuple[str, ...] | None
    article: str | None
    comma: bool
    known: Known


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name in a sentence, by its atoms `first` up to but not including `after`."""

    first: int
    after: int
    known: Known


def _bar_separated(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def _countries(language: str) -> Iterator[tuple[str, Known]]:
    french = language == "fr"
    for territory in territories().values():
        yield (territory.fr if french else territory.en), Known(MentionKind.COUNTRY, territory.iso)
    for iso, fr_adjectives, en_adjectives, fr_capital, en_capital, fr_names, en_names in _bar_separated(
        "countries.txt"
    ):
        for name in _listed(fr_names if french else en_names):
            yield (
                name.removesuffix("?"),
                Known(MentionKind.COUNTRY, iso, rank=1, only_in=iso if name.endswith("?") else None),
            )
        for name in (fr_capital if french else en_capital).split(", ") if fr_capital or en_capital else []:
            yield name, Known(MentionKind.PLACE, seat=iso)
        yield from _french_adjectives(iso, fr_adjectives) if french else _english_adjectives(iso, en_adjectives)


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(", ") if name.strip()]


def _french_adjectives(iso: str, adjectives: str) -> Iterator[tuple[str, Known]]:
    for form in _listed(adjectives):
        plural = form if form[-1] in "sx" else f"{form}s"
        for word in dict.fromkeys((form, plural)):
            yield word, Known(MentionKind.ADJECTIVE, iso)
            yield word[0].upper() + word[1:], Known(MentionKind.GROUP, iso)


def _english_adjectives(iso: str, adjectives: str) -> Iterator[tuple[str, Known]]:
    for form in _listed(adjectives):
        yield form, Known(MentionKind.ADJECTIVE, iso)
        if not form.endswith(("s", "h", "ese", ".", "S")):
            yield (
                f"{form.removesuffix('man') + 'men' if form.endswith('man') else form + 's'}",
                Known(MentionKind.GROUP, iso),
            )


def _organisations(language: str) -> Iterator[tuple[str, Known]]:
    for cells in _bar_separated("organisations.txt"):
        id_, french, english, *rest = cells
        country = rest[0] if rest else None
        own, other = (french, english) if language == "fr" else (english, french)
        for rank, name in enumerate(part.strip() for part in own.split(";") if part.strip()):
            yield name.removesuffix("?"), _body(id_, country, rank, unsure=name.endswith("?"))
        for rank, name in enumerate(part.strip() for part in other.split(";") if part.strip()):
            # The other language's names count too, but for short ones, which may be words of this one.
            if not name.endswith("?") and (" " in name or len(name) > 4):
                yield name, _body(id_, country, rank + 20, unsure=False)


def _body(id_: str, country: str | None, rank: int, *, unsure: bool) -> Known:
    return Known(MentionKind.ORGANISATION, country=country, id=id_, rank=rank, only_in=country if unsure else None)


def _places() -> Iterator[tuple[str, Known]]:
    for line in (HERE / "places.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for name in _listed(line):
                yield name, Known(MentionKind.PLACE)


def _entry(name: str, known: Known, language: str) -> Entry:
    article = next((a for a in ARTICLES[language] if name.startswith(a)), None)
    body = name.removeprefix(article) if article else name
    words = tuple(ATOM.findall(body))
    acronym = all(word.isupper() for word in words)
    capital = tuple(word[0].isupper() for word in words)
    lower = not any(capital)
    return Entry(
        tuple(fold(word) for word in words),
        capital,
        words if acronym or (lower and len(words) == 1) else None,
        fold(article.strip(" ’")) if article else None,
        "," in body,
        known,
    )


@cache
def gazetteer(language: str) -> dict[str, list[Entry]]:
    """Give all listed names of a language by their first atom, longest first."""
    entries: dict[str, list[Entry]] = {}
    for name, known in (*_countries(language), *_organisations(language), *_places()):
        if name:
            entry = _entry(name, known, language)
            entries.setdefault(entry.atoms[0], []).append(entry)
    for listed in entries.values():
        listed.sort(key=lambda e: (-len(e.atoms), e.known.only_in is not None, e.known.kind is not MentionKind.COUNTRY))
    return entries


def known_names(atoms: Atoms, language: str, country: str | None) -> list[Found]:
    """Give the listed names of a sentence from left to right, the longest where several begin at one place."""
    entries = gazetteer(language)
    found, i = [], 0
    while i < atoms.size:
        listed = entries.get(atoms.folded[i])
        entry = None if listed is None else next((e for e in listed if _fits(e, atoms, i, country)), None)
        if entry is None:
            i += 1
        else:
            found.append(Found(i, i + len(entry.atoms), entry.known))
            i += len(entry.atoms)
    return found


def _fits(entry: Entry, atoms: Atoms, i: int, country: str | None) -> bool:
    after = i + len(entry.atoms)
    if atoms.folded[i:after] != entry.atoms:
        return False
    if entry.exact is not None:
        if atoms.words[i:after] != entry.exact:
            return False
    elif not all(has or not needs for needs, has in zip(entry.capital, atoms.capital[i:after], strict=True)):
        return False
    if entry.known.only_in is not None and entry.known.only_in != country:
        return False
    if entry.article is not None and (i == 0 or atoms.folded[i - 1] != entry.article):
        return False
    return all(_joins(atoms, j, entry.comma) for j in range(i, after - 1))


def _joins(atoms: Atoms, i: int, comma: bool) -> bool:
    gap = atoms.gap(i)
    if gap in (" ", "-", "’", "'", "\u00a0", "."):
        return True
    if "\n" in gap or len(gap) > 3:
        return False
    if "," in gap:
        return comma
    return gap.strip() in ("", "-", "‑", "–", "&", "’", "'") or (gap.strip() == "." and len(atoms.words[i]) <= 3)
