"""What changed between two versions of a document: in words, in claims, and which claims lost their words."""

from dataclasses import dataclass

from tenu.document.anchors import find_again
from tenu.document.changes import Change, ChangeKind, changes_between
from tenu.errors import UsageError
from tenu.ledger import KeptClaim, KeptVersion, Ledger
from tenu.pairing import Pair, side_by_side
from tenu.questions.readings import reading_of
from tenu.record import Claim, Document


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one version of a document to a later one.

    `words` are the blocks that changed, `claims` the pairs of which something differs or one side is missing; a pair's
    `left` is the earlier. `orphans` are the earlier claims whose evidence is not found in the later text to the letter,
    or in more than one place: nothing was moved, a person has to look.
    """

    document: str
    source: str
    title: str | None
    before: KeptVersion
    after: KeptVersion
    words: tuple[Change, ...]
    claims: tuple[Pair, ...]
    orphans: tuple[KeptClaim, ...]

    @property
    def only_dates(self) -> bool:
        """Tell whether nothing changed but date lines such as “Mis à jour le”, and what is told by them."""
        return bool(self.words) and all(change.kind is ChangeKind.DATE for change in self.words)


def changes(ledger: Ledger, document: str, before: int | None = None, after: int | None = None) -> Changes:
    """Give what changed between two versions of a document, by default the last one and the one before it.

    Refused with `UsageError`: a document of one version, and versions that are not an earlier and a later one.
    """
    later = ledger.version(document, after)
    if before is None and later.version.number == 1:
        raise UsageError(f"{later.document.source} has only one version up to there; nothing changed yet.")
    earlier = ledger.version(document, later.version.number - 1 if before is None else before)
    if earlier.version.number >= later.version.number:
        raise UsageError(f"--from {earlier.version.number} is not before --to {later.version.number}; turn them round.")
    pairs = side_by_side(reading_of(earlier), reading_of(later))
    return Changes(
        document=later.id,
        source=later.document.source,
        title=later.document.title,
        before=earlier.version,
        after=later.version,
        words=changes_between(earlier.document, later.document),
        claims=tuple(pair for pair in pairs if not pair.agrees),
        orphans=tuple(kept for kept in earlier.claims if _is_orphan(kept.claim, earlier.document, later.document)),
    )


def _is_orphan(claim: Claim, old: Document, new: Document) -> bool:
    return find_again(old.text, claim.evidence.start, claim.evidence.end, new.text) is None
