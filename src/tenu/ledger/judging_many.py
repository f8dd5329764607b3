"""Judge many claims at once that nobody has judged yet, as an import does: one turn, rows written together."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select, update

from tenu.errors import LedgerError
from tenu.ledger.content import terms_written
from tenu.ledger.judging import Decision, Judgement, given_by
from tenu.ledger.rows import insert, known
from tenu.ledger.tables import claims, verdicts
from tenu.ledger.turn import Turn
from tenu.ledger.verdicts import verdict_digest
from tenu.ledger.words import index

_AT_ONCE = 500
_WHOLE = (Decision.ACCEPT, Decision.REJECT)


def judge_many(turn: Turn, judgements: Mapping[str, Judgement]) -> int:
    """Add a first verdict to each of these claims (by their whole ids) that has none; give how many were added.

    Claims that were judged already, that are over or not there are passed over. Only accepting and rejecting as a whole
    can be done to many.
    """
    for judgement in judgements.values():
        if judgement.decision not in _WHOLE or judgement.amended is not None:
            raise LedgerError("many claims at once can be accepted or rejected as they are; amend them one by one")
    numbers = sorted(known(turn.connection, claims.c.key, set(judgements)).values())
    added = 0
    for at in range(0, len(numbers), _AT_ONCE):
        added += _judge_some(turn, numbers[at : at + _AT_ONCE], judgements)
    return added


def _judge_some(turn: Turn, numbers: list[int], judgements: Mapping[str, Judgement]) -> int:
    found = turn.connection.execute(
        select(claims.c.id, claims.c.key).where(
            claims.c.id.in_(numbers), claims.c.seen == 0, claims.c.known_until.is_(None)
        )
    ).all()
    rows, stands, moved = [], [], []
    for claim in found:
        judgement = judgements[claim.key]
        row = _row(turn, claim.id, judgement)
        turn.note("verdict", claim.key, number=1, decision=judgement.decision.value, digest=verdict_digest(row))
        rows.append(row)
        stands.append({"number": claim.id, "state": row["state"], "terms": row["standing_terms"]})
        moved.append((claim.id, str(row["state"])))
    if rows:
        insert(turn.connection, verdicts, rows)
        statement = update(claims).where(claims.c.id == bindparam("number"))
        turn.connection.execute(statement.values(state=bindparam("state"), terms=bindparam("terms"), seen=1), stands)
        index.mark_judged(turn.connection, moved)
    return len(rows)


def _row(turn: Turn, number: int, judgement: Judgement) -> dict[str, object]:
    if judgement.decision is Decision.REJECT and not judgement.reason:
        raise LedgerError("a rejection needs its reason; say what is wrong with the claim")
    terms = terms_written(judgement.terms)
    stands = given_by(judgement, None, terms)
    return {
        "id": turn.serial(),
        "claim_id": number,
        "number": 1,
        "decision": judgement.decision.value,
        "amended": None,
        "terms": terms,
        "reason": judgement.reason,
        "by": turn.who,
        "at": turn.at,
        "client_id": None,
        "state": stands.state,
        "standing": None,
        "standing_terms": stands.terms,
        "until": None,
    }
