"""What a watcher remembers: of each list when it answered and what was wrong, of each address what it last held.

This is memory that serves to ask politely, not a record of what was said: it may be lost without harm. What is a record
(a list that begins to fail or is well again, a page that is gone) is entered into the history.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, Select, func, select, update

from tenu.ledger.engine import reading
from tenu.ledger.moments import read, written
from tenu.ledger.tables import documents, listings, outlets, pages
from tenu.ledger.turn import Turn, turn

LONGEST = 2000
"""Letters of an address that is remembered; PostgreSQL's index takes no longer ones."""


@dataclass(frozen=True, slots=True)
class WatchedOutlet:
    """A publisher's list: the marks of its last answer, when it was asked and last well, how often it failed since."""

    url: str
    source: str
    etag: str | None = None
    last_modified: str | None = None
    asked_at: datetime | None = None
    well_at: datetime | None = None
    failures: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class WatchedAddress:
    """An address that a list named: the marks of its last answer, when it was asked, whether it is gone or failing."""

    url: str
    outlet: str
    title: str | None = None
    published: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    asked_at: datetime | None = None
    gone_at: datetime | None = None
    failures: int = 0
    problem: str | None = None


class Watching:
    """The watcher's memory in a ledger; each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def outlet(self, url: str, source: str) -> WatchedOutlet:
        """Give what is remembered of a list, nothing of it where it was never asked."""
        return next((one for one in self.outlets() if one.url == url), WatchedOutlet(url, source))

    def outlets(self) -> tuple[WatchedOutlet, ...]:
        """Give what is remembered of every list."""
        with reading(self._engine) as connection:
            return tuple(map(_outlet, connection.execute(select(outlets).order_by(outlets.c.url))))

    def looked(self, seen: WatchedOutlet, listed: Sequence[WatchedAddress] | None, *, who: str, when: datetime) -> None:
        """Remember a look at a list, and the addresses it named in its order; None where it named none anew."""
        with turn(self._engine, who, when) as taken:
            before = taken.connection.execute(select(outlets.c.problem).where(outlets.c.url == seen.url)).first()
            _put(taken.connection, seen)
            if listed is not None:
                _list(taken, seen.url, listed)
            if seen.problem is not None and (before is None or before.problem is None):
                taken.note("watch", seen.source, outlet=seen.url, problem=seen.problem)
            if seen.problem is None and before is not None and before.problem is not None:
                taken.note("watch", seen.source, outlet=seen.url, well=True)

    def to_ask(self, outlet: str, most: int) -> tuple[WatchedAddress, ...]:
        """Give the addresses of a list that are next to be asked: those never asked, then those asked longest ago.

        An address that is gone, or that the list no longer names, is not asked again.
        """
        last = select(func.max(listings.c.listed_at)).where(listings.c.outlet == outlet).scalar_subquery()
        named = select(listings).where(
            listings.c.outlet == outlet, listings.c.listed_at == last, listings.c.gone_at.is_(None)
        )
        with reading(self._engine) as connection:
            new = connection.execute(_first(named.where(listings.c.asked_at.is_(None)), most)).all()
            known = named.where(listings.c.asked_at.is_not(None)).order_by(listings.c.asked_at)
            rest = connection.execute(_first(known, most - len(new))).all() if len(new) < most else []
        return tuple(map(_address, [*new, *rest]))

    def asked(self, address: WatchedAddress, source: str, *, who: str, when: datetime) -> None:
        """Remember the answer of an address; that a page is gone is entered into the history once."""
        with turn(self._engine, who, when) as taken:
            before = taken.connection.execute(select(listings.c.gone_at).where(listings.c.url == address.url)).scalar()
            taken.connection.execute(
                update(listings).where(listings.c.url == address.url),
                {
                    "etag": address.etag,
                    "last_modified": address.last_modified,
                    "asked_at": _told(address.asked_at),
                    "gone_at": _told(address.gone_at),
                    "failures": address.failures,
                    "problem": address.problem,
                },
            )
            if address.gone_at is not None and before is None:
                taken.note("watch", source, gone=address.url)

    def waiting(self, outlet: str) -> int:
        """Count the addresses that a list has named and that were never asked."""
        never = select(func.count()).where(listings.c.outlet == outlet, listings.c.asked_at.is_(None))
        with reading(self._engine) as connection:
            return int(connection.execute(never).scalar_one())

    def days(self, of: Iterable[str]) -> tuple[str, ...]:
        """Give the days (ISO 8601) of what these lists named: the document's, the list's, or of the first sight."""
        days = (
            select(func.coalesce(pages.c.published, listings.c.published, listings.c.first_at))
            .select_from(listings)
            .outerjoin(documents, documents.c.source == listings.c.url)
            .outerjoin(pages, pages.c.id == documents.c.page_id)
            .where(listings.c.outlet.in_(list(of)))
        )
        with reading(self._engine) as connection:
            return tuple(sorted(day[:10] for day in connection.execute(days).scalars()))


def _first(wanted: Select[tuple[object, ...]], most: int) -> Select[tuple[object, ...]]:
    return wanted.order_by(listings.c.place, listings.c.url).limit(most)


def _put(connection: Connection, seen: WatchedOutlet) -> None:
    row = {
        "source": seen.source,
        "etag": seen.etag,
        "last_modified": seen.last_modified,
        "asked_at": _told(seen.asked_at),
        "well_at": _told(seen.well_at),
        "failures": seen.failures,
        "problem": seen.problem,
    }
    if not connection.execute(update(outlets).where(outlets.c.url == seen.url), row).rowcount:
        connection.execute(outlets.insert(), row | {"url": seen.url})


def _list(taken: Turn, outlet: str, listed: Sequence[WatchedAddress]) -> None:
    """Remember which addresses a list names now, in its order; one that another list named first stays that one's."""
    short = [(place, one) for place, one in enumerate(listed) if len(one.url) <= LONGEST]
    named = select(listings.c.url, listings.c.outlet).where(listings.c.url.in_([one.url for _, one in short]))
    known = {row.url: row.outlet for row in taken.connection.execute(named)}
    for place, one in short:
        now = {"listed_at": taken.at, "place": place}
        if known.get(one.url, outlet) != outlet:
            continue
        if one.url in known:
            taken.connection.execute(update(listings).where(listings.c.url == one.url), now)
        else:
            taken.connection.execute(
                listings.insert(),
                now
                | {"url": one.url, "outlet": outlet, "title": one.title, "published": one.published}
                | {"first_at": taken.at, "failures": 0},
            )


def _told(moment: datetime | None) -> str | None:
    return written(moment) if moment is not None else None


def _moment(told: str | None) -> datetime | None:
    return read(told) if told is not None else None


def _outlet(row: Row[tuple[object, ...]]) -> WatchedOutlet:
    return WatchedOutlet(
        row.url,
        row.source,
        row.etag,
        row.last_modified,
        _moment(row.asked_at),
        _moment(row.well_at),
        row.failures,
        row.problem,
    )


def _address(row: Row[tuple[object, ...]]) -> WatchedAddress:
    return WatchedAddress(
        row.url,
        row.outlet,
        row.title,
        row.published,
        row.etag,
        row.last_modified,
        _moment(row.asked_at),
        _moment(row.gone_at),
        row.failures,
        row.problem,
    )
