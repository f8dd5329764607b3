"""What was given without a promise on record that it is linked to."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from tenu.ledger import Gathered, KeptClaim, Matter
from tenu.ledger.promises.balance import Told, balance
from tenu.ledger.promises.figures import stage_of
from tenu.questions.days import day_of, first_day
from tenu.questions.leaving import Leaving, Reason
from tenu.questions.line import Line, line_of
from tenu.questions.party import Party, parties
from tenu.questions.scope import Scope
from tenu.questions.standing import is_delivered
from tenu.questions.words import Words, words_of
from tenu.record import Role, Stage


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing given: by whom, to whom, on which day, how much of what, and the words."""

    matter: str
    donors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    lines: tuple[Line, ...]
    day: date | None
    words: Words
    claims: tuple[str, ...]


def gifts_among(gathered: Gathered, scope: Scope, leaving: Leaving, promised: Container[str]) -> list[Gift]:
    """Give what was given among gathered claims, but for the claims (by their ids) that belong to promises."""
    found = []
    for matter in gathered.matters:
        told = [claim for claim in matter.claims if scope.counts(claim) and claim.id not in promised]
        deliveries = [claim for claim in told if stage_of(claim) is Stage.DELIVERY]
        given = [claim for claim in deliveries if is_delivered(claim)]
        leaving.leave(Reason.NOT_DONE, (claim.id for claim in deliveries if not is_delivered(claim)))
        if given:
            found.append(_gift(matter, given))
    return found


def _gift(matter: Matter, given: Sequence[KeptClaim]) -> Gift:
    lines = tuple(line_of(line) for line in balance(Told((), ()), [Told(given, matter.links)]).lines)
    days = [first_day(claim.claim.when) or day_of(claim.published) for claim in given]
    return Gift(
        matter=matter.id,
        donors=parties(given, Role.DONOR),
        recipients=parties(given, Role.RECIPIENT),
        lines=lines,
        day=min((day for day in days if day is not None), default=None),
        words=words_of(given[0]),
        claims=tuple(claim.id for claim in given),
    )
