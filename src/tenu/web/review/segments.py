"""A text cut at every boundary of its evidence, so that each piece knows all claims that it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenu.ledger import KeptClaim
from tenu.record import Document


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text, in code points, with the ids of the claims whose evidence it is part of."""

    start: int
    end: int
    claims: tuple[str, ...]


def stands(claim: KeptClaim, document: Document) -> bool:
    """Tell whether a claim's evidence stands in this text; what the page no longer says stands nowhere in it."""
    passage = claim.claim.evidence
    return claim.gone_from is None and document.text[passage.start : passage.end] == passage.text


def segments(claims: Iterable[KeptClaim]) -> list[Segment]:
    """Cut what claims point at into segments, in order, none overlapping; what no claim points at is left out."""
    begin: dict[int, list[str]] = {}
    end: dict[int, list[str]] = {}
    for kept in claims:
        for passage in (kept.claim.evidence, *kept.claim.also):
            begin.setdefault(passage.start, []).append(kept.id)
            end.setdefault(passage.end, []).append(kept.id)
    return list(_swept(begin, end))


def _swept(begin: dict[int, list[str]], end: dict[int, list[str]]) -> Iterator[Segment]:
    open_now: list[str] = []
    last = 0
    for place in sorted({*begin, *end}):
        if open_now and place > last:
            yield Segment(last, place, tuple(dict.fromkeys(open_now)))
        for claim in end.get(place, ()):
            open_now.remove(claim)
        open_now += begin.get(place, ())
        last = place


def within(cut: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """Give a stretch of text as segments, with those between that belong to no claim; `cut` are those that meet it."""
    place = start
    for segment in cut:
        first, last = max(segment.start, start), min(segment.end, end)
        if first >= last:
            continue
        if first > place:
            yield Segment(place, first, ())
        yield Segment(first, last, segment.claims)
        place = last
    if place < end:
        yield Segment(place, end, ())
