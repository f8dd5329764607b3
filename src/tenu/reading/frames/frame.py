"""Frames: which verb or noun with which arguments makes which claim. They are data; a language's folder holds them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tenu.record import Kind, Role, Status


class FrameError(ValueError):
    """A frame file that does not say what a frame has to say; the text names the file and the frame."""


class Mood(StrEnum):
    """How a clause gives what it tells: as past, present or to come, as undertaken, or as hoped for."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNDERTAKEN = "undertaken"
    WISHED = "wished"


class WordClass(StrEnum):
    """Which words set a frame off."""

    VERBS = "verbs"
    NOUNS = "nouns"
    ADJECTIVES = "adjectives"


@dataclass(frozen=True, slots=True)
class Slot:
    """What an argument of the frame's word is for: the actor in a role, an item, a place, or only a condition."""

    role: Role | None = None
    item: bool = False
    place: bool = False
    lists: tuple[str, ...] = ()
    required: bool = False
    empty: bool = False

    @classmethod
    def parse(cls, text: str) -> "Slot":
        """Read a slot such as `participant!`, `item! @goods`, `@meeting!` (`!`: needed) or `none` (has to be empty)."""
        words = text.split()
        required = any(word.endswith("!") for word in words)
        plain = [word.rstrip("!") for word in words]
        roles = [Role(word) for word in plain if not word.startswith("@") and word not in _NO_ROLES]
        return cls(
            role=roles[0] if roles else None,
            item="item" in plain,
            place="where" in plain,
            lists=tuple(word[1:] for word in plain if word.startswith("@")),
            required=required,
            empty="none" in plain,
        )


_NO_ROLES = frozenset({"item", "where", "any", "none"})


@dataclass(frozen=True, slots=True)
class Place:
    """A slot and where its fillers stand: `subject`, `object`, `indirect`, `content`, or under these prepositions."""

    words: tuple[str, ...]
    slot: Slot


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame; `kinds` says which kind of claim each mood makes, a mood that is missing makes none.

    `inner` are the slots of the noun or verb that stands in the place of a `@list` object or of the content.
    `carried` names the table of verbs that a noun needs (or may have, where `bare` is set) to tell of an event;
    what a `weak` frame finds only supports claims that another frame makes, and with `adds` gives them its actors.
    With `actor` somebody has to play a part, in whichever role; `status` stands where the word itself tells it.
    A `trip` is a journey or visit, within which others are met.
    """

    name: str
    words: tuple[str, ...]
    word_class: WordClass
    kinds: Mapping[Mood, Kind]
    slots: tuple[Place, ...]
    inner: tuple[Place, ...]
    carried: str | None = None
    bare: bool = False
    weak: bool = False
    adds: bool = False
    actor: bool = False
    trip: bool = False
    status: Status | None = None
    reads: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    needed: tuple[Place, ...] = field(init=False, repr=False, compare=False)
    """The places that have to be filled by heads, so not by a clause of content."""

    def __post_init__(self) -> None:
        needed = (place for place in self.slots if place.slot.required and place.words != ("content",))
        object.__setattr__(self, "needed", tuple(needed))

    @property
    def needs_item(self) -> bool:
        """Whether what is given, decided or done has to be named."""
        return any(place.slot.item and place.slot.required for place in self.slots)

    @property
    def rank(self) -> int:
        """How much the frame asks for: of two that fit one word, the one that asks for more is believed."""
        return sum(2 * place.slot.required + len(place.slot.lists) for place in (*self.slots, *self.inner))


GRAMMATICAL = ("subject", "object", "indirect", "content")
_KNOWN = {
    "name",
    "kind",
    "kinds",
    *WordClass,
    "oblique",
    "inner",
    "carried",
    "bare",
    "weak",
    "adds",
    "actor",
    "trip",
    "status",
    "reads",
    "leaves",
    *GRAMMATICAL,
}


def load(paths: list[Path]) -> list[Frame]:
    """Load every frame of the files given; `FrameError` names what does not fit."""
    frames = []
    for path in paths:
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("frame", []):
            try:
                frames.append(_frame(row))
            except (KeyError, ValueError, TypeError) as error:
                raise FrameError(f"{path.name}: frame {row.get('name', '?')!r}: {error}") from error
    return frames


def _frame(row: Mapping[str, object]) -> Frame:
    unknown = set(row) - _KNOWN
    if unknown:
        raise FrameError(f"unknown keys {sorted(unknown)}")
    word_class = next((one for one in WordClass if one in row), None)
    if word_class is None:
        raise FrameError(f"one of {', '.join(WordClass)} is wanted")
    return Frame(
        name=_text(row["name"]),
        words=_texts(row[word_class]),
        word_class=word_class,
        kinds=_kinds(row),
        slots=_places({key: row[key] for key in GRAMMATICAL if key in row}) + _places(row.get("oblique", {})),
        inner=_places(row.get("inner", {})),
        carried=_text(row["carried"]) if "carried" in row else None,
        bare=bool(row.get("bare", False)),
        weak=bool(row.get("weak", False)),
        adds=bool(row.get("adds", False)),
        actor=bool(row.get("actor", False)),
        trip=bool(row.get("trip", False)),
        status=Status(_text(row["status"])) if "status" in row else None,
        reads=_texts(row.get("reads", [])),
        leaves=_texts(row.get("leaves", [])),
    )


def _kinds(row: Mapping[str, object]) -> dict[Mood, Kind]:
    if "kind" in row:
        return dict.fromkeys(Mood, Kind(_text(row["kind"])))
    kinds = row["kinds"]
    if not isinstance(kinds, dict):
        raise FrameError("`kinds` is a table of moods")
    return {Mood(mood): Kind(kind) for mood, kind in kinds.items()}


def _places(table: object) -> tuple[Place, ...]:
    if not isinstance(table, dict):
        raise FrameError("slots stand in a table")
    return tuple(Place(tuple(key.split("|")), Slot.parse(_text(text))) for key, text in table.items())


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise FrameError(f"words are wanted, not {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise FrameError(f"a list of words is wanted, not {value!r}")
    return tuple(_text(one) for one in value)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of a language: classes of nouns, the verbs that carry them, the verbs that govern a mood."""

    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    carriers: Mapping[str, Mapping[str, Role | None]] = field(default_factory=dict)
    moods: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _lists: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    holding: frozenset[str] = field(init=False)
    """The verbs that only say that a thing takes place, without who does it: *be held*, *se tenir*."""

    def __post_init__(self) -> None:
        alone = (verb for table in self.carriers.values() for verb, role in table.items() if role is None)
        lists: dict[str, tuple[str, ...]] = {}
        for name, words in self.nouns.items():
            lists.update({word: (*lists.get(word, ()), name) for word in words})
        object.__setattr__(self, "_lists", lists)
        object.__setattr__(self, "holding", frozenset(verb.removeprefix("se ") for verb in alone))

    def lists_of(self, noun: str) -> tuple[str, ...]:
        """Give the names of the lists that hold a noun."""
        return self._lists.get(noun, ())

    @classmethod
    def load(cls, path: Path) -> "Lexicon":
        """Load the lists from a TOML file with the tables `nouns`, `carry` and `moods`."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        carriers = {
            name: {verb: None if role == "none" else Role(role) for role, verbs in table.items() for verb in verbs}
            for name, table in data["carry"].items()
        }
        return cls(
            nouns={name: frozenset(words) for name, words in data["nouns"].items()},
            carriers=carriers,
            moods={name: frozenset(words) for name, words in data["moods"].items()},
        )
