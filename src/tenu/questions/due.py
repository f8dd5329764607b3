"""What was promised and has not come, or not wholly: by deadline and age, with the last word on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tenu.ledger import Ledger
from tenu.questions.leaving import Leaving, LeftOut, Reason
from tenu.questions.promise import Fate, Promise, promises
from tenu.questions.scope import Scope
from tenu.resting import collector_resting


@dataclass(frozen=True, slots=True)
class Due:
    """Open promises: those overdue longest first, then those that fall due soonest, then the oldest without deadline.

    `hints` counts suggested links to these promises that nobody has judged.
    """

    today: date
    by: date | None
    as_of: datetime | None
    promises: tuple[Promise, ...]
    left_out: tuple[LeftOut, ...]
    hints: int = 0


@collector_resting()
def due(ledger: Ledger, scope: Scope, *, by: date | None = None) -> Due:
    """Give the promises that are open; with `by`, those alone that fall due on or before that day."""
    leaving = Leaving()
    return due_among(promises(ledger, scope, leaving), scope, leaving, by)


def due_among(found: Sequence[Promise], scope: Scope, leaving: Leaving, by: date | None = None) -> Due:
    """Give the open ones of promises that were found already."""
    open_ones = []
    for promise in found:
        reason = _settled(promise) or (_outside(promise, by) if by is not None else None)
        if reason is None:
            open_ones.append(promise)
        else:
            leaving.leave(reason, promise.claims)
    hinted = {hint for promise in open_ones for hint in promise.hints}
    leaving.leave(Reason.NOT_LINKED, sorted(hinted))
    leaving.leave(Reason.TWICE, (claim for promise in open_ones if promise.twins for claim in promise.claims))
    in_order = sorted(open_ones, key=lambda promise: _most_pressing(promise, scope.today))
    return Due(scope.today, by, scope.as_of, tuple(in_order), leaving.told(), len(hinted))


def _settled(promise: Promise) -> Reason | None:
    return {Fate.WHOLLY: Reason.KEPT, Fate.WITHDRAWN: Reason.WITHDRAWN}.get(promise.fate)


def _outside(promise: Promise, by: date) -> Reason | None:
    if promise.due is None:
        return Reason.NO_DEADLINE
    return Reason.LATER if promise.due > by else None


def _most_pressing(promise: Promise, today: date) -> tuple[bool, int, int, str]:
    overdue = promise.days_overdue(today)
    return (overdue is None, -(overdue or 0), -(promise.days_open(today) or 0), promise.matter)
