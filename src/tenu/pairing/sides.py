"""The claims of two readings side by side: which tell of the same thing, what differs, what only one of them tells.

Pairs are made for a person to look at; no evidence is moved and no claim linked by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tenu.pairing.alignment import Alignment, align, block_at
from tenu.pairing.differences import Difference, differences
from tenu.pairing.pairs import best_pairs
from tenu.pairing.slots import Slots, contradicted, shared, slots_of
from tenu.pairing.wording import likeness
from tenu.record import Claim, Document, Kind, Passage, Reading

ALIKE = 0.45
"""How alike (0 to 1, by words) two passages of one language are at least that tell of the same thing."""


APART = 0.3
"""How far apart (of a block's length) two passages of translated blocks begin at most that name nothing in common."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that tell of the same thing and what differs, or one that only its side tells (the other is None).

    `there` is the passage of the other document where a lone claim would be looked for, None where none can be told.
    """

    left: Claim | None
    right: Claim | None
    differences: tuple[Difference, ...] = ()
    there: Passage | None = None

    @property
    def agrees(self) -> bool:
        """Tell whether both sides tell it, and nothing differs."""
        return self.left is not None and self.right is not None and not self.differences


def side_by_side(left: Reading, right: Reading) -> tuple[Pair, ...]:
    """Lay the claims of two readings side by side, in the order in which they stand.

    Two languages are laid beside each other by their blocks, in order; one language by its words.
    """
    across = left.document.language != right.document.language
    alignment = align(left.document, right.document) if across else None
    found = best_pairs(_worth(left, right, alignment))
    texts = (left.document.text, right.document.text)
    pairs = [
        Pair(left.claims[i], right.claims[j], differences(left.claims[i], right.claims[j], texts))
        for i, j in found.items()
    ]
    pairs += [
        Pair(claim, None, there=_there(claim, left.document, right.document, alignment, to_right=True))
        for i, claim in enumerate(left.claims)
        if i not in found
    ]
    taken = set(found.values())
    pairs += [
        Pair(None, claim, there=_there(claim, right.document, left.document, alignment, to_right=False))
        for j, claim in enumerate(right.claims)
        if j not in taken
    ]
    return tuple(sorted(pairs, key=lambda pair: _place(pair, texts)))


def _place(pair: Pair, texts: tuple[str, str]) -> float:
    """Give how far down its document a pair stands, between 0 and 1."""
    if pair.left is not None:
        return pair.left.evidence.start / max(1, len(texts[0]))
    return pair.right.evidence.start / max(1, len(texts[1])) if pair.right is not None else 1.0


def _worth(left: Reading, right: Reading, alignment: Alignment | None) -> list[list[float]]:
    ours, theirs = _beside(left), _beside(right)
    return [[_worth_of(one, other, alignment) for other in theirs] for one in ours]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A claim with what is compared of it, worked out once; `depth` is how far down its block it begins, 0 to 1."""

    claim: Claim
    slots: Slots
    words: str
    block: int | None
    depth: float


def _beside(reading: Reading) -> list[_Beside]:
    blocks = reading.document.blocks
    beside = []
    for claim in reading.claims:
        at = block_at(blocks, claim.evidence.start)
        depth = 0.0 if at is None else (claim.evidence.start - blocks[at].start) / (blocks[at].end - blocks[at].start)
        beside.append(_Beside(claim, slots_of(claim), claim.quote or claim.evidence.text, at, depth))
    return beside


def _worth_of(one: _Beside, other: _Beside, alignment: Alignment | None) -> float:
    """Weigh a pair: words or blocks first, then what both name; 0 where they are not of one thing."""
    if (one.claim.kind is Kind.STATEMENT) is not (other.claim.kind is Kind.STATEMENT):
        return 0.0
    common, against = shared(one.slots, other.slots), contradicted(one.slots, other.slots)
    same_kind = one.claim.kind is other.claim.kind
    if alignment is None:
        wording = likeness(one.words, other.words)
        if wording < ALIKE or (not same_kind and wording < 0.8):
            return 0.0
        return 3 * wording + 0.5 * common - 0.3 * against + 0.5 * same_kind
    together = one.block is not None and other.block in alignment.to_right.get(one.block, ())
    apart = abs(one.depth - other.depth)
    if together and apart > APART and not common:
        return 0.0
    if not together and not (same_kind and common >= 2 and not against):
        return 0.0
    if not same_kind and not common:
        return 0.0
    return max(0.1, 2.0 * together * (1 - apart) + common - 0.5 * against + 1.0 * same_kind)


def _there(
    claim: Claim, here: Document, there: Document, alignment: Alignment | None, *, to_right: bool
) -> Passage | None:
    """Give the passage of the other document that stands for a claim's block."""
    at = block_at(here.blocks, claim.evidence.start)
    if alignment is None or at is None:
        return None
    blocks: Sequence[int] = (alignment.to_right if to_right else alignment.to_left).get(at, ())
    if not blocks:
        return None
    return Passage.of(there.text, there.blocks[blocks[0]].start, there.blocks[blocks[-1]].end)
