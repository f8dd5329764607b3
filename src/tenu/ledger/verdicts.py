"""Add verdicts: each in its turn, never over another's, once however often it is sent."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Row, select, update

from tenu.errors import LedgerError
from tenu.ledger.content import decoded, digest_of, encoded, terms_read, terms_written
from tenu.ledger.documents import page_of
from tenu.ledger.judging import (
    Decision,
    Judgement,
    OvertakenError,
    Standing,
    Verdict,
    check,
    given_by,
)
from tenu.ledger.kept import State
from tenu.ledger.moments import read
from tenu.ledger.narrowing import document_number
from tenu.ledger.reindexing import index_claim
from tenu.ledger.showing import claim_number, claims_by_number
from tenu.ledger.tables import claims, pages, verdicts
from tenu.ledger.turn import Turn

Found = Row[tuple[object, ...]]


def judge(turn: Turn, key: str, judgement: Judgement, seen: int, client_id: str | None) -> Verdict:
    """Add a verdict on a claim that the judge saw with `seen` verdicts.

    Others' verdicts in between raise OvertakenError with both at hand. A verdict sent again with the same client id
    gives back the one that was kept.
    """
    number = claim_number(turn.connection, key)
    row = turn.connection.execute(select(claims).where(claims.c.id == number)).one()
    if client_id is not None and (sent := _sent_before(turn, client_id, row.key, judgement)):
        return sent
    check(judgement, decoded(row.data), page_of(turn.connection, row.page_id).text)
    before = _rows(turn.connection, number)
    if len(before) != seen:
        theirs = [verdict_of_row(row.key, verdict) for verdict in before[seen:]]
        raise OvertakenError(judgement, theirs, claims_by_number(turn.connection, [number])[number])
    amended = encoded(judgement.amended) if judgement.amended is not None else None
    terms = terms_written(judgement.terms)
    given = given_by(judgement, amended, terms)
    stands = _undone(turn, before) if judgement.decision is Decision.UNDO else given
    kept = add(turn, number, row.key, len(before) + 1, judgement, given, stands, turn.who, client_id)
    index_claim(turn.connection, number)
    return kept


def _undone(turn: Turn, before: Sequence[Found]) -> Standing:
    """End the last verdict that stands, and give how the claim stood before it."""
    standing = [row for row in before if row.until is None and row.decision != Decision.UNDO]
    if not standing:
        raise LedgerError("there is no verdict on this claim to undo")
    turn.connection.execute(update(verdicts).where(verdicts.c.id == standing[-1].id), {"until": turn.at})
    return stood(standing[-2]) if len(standing) > 1 else Standing()


def add(
    turn: Turn,
    number: int,
    key: str,
    which: int,
    judgement: Judgement,
    given: Standing,
    stands: Standing,
    by: str,
    client_id: str | None = None,
) -> Verdict:
    """Write a verdict's row, how the claim stands after it, and the history's entry."""
    row = {
        "id": turn.serial(),
        "claim_id": number,
        "number": which,
        "decision": judgement.decision.value,
        "amended": given.amended,
        "terms": given.terms,
        "reason": judgement.reason,
        "by": by,
        "at": turn.at,
        "client_id": client_id,
        "state": stands.state,
        "standing": stands.amended,
        "standing_terms": stands.terms,
        "until": None,
    }
    turn.connection.execute(verdicts.insert(), row)
    columns = {"state": stands.state, "seen": which, "amended": stands.amended, "terms": stands.terms}
    turn.connection.execute(update(claims).where(claims.c.id == number), columns)
    turn.note("verdict", key, number=which, decision=judgement.decision.value, digest=verdict_digest(row))
    return Verdict(key, which, judgement, by, read(turn.at), State(stands.state), client_id)


def verdict_digest(row: Mapping[str, object]) -> str:
    """Give the digest by which the history seals a verdict's row."""
    told = (row[name] for name in ("decision", "amended", "terms", "reason", "by", "at", "client_id", "state"))
    return digest_of(["" if value is None else str(value) for value in told])


def verdicts_of(connection: Connection, key: str) -> tuple[Verdict, ...]:
    """Give a claim's verdicts, the first first."""
    number = claim_number(connection, key)
    full = connection.execute(select(claims.c.key).where(claims.c.id == number)).scalar_one()
    return tuple(verdict_of_row(full, row) for row in _rows(connection, number))


def last_verdicts(connection: Connection, key: str) -> dict[str, dict[str, Verdict]]:
    """Give, for each current claim of a document (by its id), the last verdict that stands of each who judged it."""
    rows = connection.execute(
        select(verdicts, claims.c.key)
        .join(claims, claims.c.id == verdicts.c.claim_id)
        .join(pages, pages.c.id == claims.c.page_id)
        .where(pages.c.document_id == document_number(connection, key), claims.c.known_until.is_(None), standing())
        .order_by(claims.c.id, verdicts.c.number)
    )
    found: dict[str, dict[str, Verdict]] = {}
    for row in rows:
        found.setdefault(row.key, {})[row.by] = verdict_of_row(row.key, row)
    return found


def standing() -> ColumnElement[bool]:
    """Give the condition that a verdict stands: no undo, and not undone."""
    return verdicts.c.until.is_(None) & (verdicts.c.decision != Decision.UNDO.value)


def _rows(connection: Connection, number: int) -> Sequence[Found]:
    statement = select(verdicts).where(verdicts.c.claim_id == number).order_by(verdicts.c.number)
    return connection.execute(statement).all()


def stood(row: Found) -> Standing:
    """Give how a claim stood after a verdict."""
    return Standing(row.state, row.standing, row.standing_terms)


def verdict_of_row(key: str, row: Found) -> Verdict:
    """Give the verdict that a row keeps, on the claim of this id."""
    amended = decoded(row.amended) if row.amended is not None else None
    judgement = Judgement(Decision(row.decision), amended, terms_read(row.terms), row.reason)
    return Verdict(key, row.number, judgement, row.by, read(row.at), State(row.state), row.client_id)


def _sent_before(turn: Turn, client_id: str, key: str, judgement: Judgement) -> Verdict | None:
    row = turn.connection.execute(
        select(verdicts, claims.c.key)
        .join(claims, claims.c.id == verdicts.c.claim_id)
        .where(verdicts.c.client_id == client_id)
    ).first()
    if row is None:
        return None
    kept = verdict_of_row(row.key, row)
    if (kept.claim, kept.judgement, kept.by) != (key, judgement, turn.who):
        raise LedgerError(f"the client id {client_id} stands for another decision already; give each decision its own")
    return kept
