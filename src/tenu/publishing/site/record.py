"""Everything that a published site tells, asked of the ledger once."""

from dataclasses import dataclass
from datetime import datetime

from tenu.ledger import Filters, Gathered, KeptDocument, Ledger, Revision, Verdict
from tenu.ledger.judging import Decision
from tenu.publishing.plots.drawing import Drawable
from tenu.questions.balance import By, balance
from tenu.questions.coverage import coverage
from tenu.questions.due import Due, due
from tenu.questions.leaving import Leaving
from tenu.questions.meetings import met
from tenu.questions.promise import Promise, promises_among
from tenu.questions.scope import Scope
from tenu.questions.timeline import timeline

_PAGE = 500
CORRECTING = (Decision.AMEND, Decision.REJECT)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chart of the front page: its name in addresses, its answer, and whether it shows gifts."""

    name: str
    answer: Drawable
    gifts: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The claims in their matters, the promises, the charts, and what was corrected."""

    title: str
    made_at: datetime
    scope: Scope
    gathered: Gathered
    promises: dict[str, Promise]
    due: Due
    charts: tuple[Chosen, ...]
    documents: dict[str, KeptDocument]
    verdicts: tuple[Verdict, ...]
    revisions: tuple[Revision, ...]


def record_of(ledger: Ledger, scope: Scope, title: str, made_at: datetime) -> Record:
    """Ask the ledger for all that a site tells."""
    gathered = ledger.gather(as_of=scope.as_of)
    by_donor, open_ones = balance(ledger, scope, By.DONOR), due(ledger, scope)
    return Record(
        title=title,
        made_at=made_at,
        scope=scope,
        gathered=gathered,
        promises={promise.matter: promise for promise in promises_among(gathered, scope, Leaving())},
        due=open_ones,
        charts=(
            Chosen("due", open_ones),
            Chosen("balance", by_donor),
            Chosen("gave", by_donor, gifts=True),
            Chosen("coverage", coverage(ledger, scope)),
            Chosen("timeline", timeline(ledger, scope)),
            Chosen("met", met(ledger, scope)),
        ),
        documents={one.id: one for one in _documents(ledger, scope)},
        verdicts=tuple(one for one in ledger.all_verdicts(as_of=scope.as_of) if one.judgement.decision in CORRECTING),
        revisions=ledger.revisions(as_of=scope.as_of),
    )


def _documents(ledger: Ledger, scope: Scope) -> list[KeptDocument]:
    found: list[KeptDocument] = []
    after = None
    while True:
        page = ledger.documents(Filters(as_of=scope.as_of), after=after, limit=_PAGE)
        found += page.entries
        after = page.after
        if after is None:
            return found
