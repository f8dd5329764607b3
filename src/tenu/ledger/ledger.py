"""The ledger: what the doors call. Each call is one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from tenu.ledger.adding import add_claim
from tenu.ledger.address import address_of
from tenu.ledger.balancing import MatterBalance, balance_of
from tenu.ledger.changing import Revision, all_verdicts, revisions
from tenu.ledger.documents import claims_told_by, content_of, count, list_documents, show_document
from tenu.ledger.engine import engine_of, reading
from tenu.ledger.filters import Filters
from tenu.ledger.gathering import Gathered, gather
from tenu.ledger.history import last_seal
from tenu.ledger.judging import Judgement, Verdict
from tenu.ledger.judging_many import judge_many
from tenu.ledger.keeping import Keeping, unchanged
from tenu.ledger.kept import Kept, KeptClaim, KeptDocument, Paged, ReadVersion
from tenu.ledger.linking import Asked, Link, history_of, link, links_of
from tenu.ledger.listing import list_claims
from tenu.ledger.matching.kinds import LinkKind
from tenu.ledger.mattering import Belonging, Matter, belongings, matter_of, matters
from tenu.ledger.moving import export
from tenu.ledger.preparing import Prepared, prepare
from tenu.ledger.progress import count_open
from tenu.ledger.recalling import Entry, history_of_record
from tenu.ledger.reindexing import index_all
from tenu.ledger.schema import exists, make_ready
from tenu.ledger.showing import claim_number, claims_by_id, claims_by_number
from tenu.ledger.suggested import Suggestion, list_suggestions, work_out
from tenu.ledger.turn import turn
from tenu.ledger.tying import Tie, ties_of
from tenu.ledger.verdicts import judge, last_verdicts, verdicts_of
from tenu.ledger.verifying import Verified, verify
from tenu.ledger.versions import read_version
from tenu.ledger.watching import Watching
from tenu.ledger.words.asked import asked
from tenu.record import Claim, Kind, Reading, Terms
from tenu.resting import collector_resting

PAGE = 50
AT_ONCE = 2_000
"""Documents that a bulk import keeps in one transaction: about a second, for which no other writes."""

BYTES_AT_ONCE = 32 * 1024 * 1024
"""Bytes of documents after which a bulk import begins another transaction."""

Brought = tuple[bytes, Reading] | Prepared
"""The bytes of a document with what was read from them, or the two made ready by `prepare`."""

Clock = Callable[[], datetime]
_ALL = Filters()


class Ledger:
    """A ledger in a SQLite file or a PostgreSQL database; close it, or use it with `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, address: str | Path) -> "Ledger":
        """Open the ledger at a file's path or a postgresql:// address; make it where there is none.

        A ledger of an older release is migrated after a backup; of a newer one, or a database that holds something
        else, is refused with a LedgerError.
        """
        where = address_of(address)
        engine = engine_of(where)
        try:
            make_ready(engine, where)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @staticmethod
    def is_at(address: str | Path) -> bool:
        """Tell whether there is something to open at an address; a server is always there."""
        return exists(address_of(address))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep(self, content: bytes, reading: Reading, *, who: str, when: datetime) -> Kept:
        """Keep a document's bytes and what was read from them, whole or not at all.

        Bytes that were read the same before add nothing; other bytes than the last at the same source make a new
        version, also where they come back, unless they were found no later than what is kept (`when`); another reading
        of the same bytes takes the earlier one's place, which stays in the ledger's past. A reading whose evidence
        does not stand in the text is refused.
        """
        return self._keep([prepare(content, reading)], who, when)[0]

    def keep_all(self, brought: Iterable[Brought], *, who: str, clock: Clock) -> Iterator[Kept]:
        """Keep many documents, up to two thousand in one transaction; what is given back is safely kept.

        Where several processes read, let each `prepare` what it read: the one that writes then writes two to three
        times as fast.
        """
        waiting: list[Prepared] = []
        size = 0
        for one in brought:
            ready = one if isinstance(one, Prepared) else prepare(*one)
            waiting.append(ready)
            size += len(ready.content)
            if len(waiting) == AT_ONCE or size >= BYTES_AT_ONCE:
                yield from self._keep(waiting, who, clock())
                waiting, size = [], 0
        if waiting:
            yield from self._keep(waiting, who, clock())

    def add(
        self,
        document: str,
        claim: Claim,
        *,
        terms: Terms | None = None,
        who: str,
        when: datetime,
        client_id: str | None = None,
    ) -> KeptClaim:
        """Add a claim that a person read in a document's current text; it is accepted as it comes.

        The ledger gives it its id and `read_by`. Its words must stand in the text to the letter. Sent twice with the
        same client id it is added once. `judge` with an undo takes it back.
        """
        with turn(self._engine, who, when) as taken:
            number = add_claim(taken, document, claim, terms, client_id)
            return claims_by_number(taken.connection, [number])[number]

    def judge(
        self,
        claim: str,
        judgement: Judgement,
        *,
        seen: int,
        who: str,
        when: datetime,
        client_id: str | None = None,
    ) -> Verdict:
        """Add a verdict on a claim that was seen with `seen` verdicts (`KeptClaim.seen`).

        OvertakenError, with both decisions at hand, where others judged it in between. Sent twice with the same client
        id it counts once, and gives back the same verdict.
        """
        with turn(self._engine, who, when) as taken:
            return judge(taken, claim, judgement, seen, client_id)

    def judge_many(self, judgements: Mapping[str, Judgement], *, who: str, when: datetime) -> int:
        """Accept or reject many claims (by their whole ids) that nobody has judged yet; give how many were judged."""
        with turn(self._engine, who, when) as taken:
            return judge_many(taken, judgements)

    def verdicts(self, claim: str) -> tuple[Verdict, ...]:
        """List a claim's verdicts, the first first."""
        with reading(self._engine) as connection:
            return verdicts_of(connection, claim)

    def all_verdicts(self, *, since: datetime | None = None, as_of: datetime | None = None) -> tuple[Verdict, ...]:
        """List the verdicts on all claims, between two moments where given, the first first."""
        with reading(self._engine) as connection:
            return all_verdicts(connection, since, as_of)

    def revisions(self, *, since: datetime | None = None, as_of: datetime | None = None) -> tuple[Revision, ...]:
        """List the versions that took an earlier one's place, between two moments where given, the first first."""
        with reading(self._engine) as connection:
            return revisions(connection, since, as_of)

    def last_verdicts(self, document: str) -> dict[str, dict[str, Verdict]]:
        """Give, for each of a document's current claims that were judged, each person's last verdict that stands."""
        with reading(self._engine) as connection:
            return last_verdicts(connection, document)

    def history(self, id: str) -> tuple[Entry, ...]:  # noqa: A002 — the word of the screens
        """List what the history tells of a claim or a document, by its id, the oldest entry first."""
        with reading(self._engine) as connection:
            return history_of_record(connection, id)

    def link(self, asked: Asked, *, seen: int = 0, who: str, when: datetime, client_id: str | None = None) -> Link:
        """Make a link between two claims, or refuse it or take it back (`stands` False).

        `seen` is the number of the link as it was seen, 0 for a new one; LinkOvertakenError where others judged it in
        between. Sent twice with the same client id it counts once.
        """
        with turn(self._engine, who, when) as taken:
            return link(taken, asked, seen, client_id)

    def links(self, claim: str, *, as_of: datetime | None = None) -> tuple[Link, ...]:
        """List the links of a claim that stand, or stood at a moment."""
        with reading(self._engine) as connection:
            return tuple(links_of(connection, [claim_number(connection, claim)], as_of))

    def link_history(self, kind: LinkKind, from_claim: str, to_claim: str) -> tuple[Link, ...]:
        """List how a link was made, refused and taken back, from first to last."""
        with reading(self._engine) as connection:
            return history_of(connection, kind, from_claim, to_claim)

    def suggest_links(self, *, who: str, when: datetime, threshold: float | None = None) -> tuple[int, int]:
        """Work out anew which claims may tell of the same thing; give how many links were suggested and made.

        Links are made only where a threshold (a score up to 1) is given, for those that reach it.
        """
        with turn(self._engine, who, when) as taken:
            return work_out(taken, threshold)

    def suggestions(
        self, claim: str | None = None, kind: LinkKind | None = None, *, after: str | None = None, limit: int = PAGE
    ) -> Paged[Suggestion]:
        """List the suggested links that nobody has judged, the surest first."""
        with reading(self._engine) as connection:
            return list_suggestions(connection, claim, kind, after, limit)

    def matter(self, id: str, *, as_of: datetime | None = None) -> Matter:  # noqa: A002 — the word of the screens
        """Give the matter that a claim belongs to, by the claim's id or the matter's own."""
        with reading(self._engine) as connection:
            return matter_of(connection, id, as_of)

    def matters(self, *, as_of: datetime | None = None, after: str | None = None, limit: int = PAGE) -> Paged[Matter]:
        """List the matters that links join, the first begun first."""
        with reading(self._engine) as connection:
            return matters(connection, as_of, after, limit)

    def belongings(self, *, as_of: datetime | None = None) -> dict[str, Belonging]:
        """Give the matters of all claims that are joined to others, by the claims' ids; any other is alone in its own.

        The matter of a claim that is alone has the claim's id after an `m`.
        """
        with reading(self._engine) as connection:
            return belongings(connection, as_of)

    def balance(self, id: str, *, as_of: datetime | None = None) -> MatterBalance:  # noqa: A002 — the word of the screens
        """Give what of a promise is still open, by item and money, by the id of its matter or of a claim of it."""
        with reading(self._engine) as connection:
            return balance_of(connection, id, as_of)

    def gather(self, kinds: Iterable[Kind] = tuple(Kind), *, as_of: datetime | None = None) -> Gathered:
        """Give every claim of these kinds at once, in its matter, with the links and open suggestions between them.

        This is what questions about the whole ledger are answered from: the tables are read once.
        """
        with reading(self._engine) as connection, collector_resting():
            return gather(connection, frozenset(kinds), as_of)

    def documents(self, filters: Filters = _ALL, *, after: str | None = None, limit: int = PAGE) -> Paged[KeptDocument]:
        """List documents, the newest first; filters for day, language, source and as_of apply."""
        with reading(self._engine) as connection:
            return list_documents(connection, filters, None, after, limit)

    def claims(self, filters: Filters = _ALL, *, after: str | None = None, limit: int = PAGE) -> Paged[KeptClaim]:
        """List claims, those of the newest document first, in the order in which it tells them."""
        with reading(self._engine) as connection:
            return list_claims(connection, filters, None, after, limit)

    def find(
        self, words: str, filters: Filters = _ALL, *, after: str | None = None, limit: int = PAGE
    ) -> Paged[KeptClaim]:
        """List the claims that hold all words, in any form and with or without accents, and all “phrases”."""
        typed = asked(words)
        if not typed:
            return Paged((), None)
        with reading(self._engine) as connection:
            return list_claims(connection, filters, typed, after, limit)

    def find_documents(
        self, words: str, filters: Filters = _ALL, *, after: str | None = None, limit: int = PAGE
    ) -> Paged[KeptDocument]:
        """List the documents whose text holds all words, in any form and with or without accents."""
        typed = asked(words)
        if not typed:
            return Paged((), None)
        with reading(self._engine) as connection:
            return list_documents(connection, filters, typed, after, limit)

    def claim(self, id: str, *, as_of: datetime | None = None) -> KeptClaim:  # noqa: A002 — the word of the screens
        """Give a claim by its id or the id's beginning; UnknownRecordError where there is none."""
        with reading(self._engine) as connection:
            number = claim_number(connection, id)
            return claims_by_number(connection, [number], as_of)[number]

    def claims_by_id(self, ids: Sequence[str]) -> dict[str, KeptClaim]:
        """Give those of some claims, by their whole ids, that the ledger has."""
        with reading(self._engine) as connection:
            return claims_by_id(connection, ids)

    def document(self, id: str) -> KeptDocument:  # noqa: A002 — the word of the screens
        """Give a document by its id or source, with its text and versions."""
        with reading(self._engine) as connection:
            return show_document(connection, id)

    def content(self, id: str, version: int | None = None) -> bytes:  # noqa: A002 — the word of the screens
        """Give the bytes of a document's version, of the last where no number is given."""
        with reading(self._engine) as connection:
            return content_of(connection, id, version)

    def claims_of(self, document: str) -> tuple[KeptClaim, ...]:
        """Give a document's current claims in the order in which its text tells them."""
        with reading(self._engine) as connection:
            return claims_told_by(connection, document)

    def version(self, document: str, number: int | None = None) -> ReadVersion:
        """Give a version of a document as it was last read, the last version where no number is given."""
        with reading(self._engine) as connection:
            return read_version(connection, document, number)

    @property
    def watching(self) -> Watching:
        """The watcher's memory: what publishers' lists and the addresses they named last answered."""
        return Watching(self._engine)

    def ties(self, document: str) -> tuple[Tie, ...]:
        """Give the documents that belong to one: its other languages, transcripts, files, and what points to it."""
        with reading(self._engine) as connection:
            return ties_of(connection, document)

    def count_open(self, documents: Sequence[str]) -> dict[str, int]:
        """Count the current claims of documents (by their ids) that are still to judge."""
        with reading(self._engine) as connection:
            return count_open(connection, documents)

    def verify(self) -> Verified:
        """Check the database, the history's chain, and every record against it; all faults are named."""
        with reading(self._engine) as connection:
            return verify(connection)

    def index_anew(self, *, who: str, when: datetime) -> None:
        """Fill the full-text index again from the ledger's records."""
        with turn(self._engine, who, when) as taken:
            index_all(taken.connection)
            taken.note("index", "")

    def export(self) -> Iterator[bytes]:
        """Give every row as a line of JSON, byte for byte the same in SQLite and PostgreSQL."""
        with reading(self._engine) as connection:
            yield from export(connection)

    def state(self) -> str:
        """Give the seal of the last entry of the history: another one as soon as anything in the ledger changes."""
        with reading(self._engine) as connection:
            return last_seal(connection)

    def count(self) -> tuple[int, int]:
        """Count documents and current claims."""
        with reading(self._engine) as connection:
            return count(connection)

    def _keep(self, brought: list[Prepared], who: str, when: datetime) -> list[Kept]:
        with reading(self._engine) as connection:
            kept = unchanged(connection, brought, when)
        rest = [place for place in range(len(brought)) if place not in kept]
        if rest:
            with turn(self._engine, who, when) as taken, collector_resting():
                keeping = Keeping(taken, [brought[place] for place in rest])
                kept |= {place: keeping.keep(brought[place]) for place in rest}
                keeping.end()
        return [kept[place] for place in range(len(brought))]
