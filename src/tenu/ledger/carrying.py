"""Carry what people decided over to the claim that says the same on a changed page."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from tenu.ledger.anchoring import found_again
from tenu.ledger.content import decoded, encoded
from tenu.ledger.judging import Decision, Judgement, Standing
from tenu.ledger.reindexing import index_claim
from tenu.ledger.tables import verdicts
from tenu.ledger.turn import Turn
from tenu.ledger.verdicts import add, standing, stood
from tenu.record import Claim


@dataclass(frozen=True, slots=True)
class Continued:
    """An earlier claim (its number and id, and its page's text where it was judged) and the one that continues it."""

    earlier: int
    earlier_key: str
    earlier_text: str | None
    claim: Claim
    number: int
    key: str


def carry_over(turn: Turn, one: Continued, text: str) -> None:
    """Give the new claim the last verdict that stands of each person, in their order, with amended words moved along.

    Where the words of the last one no longer stand whole in the text nothing is carried over: the claim is open, for
    a person to judge anew.
    """
    if one.earlier_text is None:
        return
    told = select(verdicts).where(verdicts.c.claim_id == one.earlier, standing()).order_by(verdicts.c.number)
    last = {row.by: row for row in turn.connection.execute(told)}
    in_order = sorted(last.values(), key=lambda row: int(row.number))
    moved = [(row.by, _moved(stood(row), one, text)) for row in in_order]
    if not moved or moved[-1][1] is None:
        return
    which = 0
    for by, stands in moved:
        if stands is not None:
            which += 1
            judgement = Judgement(Decision.CARRY, reason=f"as decided on {one.earlier_key}, which says the same")
            add(turn, one.number, one.key, which, judgement, stands, stands, by)
    index_claim(turn.connection, one.number)


def _moved(stands: Standing, one: Continued, text: str) -> Standing | None:
    if stands.amended is None:
        return stands
    amended = found_again(decoded(stands.amended), one.earlier_text or "", text)
    return replace(stands, amended=encoded(replace(amended, id=one.claim.id))) if amended is not None else None
