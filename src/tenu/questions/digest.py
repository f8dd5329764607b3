"""What is new since a moment: documents, versions that changed, promises made and kept, what fell due, verdicts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tenu.ledger import Filters, Gathered, KeptClaim, KeptDocument, Ledger, Revision, Verdict
from tenu.ledger.judging import Decision
from tenu.questions.event import Event, event_of
from tenu.questions.leaving import Leaving, LeftOut
from tenu.questions.promise import Fate, Promise, promises_among
from tenu.questions.quotes import Quote, quote_of
from tenu.questions.scope import Scope
from tenu.questions.standing import is_delivered
from tenu.record import Kind

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Digest:
    """What the ledger took in between `since` and `until`, and what that made of promises.

    `claims` counts new claims by kind: those that an earlier reading of the same document did not make. `fell_due` are
    open promises whose deadline passed in that time, `gone` claims that people had accepted and a page no longer makes.
    """

    since: datetime
    until: datetime
    documents: tuple[KeptDocument, ...]
    revisions: tuple[Revision, ...]
    claims: Mapping[Kind, int]
    promised: tuple[Promise, ...]
    delivered: tuple[Event, ...]
    said: tuple[Quote, ...]
    fell_due: tuple[Promise, ...]
    verdicts: tuple[Verdict, ...]
    gone: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]


def digest(ledger: Ledger, scope: Scope, since: datetime) -> Digest:
    """Give what is new since a moment, up to the moment that is looked at."""
    leaving = Leaving()
    gathered = ledger.gather(as_of=scope.as_of)
    promises = promises_among(gathered, scope, leaving)
    new = [claim for claim in _new(gathered, since) if scope.counts(claim)]
    new_ids = {claim.id for claim in new}
    return Digest(
        since=since,
        until=scope.as_of or datetime.now(UTC),
        documents=_documents(ledger, scope, since),
        revisions=ledger.revisions(since=since, as_of=scope.as_of),
        claims=Counter(claim.claim.kind for claim in new),
        promised=tuple(one for one in promises if one.claims and new_ids.issuperset(one.claims)),
        delivered=tuple(_event(gathered, claim) for claim in new if is_delivered(claim)),
        said=tuple(quote_of(claim) for claim in new if claim.claim.kind is Kind.STATEMENT),
        fell_due=tuple(one for one in promises if _fell_due(one, since.date(), scope.today)),
        verdicts=tuple(
            one
            for one in ledger.all_verdicts(since=since, as_of=scope.as_of)
            if one.judgement.decision != Decision.CARRY
        ),
        gone=tuple(
            _event(gathered, claim)
            for matter in gathered.matters
            for claim in matter.claims
            if claim.gone_from is not None and claim.gone_from >= since
        ),
        left_out=leaving.told(),
    )


def _documents(ledger: Ledger, scope: Scope, since: datetime) -> tuple[KeptDocument, ...]:
    """Give the documents that were kept for the first time since then."""
    found: list[KeptDocument] = []
    after = None
    while True:
        page = ledger.documents(Filters(as_of=scope.as_of), after=after, limit=_PAGE)
        found += [one for one in page.entries if one.version == 1 and one.kept_at >= since]
        after = page.after
        if after is None:
            return tuple(found)


def _verdicts(ledger: Ledger, scope: Scope, since: datetime) -> tuple[Verdict, ...]:
    """Give what people decided; what the ledger carries over by itself is no news."""
    found = ledger.all_verdicts(since=since, as_of=scope.as_of)
    return tuple(one for one in found if one.judgement.decision is not Decision.CARRY)


def _new(gathered: Gathered, since: datetime) -> list[KeptClaim]:
    return [
        claim
        for matter in gathered.matters
        for claim in matter.claims
        if claim.known_from >= since and claim.id not in gathered.continuing
    ]


def _event(gathered: Gathered, claim: KeptClaim) -> Event:
    return event_of(gathered.home[claim.id], [claim])


def _fell_due(promise: Promise, since: date, today: date) -> bool:
    open_still = promise.fate not in (Fate.WHOLLY, Fate.WITHDRAWN)
    return open_still and promise.due is not None and since <= promise.due < today
