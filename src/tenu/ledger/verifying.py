"""Check that the ledger is what its history says: the chain, every sealed record, every column worked out from them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from tenu.ledger.content import digest_of
from tenu.ledger.history import BEFORE_ALL, sealed
from tenu.ledger.integrity import faults_of_database
from tenu.ledger.judging import Decision, undone_by
from tenu.ledger.linking import link_digest
from tenu.ledger.tables import claims, contents, documents, history, links, pages, readings, verdicts, versions
from tenu.ledger.verdicts import verdict_digest

Found = Row[tuple[object, ...]]
_AT_ONCE = 300
_READINGS = (
    select(
        readings.c.id,
        readings.c.page_id,
        readings.c.digest.label("reading"),
        readings.c.kept_at,
        readings.c.kept_by,
        pages.c.data.label("page"),
        versions.c.sha256,
        versions.c.number,
        contents.c.bytes,
        documents.c.key,
    )
    .join(pages, pages.c.id == readings.c.page_id)
    .join(versions, versions.c.id == readings.c.version_id)
    .join(contents, contents.c.sha256 == versions.c.sha256)
    .join(documents, documents.c.id == versions.c.document_id)
)


@dataclass(frozen=True, slots=True)
class Verified:
    """How many entries of the history were checked, its last hash, and what is not as it says; nothing where all is."""

    entries: int
    last_hash: str
    faults: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Tell whether everything is as the history says."""
        return not self.faults


@dataclass(slots=True)
class _Replayed:
    """What the history says of the columns that are worked out from it."""

    readings: int = 0
    verdicts: int = 0
    links: int = 0
    added: int = 0
    ended: dict[str, str] = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)


def verify(connection: Connection) -> Verified:
    """Check the whole ledger; every fault is a sentence that names the record."""
    faults = list(faults_of_database(connection))
    replayed = _Replayed()
    before, number = BEFORE_ALL, 0
    rows = connection.execute(
        select(history).order_by(history.c.number).execution_options(yield_per=_AT_ONCE)
    ).partitions()
    for some in rows:
        kept = _Records(connection, [json.loads(entry.data)["number"] for entry in some if entry.action == "keep"])
        for entry in some:
            number += 1
            if entry.number != number:
                faults.append(f"the history's entry {number} is missing")
                number = entry.number
            told = sealed(before, entry.number, entry.at, entry.who, entry.action, entry.subject, entry.data)
            if told != entry.hash:
                faults.append(f"the history's entry {entry.number} ({entry.action}, by {entry.who}) was changed")
            before = entry.hash
            faults += _of_entry(connection, kept, entry, replayed)
    faults += _counted(connection, replayed)
    faults += _undone(connection)
    faults += _worked_out(connection, replayed)
    return Verified(number, before, tuple(faults))


class _Records:
    """What the ledger holds of some readings, by their numbers: their rows, and the ids and JSON of their claims."""

    def __init__(self, connection: Connection, numbers: list[int]) -> None:
        self.rows = {row.id: row for row in connection.execute(_READINGS.where(readings.c.id.in_(numbers)))}
        self.claims: dict[int, list[str]] = {}
        told = select(claims.c.reading_id, claims.c.key, claims.c.data).where(claims.c.reading_id.in_(numbers))
        of_pages = {row.page_id for row in self.rows.values()}
        on_pages = told.where(claims.c.page_id.in_(sorted(of_pages)))  # readings have no index of their own
        for row in connection.execute(on_pages.order_by(claims.c.id)):
            self.claims.setdefault(row.reading_id, []).append(f"{row.key} {row.data}")


def _of_entry(connection: Connection, kept: _Records, entry: Found, replayed: _Replayed) -> Iterator[str]:
    data = json.loads(entry.data)
    if entry.action == "keep":
        replayed.readings += 1
        replayed.ended |= dict.fromkeys(data.get("ended", ()), entry.at)
        replayed.gone |= dict.fromkeys(data.get("gone", ()), entry.at)
        for back in data.get("back", ()):
            replayed.gone.pop(back, None)
    replayed.verdicts += entry.action == "verdict"
    replayed.links += entry.action == "link"
    replayed.added += entry.action == "add"
    if entry.action == "keep":
        yield from _kept(kept, entry, data)
    elif entry.action == "verdict":
        yield from _judged(connection, entry, data)
    elif entry.action == "link":
        yield from _linked(connection, entry, data)
    elif entry.action == "add":
        yield from _added(connection, entry, data)


def _kept(kept: _Records, entry: Found, data: dict[str, Any]) -> Iterator[str]:
    name = f"the document {entry.subject}, version {data['version']}"
    row = kept.rows.get(data["number"])
    if row is None:
        yield f"{name}: its reading of {entry.at} is missing"
        return
    if (row.key, row.number, row.sha256) != (entry.subject, data["version"], data["sha256"]):
        yield f"{name}: its version's row was changed"
    if sha256(row.bytes).hexdigest() != data["sha256"]:
        yield f"{name}: its bytes were changed"
    if digest_of([row.page]) != data["page"]:
        yield f"{name}: its text was changed"
    if (row.reading, row.kept_at, row.kept_by) != (data["reading"], entry.at, entry.who):
        yield f"{name}: its reading's row was changed"
    told = kept.claims.get(data["number"], [])
    if digest_of(told) != data["digest"]:
        yield f"{name}: its claims were changed ({len(told)} are there, {data['claims']} were kept)"


