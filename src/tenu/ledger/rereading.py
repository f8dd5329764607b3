"""What a later reading of a document does to the claims of earlier ones.

A claim that says the same at the same place of the same page stays as it is. One that says the same in the same words
elsewhere (the page changed around it) is continued by the new claim, which takes over what people decided. What is no
longer said ends, unless a person had accepted it: then it stays, marked as gone from the page.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from sqlalchemy import bindparam, select, update

from tenu.ledger import content
from tenu.ledger.judging import Decision, Judgement, Standing
from tenu.ledger.kept import State
from tenu.ledger.reindexing import index_claim
from tenu.ledger.tables import claims, documents, pages, verdicts
from tenu.ledger.turn import Turn
from tenu.ledger.verdicts import add
from tenu.ledger.words import index
from tenu.ledger.words.tokens import CURRENT
from tenu.record import Claim

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
    amended: str | None
    terms: str | None


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
    back: list[EarlierClaim] = field(default_factory=list)
    continued: list[tuple[EarlierClaim, int, str, Standing | None]] = field(default_factory=list)

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
        if not self.same_page:
            return False
        found = self._take(content.in_place(claim))
        if found is not None and found.gone:
            self.back.append(found)
        return found is not None

    def taken_over(self, claim: Claim, number: int, key: str, text: str) -> dict[str, object]:
        """Give the columns that a new claim has from the one that it continues, and when it is known."""
        found = None if self.same_page else self._take(content.anywhere(claim))
        if found is None:
            return self.times
        self.continued.append((found, number, key, _carried(found, claim, text)))
        return self.times | {"continues": found.number}

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


def settle(earlier: Earlier) -> dict[str, list[str]]:
    """End the claims that the new reading continued or no longer makes; keep those that people accepted.

    Give the ids of those that ended, that are gone from the page, and that came back to it, for the history.
    """
    keys = {found.number: found.key for found in (*earlier.left.values(), *earlier.back)}
    keys |= {found.number: found.key for found, _, _, _ in earlier.continued}
    for found, number, key, stands in earlier.continued:
        if stands is not None:
            _carry(earlier.turn, found, number, key, stands)
    over = [found.number for found, _, _, _ in earlier.continued]
    over += [number for number, claim in earlier.left.items() if claim.state not in _STAY]
    gone = [number for number, claim in earlier.left.items() if claim.state in _STAY and not claim.gone]
    _set(earlier.turn, "known_until", earlier.turn.at, over)
    _set(earlier.turn, "gone_from", earlier.turn.at, gone)
    back = [claim.number for claim in earlier.back]
    _set(earlier.turn, "gone_from", None, back)
    index.unmark(earlier.turn.connection, CURRENT, over)
    settled = {"ended": over, "gone": gone, "back": back}
    return {what: [keys[number] for number in numbers] for what, numbers in settled.items() if numbers}


def _carried(found: EarlierClaim, claim: Claim, text: str) -> Standing | None:
    """Give how the new claim stands: as the earlier one, with the amended words moved to where they stand now.

    Where they no longer stand together nothing is carried over: the claim is open, for a person to judge anew.
    """
    if not found.seen:
        return None
    if found.amended is None:
        return Standing(found.state, None, found.terms)
    moved = content.moved(content.decoded(found.amended), claim.evidence.start - found.claim.evidence.start)
    for passage in (moved.evidence, *moved.also):
        if text[max(passage.start, 0) : passage.end] != passage.text:
            return None
    return Standing(found.state, content.encoded(replace(moved, id=claim.id)), found.terms)


def _carry(turn: Turn, found: EarlierClaim, number: int, key: str, stands: Standing) -> None:
    last = turn.connection.execute(
        select(verdicts.c.by).where(verdicts.c.claim_id == found.number).order_by(verdicts.c.number.desc()).limit(1)
    ).scalar_one()
    judgement = Judgement(Decision.CARRY, reason=f"as decided on {found.key}, which says the same")
    add(turn, number, key, 1, judgement, stands, stands, last)
    index_claim(turn.connection, number)


def _set(turn: Turn, column: str, value: str | None, numbers: list[int]) -> None:
    if numbers:
        statement = update(claims).where(claims.c.id == bindparam("number")).values({column: value})
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
            row.id,
            row.key,
            row.page_id,
            row.state,
            row.seen,
            row.gone_from is not None,
            content.decoded(row.data),
            row.amended,
            row.terms,
        )
        for row in rows
    ]
