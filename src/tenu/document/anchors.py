"""Find words of one version again in another: to the letter, or not at all."""

from tenu.record.span import Span

CONTEXTS = (8, 16, 32, 64, 128, 256)
"""How many code points before and after are asked to agree, the fewest first."""


def find_again(old: str, start: int, end: int, new: str) -> Span | None:
    """Give where `old[start:end]` stands in the new text, None where it is an orphan.

    The same words must stand there once; where they do so several times, the words before and after them settle
    which, if they fit in one place alone. Likeness never does.
    """
    words = old[start:end]
    places = _places(words, new)
    if len(places) > 1:
        places = _in_context(old, start, end, new, places)
    return Span(places[0], places[0] + len(words)) if len(places) == 1 else None


def _places(words: str, text: str) -> list[int]:
    places = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _in_context(old: str, start: int, end: int, new: str, places: list[int]) -> list[int]:
    """Keep the places whose surroundings agree; both sides first, then either."""
    for length in CONTEXTS:
        before, after = old[max(0, start - length) : start], old[end : end + length]
        agreeing = [
            (new[max(0, at - len(before)) : at] == before, new.startswith(after, at + end - start)) for at in places
        ]
        for wanted in (all, any):
            kept = [at for at, sides in zip(places, agreeing, strict=True) if wanted(sides)]
            if len(kept) == 1:
                return kept
    return []
