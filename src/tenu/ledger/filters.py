"""What a list of claims can be narrowed to."""

from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger.kept import State
from tenu.record import Kind, Role, Status


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims a list shows; what is left out narrows nothing.

    `actor` is a name or some of its words in any form, a country's code (`UKR`) or an id (`org/nato`), in any role or
    in `role`. `source` is a document's address to the letter, or a host (`nato.int`). `since` and `until` are days of
    publication, `during` the first and last day of the time that the claim tells of. `judged_by` are claims on which
    a verdict of this person stands, `not_judged_by` those on which none does. `as_of` shows what the ledger knew at
    that moment.
    """

    kind: Kind | None = None
    status: Status | None = None
    state: State | None = None
    actor: str | None = None
    role: Role | None = None
    source: str | None = None
    document: str | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None
    during: tuple[date, date] | None = None
    judged_by: str | None = None
    not_judged_by: str | None = None
    as_of: datetime | None = None
