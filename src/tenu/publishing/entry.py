"""What exporters are given: claims with their matters, and what an export says about itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tenu.ledger import Belonging, Filters, KeptClaim, Ledger, Verdict

PAGE = 1_000
"""Claims that are in memory at one time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it stands, with its matter, its verdicts, and the text of its document where it was asked for.

    `alone` tells that no other claim belongs to the matter, `changes` how often the matter changed since it was first
    told (further claims, readings and verdicts), `cancelled` that another claim cancels it.
    """

    kept: KeptClaim
    matter: str
    alone: bool = True
    changes: int = 0
    cancelled: bool = False
    verdicts: tuple[Verdict, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What an export says of itself: its title, when it was made, who reports (IATI asks for a name and an id)."""

    title: str
    made_at: datetime
    reporter: str = "tenu"
    reporter_ref: str | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a format needs beside the claims; each costs a question to the ledger."""

    verdicts: bool = False
    texts: bool = False


def walk(ledger: Ledger, filters: Filters, wanted: Wanted) -> Iterator[Entry]:
    """Give the claims that meet the filters, the newest document's first, however many there are."""
    joined = ledger.belongings(as_of=filters.as_of)
    texts = _Texts(ledger) if wanted.texts else None
    after: str | None = None
    while True:
        page = ledger.claims(filters, after=after, limit=PAGE)
        for kept in page.entries:
            verdicts = ledger.verdicts(kept.id) if wanted.verdicts and kept.seen else ()
            yield entry_of(kept, joined.get(kept.id), verdicts, texts.of(kept) if texts else None)
        after = page.after
        if after is None:
            return


def entry_of(
    kept: KeptClaim, joined: Belonging | None, verdicts: tuple[Verdict, ...] = (), text: str | None = None
) -> Entry:
    """Give the entry of a claim; `joined` is its matter where it is not alone in it (`Ledger.belongings`)."""
    if joined is None:
        return Entry(kept, f"m{kept.id}", changes=kept.seen, verdicts=verdicts, text=text)
    return Entry(kept, joined.matter, False, joined.changes, joined.cancelled, verdicts, text)


def by_matter(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Give the entries of each matter together: those alone as they come, the joined ones at the end."""
    together: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.alone:
            yield (entry,)
        else:
            together.setdefault(entry.matter, []).append(entry)
    for group in together.values():
        yield tuple(group)


class _Texts:
    """The text of the document that was asked for last: claims come document by document."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._id = ""
        self._text: str | None = None

    def of(self, kept: KeptClaim) -> str | None:
        """Give the current text of a claim's document."""
        if kept.document != self._id:
            document = self._ledger.document(kept.document).document
            self._id, self._text = kept.document, document.text if document else None
        return self._text
