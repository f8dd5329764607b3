"""What the history tells of one record: how a claim came, was judged, linked and ended; how a document was kept."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, or_, select

from tenu.errors import UnknownRecordError
from tenu.ledger.judging import Verdict
from tenu.ledger.linking import Link, link_of_row, links_judged
from tenu.ledger.mattering import neighbours, number_of
from tenu.ledger.moments import read
from tenu.ledger.narrowing import document_number
from tenu.ledger.tables import claims, documents, history, pages, verdicts
from tenu.ledger.verdicts import verdict_of_row

Found = Row[tuple[object, ...]]
_ENDS = ("ended", "gone", "back")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the history: who did what to which record when, with the hash that seals it and all before.

    `action` is `keep`, `add`, `verdict` or `link`; `subject` the id of the document or claim; `data` the particulars as
    they are sealed; `verdict` or `link` what was judged. `became` tells what a reading did to the claim that was asked
    for: `read`, `ended`, `gone` or `back`.
    """

    number: int
    at: datetime
    who: str
    action: str
    subject: str
    data: dict[str, Any]
    hash: str
    verdict: Verdict | None = None
    link: Link | None = None
    became: str | None = None


def history_of_record(connection: Connection, key: str) -> tuple[Entry, ...]:
    """Give the entries on a claim (with those that it continues, and that continue it) or a document, oldest first."""
    try:
        number = number_of(connection, key)
    except UnknownRecordError:
        return _of_document(connection, key)
    told = [_Told(*row) for row in connection.execute(_CLAIMS.where(claims.c.id.in_(_chain(connection, number))))]
    entries = [*_readings(connection, told), *_judgements(connection, told), *_links(connection, told)]
    return tuple(sorted(entries, key=lambda entry: entry.number))


class _Told(NamedTuple):
    id: int
    key: str
    reading_id: int | None
    document: str


_CLAIMS = select(claims.c.id, claims.c.key, claims.c.reading_id, documents.c.key.label("document")).select_from(
    claims.join(pages, pages.c.id == claims.c.page_id).join(documents, documents.c.id == pages.c.document_id)
)


def _chain(connection: Connection, number: int) -> list[int]:
    met, edge = {number}, {number}
    while edge:
        edge = neighbours(connection, sorted(edge), None) - met
        met |= edge
    return sorted(met)


def _of_document(connection: Connection, key: str) -> tuple[Entry, ...]:
    of_it = select(documents.c.key).where(documents.c.id == document_number(connection, key))
    full = connection.execute(of_it).scalar_one()
    return tuple(_entry(row) for row in _entries(connection, [full], ["keep"]))


def _readings(connection: Connection, of: Sequence[_Told]) -> list[Entry]:
    """Give the entries of the readings that brought these claims, ended them, or found them gone from the page."""
    keys, numbers = {one.key for one in of}, {one.reading_id for one in of}
    found = []
    for row in _entries(connection, {one.document for one in of}, ["keep"]):
        data = json.loads(row.data)
        became = next((what for what in _ENDS if keys.intersection(data.get(what, ()))), None)
        if data["number"] in numbers or became:
            found.append(_entry(row, became="read" if data["number"] in numbers else became))
    return found


def _judgements(connection: Connection, of: Sequence[_Told]) -> list[Entry]:
    keys = {one.id: one.key for one in of}
    told = connection.execute(select(verdicts).where(verdicts.c.claim_id.in_(keys)))
    given = {(keys[row.claim_id], row.number): verdict_of_row(keys[row.claim_id], row) for row in told}
    return [
        _entry(row, verdict=given.get((row.subject, json.loads(row.data).get("number"))))
        for row in _entries(connection, keys.values(), ["add", "verdict"])
    ]


def _links(connection: Connection, of: Sequence[_Told]) -> list[Entry]:
    judged = {_name(link): link for link in map(link_of_row, links_judged(connection, [one.id for one in of]))}
    found = []
    for row in _entries(connection, {link.from_claim for link in judged.values()}, ["link"]):
        data = json.loads(row.data)
        link = judged.get((data["kind"], row.subject, data["to"], data["number"]))
        if link is not None:
            found.append(_entry(row, link=link))
    return found


def _name(link: Link) -> tuple[str, str, str, int]:
    return link.kind.value, link.from_claim, link.to_claim, link.number


def _entries(connection: Connection, subjects: Iterable[str], actions: list[str]) -> Sequence[Found]:
    asked = history.c.subject.in_(sorted(set(subjects))) & or_(*(history.c.action == action for action in actions))
    return connection.execute(select(history).where(asked).order_by(history.c.number)).all()


def _entry(row: Found, *, verdict: Verdict | None = None, link: Link | None = None, became: str | None = None) -> Entry:
    told = json.loads(row.data)
    return Entry(row.number, read(row.at), row.who, row.action, row.subject, told, row.hash, verdict, link, became)
