"""Keep readings: each document's version, page, reading and claims, whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection

from tenu.ledger.content import encoded, seal_of_claims
from tenu.ledger.kept import Kept, Outcome, State
from tenu.ledger.moments import written
from tenu.ledger.order import ordered, rank_of
from tenu.ledger.preparing import Prepared, fit, words_of
from tenu.ledger.rereading import Earlier, settle
from tenu.ledger.rows import Rows, claim_row, claims_cells, document_key, known, known_versions, page_row, version_of
from tenu.ledger.tables import claims, contents, documents, pages, readings, versions
from tenu.ledger.turn import Turn
from tenu.ledger.words import index
from tenu.ledger.words.tokens import how_it_stands
from tenu.record import Claim, Document

Added = tuple[tuple[str, ...], str]
"""The ids of new claims, and the digest that seals them."""


def unchanged(connection: Connection, brought: Sequence[Prepared], when: datetime) -> dict[int, Kept]:
    """Give, by their places, those that the ledger keeps already, read just the same: they need no writer's turn."""
    there = known_versions(connection, {one.reading.document.source for one in brought})
    found = {}
    for place, one in enumerate(brought):
        source = one.reading.document.source
        version = version_of(there.get(source, ()), one.sha256, written(when))
        if version is not None and version.digest == one.digest:
            found[place] = Kept(Outcome.NOTHING_NEW, document_key(source), source, version.number)
    return found


