"""The balance of a matter: its claims, the matters that deliver it, and its tranches, brought together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from tenu.ledger.matching.kinds import LinkKind
from tenu.ledger.mattering import Matter, matter_of
from tenu.ledger.promises.balance import Balance, Told, balance
from tenu.ledger.showing import claims_by_number
from tenu.ledger.tables import verdicts


@dataclass(frozen=True, slots=True)
class MatterBalance:
    """A matter with its balance; `shared` are delivery claims that keep another promise as well, and count in both."""

    matter: Matter
    balance: Balance
    deliveries: tuple[Matter, ...]
    tranches: tuple["MatterBalance", ...] = ()
    shared: tuple[str, ...] = ()


def balance_of(
    connection: Connection, key: str, as_of: datetime | None, above: frozenset[str] = frozenset()
) -> MatterBalance:
    """Give the balance of the matter that a claim or matter id belongs to, now or at a moment."""
    matter = matter_of(connection, key, as_of)
    mine = {claim.id for claim in matter.claims}
    deliveries = _deliveries(connection, matter, mine, as_of)
    tranches: dict[str, MatterBalance] = {}
    for claim in _tranche_claims(connection, mine, as_of):
        part = matter_of(connection, claim, as_of)
        if part.id not in tranches and part.id not in above | {matter.id}:
            tranches[part.id] = balance_of(connection, claim, as_of, above | {matter.id})
    worked_out = balance(
        Told(matter.claims, matter.links),
        [Told(one.claims, one.links) for one in deliveries],
        [tranche.balance for tranche in tranches.values()],
    )
    kept_elsewhere = {
        link.from_claim
        for one in deliveries
        for link in one.related
        if link.kind is LinkKind.DELIVERS and link.to_claim not in mine
    }
    return MatterBalance(matter, worked_out, deliveries, tuple(tranches.values()), tuple(sorted(kept_elsewhere)))


def _deliveries(connection: Connection, matter: Matter, mine: set[str], as_of: datetime | None) -> tuple[Matter, ...]:
    """Give the matters that keep this promise, each once, however many of their claims are linked to it."""
    found: dict[str, Matter] = {}
    for link in matter.related:
        if link.kind is LinkKind.DELIVERS and link.from_claim not in mine:
            one = matter_of(connection, link.from_claim, as_of)
            found[one.id] = one
    return tuple(found.values())


def _tranche_claims(connection: Connection, mine: set[str], as_of: datetime | None) -> list[str]:
    """Give the claims that people noted as tranches of one of these."""
    noted = select(verdicts.c.claim_id).where(
        or_(*(verdicts.c.terms.contains(f'"tranche_of":"{claim}"', autoescape=True) for claim in sorted(mine)))
    )
    numbers = sorted(set(connection.execute(noted).scalars())) if mine else []
    shown = claims_by_number(connection, numbers, as_of)
    return [claim.id for claim in shown.values() if claim.terms is not None and claim.terms.tranche_of in mine]
