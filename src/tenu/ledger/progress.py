"""How far documents are judged."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from tenu.ledger.kept import State
from tenu.ledger.tables import claims, documents, pages


def count_open(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """Count the current claims of documents (by their ids) on which no verdict stands."""
    statement = (
        select(documents.c.key, func.count())
        .join(pages, pages.c.document_id == documents.c.id)
        .join(claims, claims.c.page_id == pages.c.id)
        .where(documents.c.key.in_(keys), claims.c.known_until.is_(None), claims.c.state == State.OPEN.value)
        .group_by(documents.c.key)
    )
    there = {row[0]: row[1] for row in connection.execute(statement)}
    return {key: there.get(key, 0) for key in keys}