def _added(connection: Connection, entry: Found, data: dict[str, Any]) -> Iterator[str]:
    told = select(claims.c.key, claims.c.data, pages.c.digest).join(pages, pages.c.id == claims.c.page_id)
    row = connection.execute(told.where(claims.c.key == entry.subject, claims.c.reading_id.is_(None))).first()
    if row is None:
        yield f"the claim {entry.subject}, which {entry.who} added, is missing"
    elif digest_of([f"{row.key} {row.data}"]) != data["digest"] or row.digest != data["page"]:
        yield f"the claim {entry.subject}, which {entry.who} added, was changed"


def _judged(connection: Connection, entry: Found, data: dict[str, Any]) -> Iterator[str]:
    row = (
        connection.execute(
            select(verdicts)
            .join(claims, claims.c.id == verdicts.c.claim_id)
            .where(claims.c.key == entry.subject, verdicts.c.number == data["number"])
        )
        .mappings()
        .first()
    )
    if row is None:
        yield f"the claim {entry.subject}: verdict {data['number']} is missing"
    elif verdict_digest(dict(row)) != data["digest"]:
        yield f"the claim {entry.subject}: verdict {data['number']} was changed"


def _linked(connection: Connection, entry: Found, data: dict[str, Any]) -> Iterator[str]:
    first, second = claims.alias("first"), claims.alias("second")
    row = (
        connection.execute(
            select(links)
            .join(first, first.c.id == links.c.from_id)
            .join(second, second.c.id == links.c.to_id)
            .where(
                first.c.key == entry.subject,
                second.c.key == data["to"],
                links.c.kind == data["kind"],
                links.c.number == data["number"],
            )
        )
        .mappings()
        .first()
    )
    name = f"the link “{data['kind']}” from {entry.subject} to {data['to']}"
    if row is None:
        yield f"{name}: judgement {data['number']} is missing"
    elif link_digest(dict(row)) != data["digest"]:
        yield f"{name}: judgement {data['number']} was changed"


def _counted(connection: Connection, replayed: _Replayed) -> Iterator[str]:
    for table, told in ((readings, replayed.readings), (verdicts, replayed.verdicts), (links, replayed.links)):
        there = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if there != told:
            yield f"there are {there} {table.name}, and the history tells of {told}"

    by_people = select(func.count()).select_from(claims).where(claims.c.reading_id.is_(None))
    if (there := connection.execute(by_people).scalar_one()) != replayed.added:
        yield f"there are {there} claims that people added, and the history tells of {replayed.added}"


def _undone(connection: Connection) -> Iterator[str]:
    """Compare since when verdicts are undone with the undos that were given."""
    columns = (verdicts.c.claim_id, verdicts.c.number, verdicts.c.decision, verdicts.c.at, verdicts.c.until)
    rows = connection.execute(select(*columns).order_by(verdicts.c.claim_id, verdicts.c.number))
    for _, some in groupby(rows, key=lambda row: row.claim_id):
        told = list(some)
        undone = undone_by([Decision(row.decision) for row in told])
        for place, row in enumerate(told):
            if row.until != (told[undone[place]].at if place in undone else None):
                key = connection.execute(select(claims.c.key).where(claims.c.id == row.claim_id)).scalar_one()
                yield f"the claim {key}: its verdict {row.number} is undone otherwise than its verdicts say"


def _worked_out(connection: Connection, replayed: _Replayed) -> Iterator[str]:
    last = (
        select(verdicts.c.claim_id, func.max(verdicts.c.number).label("number"))
        .group_by(verdicts.c.claim_id)
        .subquery()
    )
    stands = (
        select(verdicts)
        .join(last, (last.c.claim_id == verdicts.c.claim_id) & (last.c.number == verdicts.c.number))
        .subquery()
    )
    rows = connection.execute(
        select(
            claims.c.key,
            claims.c.state,
            claims.c.seen,
            claims.c.amended,
            claims.c.terms,
            claims.c.known_until,
            claims.c.gone_from,
            claims.c.known_from,
            stands.c.state.label("told"),
            stands.c.number,
            stands.c.standing,
            stands.c.standing_terms,
        )
        .outerjoin(stands, stands.c.claim_id == claims.c.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        told = (row.told or "open", row.number or 0, row.standing, row.standing_terms)
        if (row.state, row.seen, row.amended, row.terms) != told:
            yield f"the claim {row.key} is shown otherwise than its verdicts say"
        ended = replayed.ended.get(row.key)
        if row.known_until != ended and row.known_until != row.known_from:
            yield f"the claim {row.key} ended otherwise than the history says"
        if row.gone_from != replayed.gone.get(row.key) and ended is None:
            yield f"the claim {row.key} is gone from its page otherwise than the history says"
