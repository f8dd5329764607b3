"""What a later reading of a document does to the claims of earlier ones.

A claim that says the same at the same place of the same page stays as it is. One that says the same in the same words
elsewhere (the page changed around it) is continued by the new claim, which takes over what people decided. What a
person wrote or accepted needs no reader to find it again: while the page is the same it stays, and on a changed page
its own words are looked for. What is no longer said ends, unless a person had accepted it: then it stays, marked as
gone from the page.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select, update

from tenu.ledger import content
from tenu.ledger.anchoring import found_again
from tenu.ledger.carrying import Continued, carry_over
from tenu.ledger.documents import page_of
from tenu.ledger.kept import State
from tenu.ledger.tables import claims, documents, pages
from tenu.ledger.turn import Turn
from tenu.ledger.words import index
from tenu.ledger.words.tokens import CURRENT
from tenu.record import PERSON, Claim

_STAY = (State.ACCEPTED, State.AMENDED)


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim that was current before this reading."""

    number: int
    key: str
    page_id: int
    state: str
    seen: int
    gone: bool
    claim: Claim

    @property
    def of_people(self) -> bool:
        """Tell whether a person wrote or accepted it: no reader's silence ends it."""
        return self.state in _STAY or self.claim.read_by.reader == PERSON


@dataclass(slots=True)
class Earlier:
    """A document's current page and claims before a new reading, and what becomes of each of them."""

    turn: Turn
    document_id: int
    latest: bool
    page_id: int
    page_version: int
    page_digest: str
    here: dict[bytes, list[EarlierClaim]] = field(default_factory=dict)
    same_page: bool = False
    new_page: bool = False
    left: dict[int, EarlierClaim] = field(default_factory=dict)
    continued: list[Continued] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, turn: Turn, document_id: int, *, latest: bool) -> "Earlier":
        """Look up a document's current page and claims; a reading of a version that is not the latest moves none."""
        page = turn.connection.execute(
            select(pages.c.id, pages.c.version_id, pages.c.digest)
            .join(documents, documents.c.page_id == pages.c.id)
            .where(documents.c.id == document_id)
        ).one()
        earlier = cls(turn, document_id, latest, page.id, page.version_id, page.digest)
        if latest:
            earlier.left = {claim.number: claim for claim in _current_claims(turn, document_id)}
        return earlier

    @property
    def times(self) -> dict[str, object]:
        """Give the known times of what this reading adds: an older version's reading is over when it is kept."""
        return {"known_from": self.turn.at, "known_until": None if self.latest else self.turn.at}

    def page_with(self, version_id: int, digest: str) -> int | None:
        """Give the current page where this reading made the same text from the same version; else None."""
        self.same_page = self.latest and (self.page_version, self.page_digest) == (version_id, digest)
        self.new_page = not self.same_page
        self.here = self._by_content()
        return self.page_id if self.same_page else None

    def turn_page(self, page_id: int) -> None:
        """Let another page be the document's current one."""
        if not self.latest:
            return
        connection = self.turn.connection
        connection.execute(update(pages).where(pages.c.id == self.page_id), {"known_until": self.turn.at})
        connection.execute(update(documents).where(documents.c.id == self.document_id), {"page_id": page_id})

    def stays(self, claim: Claim) -> bool:
        """Tell whether the page's current claims hold this one already, at the same place."""
        return self.same_page and self._take(content.in_place(claim)) is not None

    def taken_over(self, claim: Claim, number: int, key: str) -> dict[str, object]:
        """Give the columns that a new claim has from the one that it continues, and when it is known."""
        found = None if self.same_page else self._take(content.anywhere(claim))
        return self.times if found is None else self.go_on(found, claim, number, key)

    def found_again(self, text: str) -> Iterator[tuple[EarlierClaim, Claim]]:
        """Give what people wrote or accepted, that no reader found again, where its words stand in the new text."""
        if self.same_page:
            return
        for found in [claim for claim in self.left.values() if claim.of_people]:
            moved = found_again(found.claim, self._text(found.page_id), text)
            if moved is not None:
                del self.left[found.number]
                yield found, moved

    def go_on(self, found: EarlierClaim, claim: Claim, number: int, key: str) -> dict[str, object]:
        """Let a new claim continue an earlier one; give the columns that it has from it."""
        if found.seen:
            self.continued.append(Continued(found.number, found.key, self._text(found.page_id), claim, number, key))
        else:
            self.continued.append(Continued(found.number, found.key, None, claim, number, key))
        return self.times | {"continues": found.number}

    def _text(self, page_id: int) -> str:
        if page_id not in self.texts:
            self.texts[page_id] = page_of(self.turn.connection, page_id).text
        return self.texts[page_id]

    def _take(self, said: bytes) -> EarlierClaim | None:
        same = self.here.get(said)
        if not same:
            return None
        found = same.pop(0)
        del self.left[found.number]
        return found

    def _by_content(self) -> dict[bytes, list[EarlierClaim]]:
        said = content.in_place if self.same_page else content.anywhere
        by_content: dict[bytes, list[EarlierClaim]] = defaultdict(list)
        for earlier in self.left.values():
            if not self.same_page or earlier.page_id == self.page_id:
                by_content[said(earlier.claim)].append(earlier)
        return by_content


def settle(earlier: Earlier, text: str) -> dict[str, list[str]]:
    """End the claims that the new reading continued or no longer makes; keep those that people wrote or accepted.

    Give the ids of those that ended and those that are gone from the page, for the history.
    """
    for one in earlier.continued:
        carry_over(earlier.turn, one, text)
    stay = [claim for claim in earlier.left.values() if earlier.same_page and claim.of_people]
    rest = [claim for claim in earlier.left.values() if claim not in stay]
    over = {one.earlier: one.earlier_key for one in earlier.continued}
    over |= {claim.number: claim.key for claim in rest if claim.state not in _STAY}
    gone = {claim.number: claim.key for claim in rest if claim.state in _STAY and not claim.gone}
    _set(earlier.turn, "known_until", over)
    _set(earlier.turn, "gone_from", gone)
    index.unmark(earlier.turn.connection, CURRENT, over)
    settled = {"ended": list(over.values()), "gone": list(gone.values())}
    return {what: keys for what, keys in settled.items() if keys}


def _set(turn: Turn, column: str, numbers: dict[int, str]) -> None:
    if numbers:
        statement = update(claims).where(claims.c.id == bindparam("number")).values({column: turn.at})
        turn.connection.execute(statement, [{"number": number} for number in numbers])


def _current_claims(turn: Turn, document_id: int) -> list[EarlierClaim]:
    rows = turn.connection.execute(
        select(claims)
        .join(pages, pages.c.id == claims.c.page_id)
        .where(pages.c.document_id == document_id, claims.c.known_until.is_(None))
        .order_by(claims.c.id)
    )
    return [
        EarlierClaim(
            row.id, row.key, row.page_id, row.state, row.seen, row.gone_from is not None, content.decoded(row.data)
        )
        for row in rows
    ]
