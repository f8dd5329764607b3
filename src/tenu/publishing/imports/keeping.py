"""Take a file into the ledger: rows become claims, some hundred a document, and the importer takes them over."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from itertools import islice

from tenu.errors import UnknownRecordError
from tenu.ledger import Decision, Judgement, Ledger, Outcome, State, prepare
from tenu.publishing.imports.parts import Part, part_name, parts_of
from tenu.publishing.imports.sameness import is_said
from tenu.publishing.imports.told import NotUnderstood, Told
from tenu.record import Reading

Clock = Callable[[], datetime]
_AT_ONCE = 500
_PARTS_AT_ONCE = 10
_TAKEN_OVER = (State.ACCEPTED, State.AMENDED)


@dataclass(frozen=True, slots=True)
class Into:
    """Where and how a file is taken in; without `accept` its claims wait for a person to judge them."""

    ledger: Ledger
    source: str
    who: str
    clock: Clock
    language: str = "und"
    published: str | None = None
    accept: bool = True


@dataclass(slots=True)
class Imported:
    """What came of an import: rows read, claims told, how many of them are new, and what was not understood."""

    rows: int = 0
    claims: int = 0
    added: int = 0
    known: int = 0
    without: int = 0
    documents: dict[Outcome, int] = field(default_factory=dict)
    unread: list[NotUnderstood] = field(default_factory=list)


def take_in(told: Iterable[Told], into: Into) -> Iterator[Imported]:
    """Keep what rows say; gives the count so far after each few documents, and at the end."""
    count = Imported()
    number = 0
    parts = parts_of(_new(told, into, count), into.source, into.language, into.published)
    while some := list(islice(parts, _PARTS_AT_ONCE)):
        number += len(some)
        _keep(some, into, count)
        yield count
    _end_parts_behind(number, into, count)
    yield count


def _new(told: Iterable[Told], into: Into, count: Imported) -> Iterator[Told]:
    """Give what the ledger does not say yet; what differs from what it says under the same id gets an id of its own."""
    left = iter(told)
    while some := list(islice(left, _AT_ONCE)):
        ids = [one.id for one in some if one.known and one.id is not None]
        kept = into.ledger.claims_by_id(ids) if ids else {}
        for one in some:
            count.rows += len({row.number for row in one.rows})
            count.unread += one.unread
            count.without += one.said is None
            there = kept.get(one.id) if one.id is not None else None
            if there is None or there.source.partition("#")[0] == into.source:
                yield one
            elif is_said(one, there):
                count.known += 1
            else:
                yield replace(one, id=None)


def _keep(parts: list[Part], into: Into, count: Imported) -> None:
    prepared = [prepare(part.content, part.reading) for part in parts]
    judgements: dict[str, Judgement] = {}
    for part, kept in zip(parts, into.ledger.keep_all(prepared, who=into.who, clock=into.clock), strict=True):
        claims = part.reading.claims
        count.documents[kept.outcome] = count.documents.get(kept.outcome, 0) + 1
        count.claims += len(claims)
        count.added += len(kept.claims)
        ids = kept.claims if len(kept.claims) == len(claims) else [claim.id for claim in claims]
        saying = (one for one in part.told if one.said is not None)
        judgements |= {key: judged for key, one in zip(ids, saying, strict=True) if (judged := _judgement(one, into))}
    if judgements:
        into.ledger.judge_many(judgements, who=into.who, when=into.clock())


def _judgement(told: Told, into: Into) -> Judgement | None:
    """Give what the importer makes of a row: taken over as the file has it, or left open."""
    reason = f"taken over from {into.source}"
    if told.state is State.REJECTED:
        return Judgement(Decision.REJECT, reason=f"rejected in {into.source}")
    if told.state in _TAKEN_OVER and (into.accept or told.known):
        return Judgement(Decision.ACCEPT, terms=told.terms, reason=reason)
    return None


def _end_parts_behind(number: int, into: Into, count: Imported) -> None:
    """Keep an empty version of the parts that a shorter file no longer has: their claims are seen to be gone."""
    while True:
        number += 1
        source = part_name(into.source, number)
        try:
            there = into.ledger.document(source)
        except UnknownRecordError:
            return
        if there.document is not None and there.document.text:
            there_no_longer = replace(there.document, sha256=sha256(b"").hexdigest(), text="", blocks=())
            into.ledger.keep(b"", Reading(there_no_longer, ()), who=into.who, when=into.clock())
            count.documents[Outcome.NEW_VERSION] = count.documents.get(Outcome.NEW_VERSION, 0) + 1
