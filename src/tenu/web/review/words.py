"""The words of a document that are at hand when a claim is amended: names, times and amounts near its evidence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tenu.errors import TenuError
from tenu.ledger import Ledger
from tenu.reading import amounts, times
from tenu.record import Block, Document, Passage, edtf

NEAR = 4_000
"""Code points before and after the evidence in which words are looked for."""

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*\w)(?:[ \u00a0](?:(?:de|du|des|d’|la|le|les|et|pour|of|the|for|and|on)[ \u00a0]){0,2}"
    r"[A-ZÀ-Þ][\w’'-]*\w)*"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORT, _MOST = 3, 200


@dataclass(frozen=True, slots=True)
class Time:
    """A time that was found, as EDTF, and the words that tell it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is offered while typing: names, places, things, times, numbers with the words they came from, currencies."""

    names: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    times: tuple[Time, ...]
    numbers: tuple[str, ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What the claims of a document name anywhere in it."""

    actors: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    currencies: tuple[str, ...]


@lru_cache(maxsize=16)
def named_in(ledger: Ledger, document: str, _sha256: str) -> Named:
    """Give what a document's claims name; asked once a version, since a few new names more or less do no harm."""
    told = [kept.claim for kept in ledger.claims_of(document)]
    return Named(
        actors=_first(actor.name for claim in told for actor in claim.actors),
        places=_first(place.name for claim in told for place in claim.where),
        things=_first(item.name for claim in told for item in claim.items),
        currencies=_first(item.currency for claim in told for item in claim.items if item.currency),
    )


def at_hand(document: Document, named: Named, evidence: Passage) -> AtHand:
    """Gather what the document offers around a passage, and what its claims name anywhere."""
    near = list(_near(document, evidence))
    found = [amount for block in near for amount in _amounts(document, block)]
    text = document.text[max(0, evidence.start - NEAR) : evidence.end + NEAR]
    return AtHand(
        names=_first([*named.actors, *_names(text)]),
        places=named.places,
        things=named.things,
        times=tuple(dict.fromkeys(time for block in near for time in _times(document, block)))[:_MOST],
        numbers=_first(str(amount.value) for amount in found if amount.value is not None),
        currencies=_first([*(amount.currency for amount in found if amount.currency), *named.currencies]),
    )


def time_words(document: Document, near: Passage, value: str) -> str | None:
    """Give the words near a passage that tell a time of this value; None where a person knows it from elsewhere."""
    told = (time for block in _near(document, near) for time in _times(document, block))
    return next((time.words for time in told if time.value == value), None)


def _names(text: str) -> Iterable[str]:
    """Give runs of words with capitals; one word alone only where it never stands in small letters here."""
    small = frozenset(_WORD.findall(text))
    runs = (found[0] for found in _NAME.finditer(text))
    return (run for run in runs if " " in run or (len(run) > _SHORT and run.lower() not in small))


def _near(document: Document, passage: Passage) -> Iterable[Block]:
    first, last = passage.start - NEAR, passage.end + NEAR
    return (block for block in document.blocks if block.start < last and first < block.end)


def _times(document: Document, block: Block) -> Iterable[Time]:
    anchor = date.fromisoformat(document.published[:10]) if document.published else None
    try:
        found = times.ranges(times.find(document.text[block.start : block.end], _language(document, block), anchor))
    except TenuError:  # a language that tenu does not read: nothing is offered, a person types
        return ()
    return (Time(time.value, time.words) for time in found if time.value and edtf.valid(time.value))


def _amounts(document: Document, block: Block) -> Iterable[amounts.Amount]:
    try:
        return amounts.find(document.text[block.start : block.end], _language(document, block))
    except TenuError:
        return ()


def _language(document: Document, block: Block) -> str:
    return document.language if block.language == "und" else block.language


def _first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:_MOST]
