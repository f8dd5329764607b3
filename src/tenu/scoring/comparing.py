"""What of a marked document was found, what was missed, and what was found besides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tenu.pairing.pairs import best_pairs
from tenu.pairing.wording import likeness, same_passage
from tenu.record import Claim, Kind
from tenu.scoring.marked import Marked, MarkedEntry, MarkedStatement
from tenu.scoring.sameness import Slots, entry_slots, statement_slots

Mark = MarkedEntry | MarkedStatement
M = TypeVar("M", MarkedEntry, MarkedStatement)


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark with the claim that tells it, a mark that no claim tells, or a claim that no mark asks for."""

    document: str
    kind: Kind
    wanted: Mark | None
    given: Claim | None
    slots: Slots

    @property
    def wrong(self) -> tuple[str, ...]:
        """The slots of which not every value was found."""
        return tuple(slot for slot, right in self.slots.items() if not all(right))

    @property
    def whole(self) -> bool:
        """Whether the mark was found with every slot right."""
        return self.wanted is not None and self.given is not None and not self.wrong

    @property
    def words(self) -> str:
        """The words marked, or those of a claim that nobody marked, on one line."""
        if isinstance(self.wanted, MarkedEntry):
            told = self.wanted.evidence
        elif self.wanted:
            told = self.wanted.text
        else:
            told = (self.given.quote or self.given.evidence.text) if self.given else ""
        return " ".join(told.split())


def compare(marked: Marked, claims: Sequence[Claim]) -> list[Finding]:
    """Lay claims beside marks, one to one, the best pairs first; optional marks are left out of what is given.

    A document that is not marked for statements, or for entries, says nothing about claims of that sort.
    """
    found: list[Finding] = []
    if marked.statements is not None:
        spoken = [claim for claim in claims if claim.kind is Kind.STATEMENT]
        found += _findings(marked.file, marked.statements, spoken, _statement_worth, statement_slots)
    if marked.entries is not None:
        others = [claim for claim in claims if claim.kind is not Kind.STATEMENT]
        found += _findings(marked.file, marked.entries, others, _entry_worth, entry_slots)
    return found


def _findings(
    file: str,
    wanted: Sequence[M],
    given: Sequence[Claim],
    worth: Callable[[M, Claim], float],
    slots: Callable[[M, Claim], Slots],
) -> Iterator[Finding]:
    pairs = best_pairs([[worth(mark, claim) for claim in given] for mark in wanted])
    for i, j in pairs.items():
        if not wanted[i].optional:
            yield Finding(file, _kind(wanted[i]), wanted[i], given[j], slots(wanted[i], given[j]))
    for i, mark in enumerate(wanted):
        if i not in pairs and not mark.optional:
            yield Finding(file, _kind(mark), mark, None, {})
    for j in sorted(set(range(len(given))) - set(pairs.values())):
        yield Finding(file, given[j].kind, None, given[j], {})


def _entry_worth(wanted: MarkedEntry, given: Claim) -> float:
    """Above 1 for the same kind on the same passage, and more with each slot that is right; else 0."""
    if wanted.kind is not given.kind or not _on_one_passage(wanted, given):
        return 0.0
    right = [ok for values in entry_slots(wanted, given).values() for ok in values]
    share = sum(right) / len(right) if right else 0.0
    return 1.0 + share + 0.1 * likeness(wanted.evidence, given.evidence.text)


def _on_one_passage(wanted: MarkedEntry, given: Claim) -> bool:
    told = [given.evidence.text, *(passage.text for passage in given.also)]
    return any(same_passage(mark, words) for mark in (wanted.evidence, *wanted.also) for words in told)


def _statement_worth(wanted: MarkedStatement, given: Claim) -> float:
    """How alike the two wordings are, from four fifths on; else 0."""
    value = likeness(wanted.text, given.quote or "")
    return value if value >= 0.8 else 0.0


def _kind(mark: Mark) -> Kind:
    return mark.kind if isinstance(mark, MarkedEntry) else Kind.STATEMENT
