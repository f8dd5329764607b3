"""Add a claim that a person read in a document's current text, where no reader had found it.

It is accepted as it comes, for a person wrote it: its first verdict is its writer's, and taking it back is an undo.
"""

from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, select

from tenu.errors import ConflictError, LedgerError
from tenu.ledger import content, soundness
from tenu.ledger.documents import page_of
from tenu.ledger.judging import Decision, Judgement, given_by
from tenu.ledger.narrowing import document_number
from tenu.ledger.order import ordered, rank_of
from tenu.ledger.reindexing import index_claim
from tenu.ledger.rows import claim_row, insert
from tenu.ledger.tables import claims, documents, pages, verdicts
from tenu.ledger.turn import Turn
from tenu.ledger.verdicts import add
from tenu.ledger.words import index
from tenu.record import PERSON, Claim, ReadBy, Terms


def add_claim(turn: Turn, document: str, claim: Claim, terms: Terms | None, client_id: str | None) -> int:
    """Keep a person's claim on a document's current text, accepted; give its number.

    Sent twice with the same client id it is added once. Words that are not in the text, and a claim that the ledger
    holds already, are refused.
    """
    page = _current_page(turn.connection, document)
    if client_id is not None and (there := _sent_before(turn, client_id, claim)):
        return there
    soundness.check_written(claim, page_of(turn.connection, page.id))
    _refuse_a_second(turn.connection, page.id, claim)
    number = ordered(rank_of(page.published), turn.serial())
    key = sha256(f"{page.digest} {number}".encode()).hexdigest()[:16]
    written = replace(claim, id=key, read_by=ReadBy(PERSON, turn.at[:10], f"added by {turn.who}"))
    data = content.encoded(written)
    row = claim_row(written, data, number, key)
    insert(turn.connection, claims, [row | {"page_id": page.id, "reading_id": None, "known_from": turn.at}])
    turn.note("add", key, page=page.digest, digest=content.digest_of([f"{key} {data}"]))
    decision = Decision.ACCEPT if terms is None else Decision.AMEND
    judgement = Judgement(decision, terms=terms)
    stands = given_by(judgement, None, content.terms_written(terms))
    add(turn, number, key, 1, judgement, stands, stands, turn.who, client_id)
    index.add(turn.connection, index.CLAIMS, [(number, "")])
    index_claim(turn.connection, number)
    return number


class _Page(NamedTuple):
    id: int
    digest: str
    published: str | None


def _current_page(connection: Connection, document: str) -> _Page:
    row = connection.execute(
        select(pages.c.id, pages.c.digest, pages.c.published)
        .join(documents, documents.c.page_id == pages.c.id)
        .where(documents.c.id == document_number(connection, document))
    ).one()
    return _Page(*row)


def _refuse_a_second(connection: Connection, page: int, claim: Claim) -> None:
    told = select(claims.c.key, claims.c.data).where(claims.c.page_id == page, claims.c.known_until.is_(None))
    for row in connection.execute(told):
        if content.in_place(content.decoded(row.data)) == content.in_place(claim):
            raise ConflictError(f"the ledger holds this very claim already, as {row.key}; accept that one instead")


def _sent_before(turn: Turn, client_id: str, claim: Claim) -> int | None:
    row = turn.connection.execute(
        select(claims.c.id, claims.c.data, claims.c.reading_id, verdicts.c.by, verdicts.c.number)
        .join(verdicts, verdicts.c.claim_id == claims.c.id)
        .where(verdicts.c.client_id == client_id)
    ).first()
    if row is None:
        return None
    the_same = content.in_place(content.decoded(row.data)) == content.in_place(claim)
    if not (the_same and row.by == turn.who and row.reading_id is None and row.number == 1):
        raise LedgerError(f"the client id {client_id} stands for another decision already; give each decision its own")
    return int(row.id)
