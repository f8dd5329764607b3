"""Turn filters and words into a question to the index and conditions on claims."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from tenu.errors import UnknownRecordError
from tenu.ledger.filters import Filters
from tenu.ledger.moments import written
from tenu.ledger.order import UNDATED, first_of_rank, rank_of
from tenu.ledger.tables import documents
from tenu.ledger.times import bounds
from tenu.ledger.words.asked import Asked
from tenu.ledger.words.fold import plain
from tenu.ledger.words.tokens import (
    CURRENT,
    LONGEST_BY_YEARS,
    actor_asked,
    claim_marks,
    host_marks,
    marks_asked_for_time,
)
from tenu.record import Claim


@dataclass(slots=True)
class Narrowed:
    """Groups of tokens of which each must be met, the numbers to look between, and conditions with their values."""

    tokens: list[list[str]] = field(default_factory=list)
    first: int = 0
    end: int = first_of_rank(UNDATED + 1)
    conditions: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)


def narrowed(connection: Connection, filters: Filters, words: Asked | None) -> Narrowed:
    """Give what claims must meet; a document that the ledger does not know is refused."""
    found = Narrowed()
    found.tokens += [list(forms) for forms in words.words] if words else []
    found.tokens += _marks(connection, filters)
    _between_days(found, filters)
    _during(found, filters)
    _judged(found, filters)
    _known(found, filters)
    return found


def fits(found: Narrowed, filters: Filters, claim: Claim, language: str) -> bool:
    """Tell whether a claim that people judged still is what was asked for: the index knows all its forms."""
    marks = claim_marks(claim, language)
    asked = (group for group in found.tokens if _of_claim(group))
    if not all(marks.intersection(group) for group in asked):
        return False
    days = bounds(claim.when)
    first, last = found.values.get("when_first", ""), found.values.get("when_last", "9")
    return filters.during is None or (days is not None and days[0] <= str(last) and days[1] >= str(first))


def _of_claim(group: list[str]) -> bool:
    """Tell marks of what a claim is from words and from marks of where and how it stands."""
    begin, colon, _ = group[0].partition(":")
    return bool(colon) and begin not in ("d", "h", "v", "is", "l")


def known_at(table: str, filters: Filters) -> str:
    """Give the condition that a row was what the ledger knew, now or `:as_of`."""
    if filters.as_of is None:
        return f"{table}.known_until IS NULL"
    return f"{table}.known_from <= :as_of AND ({table}.known_until IS NULL OR {table}.known_until > :as_of)"


def _marks(connection: Connection, filters: Filters) -> list[list[str]]:
    marks = []
    if filters.kind is not None:
        marks.append([f"k:{filters.kind}"])
    if filters.status is not None:
        marks.append([f"s:{filters.status}"])
    if filters.language is not None:
        marks.append([f"l:{filters.language}"])
    if filters.actor is not None:
        marks += actor_asked(filters.actor, filters.role)
    if filters.document is not None:
        marks.append([f"d:{document_number(connection, filters.document)}"])
    if filters.source is not None:
        marks.append(source_marks(connection, filters.source))
    if filters.state is not None and filters.as_of is None:
        marks.append([f"v:{filters.state}"])
    return marks


def document_number(connection: Connection, key: str) -> int:
    """Give a document's number by its id, its source, or the beginning of its id where no other begins so."""
    is_it = (documents.c.key == key) | (documents.c.source == key)
    number = connection.execute(select(documents.c.id).where(is_it)).scalar()
    if number is not None:
        return int(number)
    begins = documents.c.key.startswith(key, autoescape=True)
    found = connection.execute(select(documents.c.id).where(begins).limit(2)).scalars().all() if len(key) >= 4 else []
    if len(found) != 1:
        several = "several documents whose ids begin with" if found else "no document"
        raise UnknownRecordError(f"the ledger has {several} {key}")
    return int(found[0])


def source_marks(connection: Connection, source: str) -> list[str]:
    """Give the marks of a source: that of the document at this very address, that of the host."""
    number = connection.execute(select(documents.c.id).where(documents.c.source == source)).scalar()
    if number is not None:
        return [f"d:{number}"]
    hosts = host_marks(source if "://" in source else f"https://{source}")
    return hosts[:1] or [f"h:{plain(source)}"]


def _between_days(found: Narrowed, filters: Filters) -> None:
    if filters.until is not None:
        found.first = first_of_rank(rank_of(filters.until.isoformat()))
    if filters.since is not None:
        found.end = first_of_rank(rank_of(filters.since.isoformat()) + 1)
    elif filters.until is not None:
        found.end = first_of_rank(UNDATED)


def _during(found: Narrowed, filters: Filters) -> None:
    if filters.during is None:
        return
    first, last = (day.isoformat() for day in filters.during)
    if filters.during[1].year - filters.during[0].year <= LONGEST_BY_YEARS:
        found.tokens.append(marks_asked_for_time(first, last))
    found.conditions.append("(claims.seen > 0 OR (claims.when_from <= :when_last AND claims.when_to >= :when_first))")
    found.values |= {"when_first": first, "when_last": last}


def _judged(found: Narrowed, filters: Filters) -> None:
    then = "until IS NULL" if filters.as_of is None else "at <= :as_of AND (until IS NULL OR until > :as_of)"
    for name, place in (("judged_by", "IN"), ("not_judged_by", "NOT IN")):
        who = getattr(filters, name)
        if who is not None:
            theirs = f"SELECT claim_id FROM verdicts WHERE \"by\" = :{name} AND decision <> 'undo' AND {then}"
            found.conditions.append(f"claims.id {place} ({theirs})")
            found.values[name] = who


def _known(found: Narrowed, filters: Filters) -> None:
    if filters.as_of is not None:
        found.values["as_of"] = written(filters.as_of)
    if filters.as_of is None and found.tokens:
        found.tokens.append([CURRENT])
    else:
        found.conditions.append(known_at("claims", filters))
    if filters.as_of is not None and filters.state is not None:
        found.conditions.append(
            "coalesce((SELECT verdicts.state FROM verdicts WHERE verdicts.claim_id = claims.id "
            "AND verdicts.at <= :as_of ORDER BY verdicts.number DESC LIMIT 1), 'open') = :state"
        )
        found.values["state"] = filters.state.value
