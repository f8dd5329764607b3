"""What people and publishers changed: verdicts, and documents found with other bytes, from a moment on."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from tenu.ledger.judging import Verdict
from tenu.ledger.moments import read, written
from tenu.ledger.tables import claims, documents, verdicts, versions
from tenu.ledger.verdicts import verdict_of_row


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a document that took an earlier one's place."""

    document: str
    source: str
    number: int
    kept_at: datetime
    kept_by: str


def all_verdicts(connection: Connection, since: datetime | None, as_of: datetime | None) -> tuple[Verdict, ...]:
    """Give the verdicts on all claims between two moments, the first first."""
    statement = select(verdicts, claims.c.key).join(claims, claims.c.id == verdicts.c.claim_id)
    if since is not None:
        statement = statement.where(verdicts.c.at >= written(since))
    if as_of is not None:
        statement = statement.where(verdicts.c.at <= written(as_of))
    rows = connection.execute(statement.order_by(verdicts.c.at, verdicts.c.id))
    return tuple(verdict_of_row(row.key, row) for row in rows)


def revisions(connection: Connection, since: datetime | None, as_of: datetime | None) -> tuple[Revision, ...]:
    """Give the versions between two moments that are not a document's first, the first kept first."""
    statement = (
        select(versions, documents.c.key, documents.c.source)
        .join(documents, documents.c.id == versions.c.document_id)
        .where(versions.c.number > 1)
    )
    if since is not None:
        statement = statement.where(versions.c.kept_at >= written(since))
    if as_of is not None:
        statement = statement.where(versions.c.kept_at <= written(as_of))
    return tuple(
        Revision(row.key, row.source, row.number, read(row.kept_at), row.kept_by)
        for row in connection.execute(statement.order_by(versions.c.kept_at, versions.c.id))
    )