class Keeping:
    """One turn's keeping of many readings; rows are gathered and written together at `end`."""

    def __init__(self, turn: Turn, brought: Sequence[Prepared]) -> None:
        self._turn = turn
        self._rows = Rows()
        there = turn.connection
        self._documents = known(there, documents.c.source, {one.reading.document.source for one in brought})
        self._contents = set(known(there, contents.c.sha256, {one.sha256 for one in brought}))
        self._keys = set(known(there, claims.c.key, {key for one in brought for key in one.ids}))

    def keep(self, one: Prepared) -> Kept:
        """Keep one reading; bytes and claims that are already kept add nothing."""
        source = one.reading.document.source
        if source in self._documents:
            return self._keep_again(self._documents[source], one)
        document_id = self._turn.serial()
        key = document_key(source)
        page = self._page(one)
        version_id = self._version(document_id, 1, one)
        self._rows.add(documents, {"id": document_id, "key": key, "source": source, "page_id": page["id"]})
        self._rows.add(pages, page | {"document_id": document_id, "version_id": version_id})
        number = self._turn.serial()
        added = self._reading(number, document_id, version_id, int(str(page["id"])), one, None)
        self._note(key, number, 1, one, added, {})
        self._documents[source] = document_id
        return Kept(Outcome.NEW_DOCUMENT, key, source, 1, added[0])

    def end(self) -> None:
        """Write what was gathered."""
        self._rows.write(self._turn.connection)

    def _keep_again(self, document_id: int, one: Prepared) -> Kept:
        self.end()
        source, key = one.reading.document.source, document_key(one.reading.document.source)
        there = known_versions(self._turn.connection, {source})[source]
        version = version_of(there, one.sha256, self._turn.given)
        if version is not None and version.digest == one.digest:
            return Kept(Outcome.NOTHING_NEW, key, source, version.number)
        number = version.number if version is not None else there[-1].number + 1
        version_id = version.id if version is not None else self._version(document_id, number, one)
        earlier = Earlier.of(self._turn, document_id, latest=number >= there[-1].number)
        page_id = earlier.page_with(version_id, one.page_digest)
        if page_id is None:
            page = self._page(one)
            page_id = int(str(page["id"]))
            self._rows.add(pages, page | {"document_id": document_id, "version_id": version_id, **earlier.times})
            earlier.turn_page(page_id)
        reading_id = self._turn.serial()
        added = self._reading(reading_id, document_id, version_id, page_id, one, earlier)
        self.end()
        self._note(key, reading_id, number, one, added, settle(earlier, one.reading.document.text))
        outcome = Outcome.NEW_READING if version is not None else Outcome.NEW_VERSION
        return Kept(outcome, key, source, number, added[0])

    def _version(self, document_id: int, number: int, one: Prepared) -> int:
        if one.sha256 not in self._contents:
            self._contents.add(one.sha256)
            self._rows.add(contents, {"sha256": one.sha256, "bytes": one.content})
        version_id = self._turn.serial()
        self._rows.add(
            versions,
            {
                "id": version_id,
                "document_id": document_id,
                "number": number,
                "sha256": one.sha256,
                "kept_at": self._turn.at,
                "kept_by": self._turn.who,
                "found_at": self._turn.given,
            },
        )
        return version_id

    def _page(self, one: Prepared) -> dict[str, object]:
        row = page_row(one.reading.document, one.page, one.page_digest, self._turn.serial())
        return row | {"known_from": self._turn.at}

    def _reading(
        self,
        reading_id: int,
        document_id: int,
        version_id: int,
        page_id: int,
        one: Prepared,
        earlier: Earlier | None,
    ) -> Added:
        self._rows.add(
            readings,
            {
                "id": reading_id,
                "version_id": version_id,
                "page_id": page_id,
                "digest": one.digest,
                "readers": one.readers,
                "claims": len(one.reading.claims),
                "kept_at": self._turn.at,
                "kept_by": self._turn.who,
            },
        )
        marks = f" d:{document_id} {one.where}" if one.where else f" d:{document_id}"
        if earlier is None or earlier.new_page:
            self._rows.add_words(index.PAGES, [(page_id, one.page_words + marks)])
        if earlier is None:
            return self._first_claims(page_id, reading_id, one, marks)
        return self._further_claims(page_id, reading_id, one, marks, earlier)

    def _first_claims(self, page_id: int, reading_id: int, one: Prepared, marks: str) -> Added:
        """Add the claims of a document that was not there before: most of a bulk import, and so in few steps."""
        first = ordered(rank_of(one.reading.document.published), 0)
        numbers = [first + serial for serial in self._turn.serials(len(one.claims))]
        ids, seal = self._own_ids(one, numbers)
        cells = claims_cells(one.claim_columns, one.claims, numbers, ids, page_id, reading_id, self._turn.at)
        self._rows.add_cells(claims, cells)
        end = marks + how_it_stands(State.OPEN.value, current=True)
        words = zip(numbers, one.claim_words, strict=True)
        self._rows.add_words(index.CLAIMS, [(number, told + end) for number, told in words])
        return ids, seal

    def _own_ids(self, one: Prepared, numbers: Sequence[int]) -> Added:
        """Give claims the ids that their reader gave them, or others where those are taken."""
        if one.told is not None and self._keys.isdisjoint(one.ids):
            self._keys.update(one.ids)
            return one.ids, one.told
        ids = tuple(self._key(*both, one.sha256) for both in zip(one.reading.claims, numbers, strict=True))
        return ids, seal_of_claims(ids, one.claims)

    def _further_claims(self, page_id: int, reading_id: int, one: Prepared, marks: str, earlier: Earlier) -> Added:
        """Add the claims that a later reading does not find on the document's page already."""
        rank = rank_of(one.reading.document.published)
        serials = self._turn.serials(len(one.claims))
        added: list[tuple[str, str]] = []
        for claim, data, words, serial in zip(one.reading.claims, one.claims, one.claim_words, serials, strict=True):
            if earlier.stays(claim):
                continue
            number = ordered(rank, serial)
            key = self._key(claim, number, one.sha256)
            row = claim_row(claim, data, number, key) | {"page_id": page_id, "reading_id": reading_id}
            row |= earlier.taken_over(claim, number, key)
            self._rows.add(claims, row)
            stands = how_it_stands(str(row["state"]), current=row["known_until"] is None)
            self._rows.add_words(index.CLAIMS, [(number, words + marks + stands)])
            added.append((key, data))
        added += self._found_again(earlier, page_id, reading_id, one.reading.document, marks)
        ids = tuple(key for key, _ in added)
        return ids, seal_of_claims(ids, [data for _, data in added])

    def _found_again(
        self, earlier: Earlier, page_id: int, reading_id: int, document: Document, marks: str
    ) -> list[tuple[str, str]]:
        """Add what people wrote or accepted on an earlier page and the new one still says, unread; give their JSON."""
        added = []
        for found, moved in earlier.found_again(document.text):
            number = ordered(rank_of(document.published), self._turn.serial())
            key = self._key(replace(moved, id=""), number, document.sha256)
            claim = replace(moved, id=key)
            data = encoded(claim)
            row = claim_row(claim, data, number, key) | {"page_id": page_id, "reading_id": reading_id}
            self._rows.add(claims, row | earlier.go_on(found, claim, number, key))
            stands = how_it_stands(str(row["state"]), current=True)
            self._rows.add_words(index.CLAIMS, [(number, words_of(claim, document) + marks + stands)])
            added.append((key, data))
        return added

    def _key(self, claim: Claim, number: int, sha: str) -> str:
        """Keep the reader's id where no other claim has it, so that what `tenu read` shows can be asked for."""
        key = claim.id
        if not fit(key) or key in self._keys:
            key = sha256(f"{sha} {number} {claim.id}".encode()).hexdigest()[:16]
        self._keys.add(key)
        return key

    def _note(
        self,
        key: str,
        number: int,
        version: int,
        one: Prepared,
        added: Added,
        settled: dict[str, list[str]],
    ) -> None:
        self._turn.note(
            "keep",
            key,
            number=number,
            version=version,
            sha256=one.sha256,
            page=one.page_digest,
            reading=one.digest,
            claims=len(added[0]),
            digest=added[1],
            **settled,
        )
