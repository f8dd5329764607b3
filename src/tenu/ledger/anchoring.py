"""Find the words of a claim again in a text that changed around them.

After the quote selector of the W3C's Web Annotation Data Model (§ 4.2.4): words are told by themselves, and where they
stand several times by what stands before and after them.
"""

from dataclasses import replace
from typing import TypeVar

from tenu.record import Actor, Claim, Item, Passage, Unread

AROUND = 64
"""Code points before and after the words that tell several places apart."""

T = TypeVar("T", Passage, Actor, Item, Unread)


def found_again(claim: Claim, old: str, new: str) -> Claim | None:
    """Give a claim with all its places moved from the old text to the new; None where its words are not there whole.

    Further passages that are gone are left out; its evidence and what it names must be there.
    """
    start = _place(old, claim.evidence.start, claim.evidence.end, new)
    if start is None:
        return None
    by = start - claim.evidence.start
    actors = [_moved(actor, old, new, by) for actor in claim.actors]
    items = [_moved(item, old, new, by) for item in claim.items]
    if None in actors or None in items:
        return None
    return replace(
        claim,
        evidence=replace(claim.evidence, start=start, end=start + len(claim.evidence.text)),
        also=tuple(filter(None, (_moved(passage, old, new, by) for passage in claim.also))),
        actors=tuple(filter(None, actors)),
        items=tuple(filter(None, items)),
        unread=tuple(filter(None, (_moved(words, old, new, by) for words in claim.unread))),
    )


def _moved(part: T, old: str, new: str, by: int) -> T | None:
    """Move a part as far as the evidence moved where its words stand there, else to where they are found."""
    words = old[part.start : part.end]
    if not words:
        return part
    start: int | None = part.start + by
    if start is None or start < 0 or new[start : start + len(words)] != words:
        start = _place(old, part.start, part.end, new)
    return replace(part, start=start, end=start + len(words)) if start is not None else None


def _place(old: str, start: int, end: int, new: str) -> int | None:
    """Give where the old text's words stand in the new: of several places the one with the likest surroundings."""
    words = old[start:end]
    places = []
    place = new.find(words)
    while place >= 0:
        places.append(place)
        place = new.find(words, place + 1)
    before, after = old[max(start - AROUND, 0) : start], old[end : end + AROUND]

    def likeness(place: int) -> tuple[int, int]:
        alike = _alike(before[::-1], new[max(place - AROUND, 0) : place][::-1])
        alike += _alike(after, new[place + len(words) : place + len(words) + AROUND])
        return alike, -abs(place - start)

    return max(places, key=likeness, default=None)


def _alike(one: str, other: str) -> int:
    """Count the letters from the beginning on that two texts have in common."""
    many = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        many += 1
    return many
