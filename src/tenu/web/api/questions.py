"""The questions that the ledger answers by itself: what is due, what is to come, who gave what, who met whom."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from fastapi import Depends, Path, Query, Request
from starlette.responses import Response

from tenu.questions.actor import ActorAnswer, actor
from tenu.questions.agenda import Agenda, agenda
from tenu.questions.balance import Balance, By, balance
from tenu.questions.brief import Brief, brief
from tenu.questions.coverage import Coverage, coverage
from tenu.questions.digest import Digest, digest
from tenu.questions.due import Due, due
from tenu.questions.meetings import Met, met
from tenu.questions.quotes import Quotes, quotes
from tenu.questions.scope import Scope
from tenu.questions.timeline import Timeline, timeline
from tenu.record import Kind
from tenu.web.api import question_examples as examples
from tenu.web.api.answering import answer
from tenu.web.api.asked import MatterId, Moment, Since, Until, Words, day_of, moment_of, optional
from tenu.web.api.describing import gives, part
from tenu.web.asking import OpenLedger, site_of

routes = part("/questions", "questions")
T = TypeVar("T")
_PLAIN = r"^[^\x00]*$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_Today = Annotated[
    str | None,
    optional("The day from which ages and deadlines count; today by default.", _DAY, "2026-11-25", form="date"),
]
_Due = Annotated[str | None, optional("Only what falls due on or before this day.", _DAY, "2026-12-31", form="date")]
_Actor = Annotated[str | None, optional("Of this actor: words of a name, a country’s code, an id.", _PLAIN, "Norvelle")]
_Kinds = Annotated[list[Kind] | None, Query(description="Of these kinds alone.", examples=[["pledge"]])]
_Limit = Annotated[int, Query(description="Quotations at most.", ge=1, le=500)]
_Name = Annotated[
    str,
    Query(
        description="Words of a name, a country’s code (`UKR`), or an id (`org/nato`).",
        min_length=1,
        max_length=200,
        pattern=_PLAIN,
        examples=["Norvelle"],
    ),
]
_SinceMoment = Annotated[
    str,
    Query(
        description="What is new since this moment (ISO 8601, UTC where it names no zone).",
        max_length=40,
        json_schema_extra={"format": "date-time"},
        examples=["2026-10-12T12:00:00Z"],
    ),
]
_By = Annotated[By, Path(description="What to draw it up by.", examples=["donor"])]


def scope(
    as_of: Moment,
    today: _Today = None,
    accepted: Annotated[
        bool, Query(description="Count only claims that a person accepted or amended.", examples=[True])
    ] = False,
) -> Scope:
    """Take the day that is asked for, and which claims count."""
    return Scope(day_of(today) or datetime.now(UTC).astimezone().date(), as_of, accepted)


_Scope = Annotated[Scope, Depends(scope)]


@routes.get("/due", responses=gives(Due, "Open promises.", examples.due))
def ask_due(request: Request, ledger: OpenLedger, scope: _Scope, by: _Due = None) -> Response:
    """List what was promised and has not come, or not wholly: overdue first, with the last word on each."""
    day = day_of(by)
    return _told(request, ("due", scope, day), lambda: due(ledger, scope, by=day))


@routes.get("/agenda", responses=gives(Agenda, "What is to come.", examples.agenda))
def ask_agenda(
    request: Request, ledger: OpenLedger, scope: _Scope, since: Since = None, until: Until = None, actor: _Actor = None
) -> Response:
    """List what is to come from a day on: meetings, decisions, exercises, deliveries and deadlines."""
    first, last = day_of(since), day_of(until)
    return _told(
        request,
        ("agenda", scope, first, last, actor),
        lambda: agenda(ledger, scope, since=first, until=last, actor=actor),
    )


@routes.get("/balance/{by}", responses=gives(Balance, "The balance.", examples.balance))
def ask_balance(request: Request, ledger: OpenLedger, scope: _Scope, by: _By) -> Response:
    """Give what was promised, what came and what is open, by donor, recipient, item or month of the promise."""
    return _told(request, ("balance", scope, by), lambda: balance(ledger, scope, by))


@routes.get("/coverage", responses=gives(Coverage, "Needs and what covers them.", examples.coverage))
def ask_coverage(request: Request, ledger: OpenLedger, scope: _Scope, recipient: _Actor = None) -> Response:
    """Lay needs, pledges and deliveries side by side, item by item."""
    return _told(request, ("coverage", scope, recipient), lambda: coverage(ledger, scope, recipient))


@routes.get("/timeline", responses=gives(Timeline, "Events by their day.", examples.timeline))
def ask_timeline(
    request: Request,
    ledger: OpenLedger,
    scope: _Scope,
    actor: _Actor = None,
    kind: _Kinds = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """List what happened, and what is to happen, in the order of the days."""
    first, last, kinds = day_of(since), day_of(until), tuple(kind or Kind)
    return _told(
        request,
        ("timeline", scope, actor, kinds, first, last),
        lambda: timeline(ledger, scope, actor=actor, since=first, until=last, kinds=kinds),
    )


@routes.get("/meetings", responses=gives(Met, "Who met whom.", examples.meetings))
def ask_meetings(
    request: Request, ledger: OpenLedger, scope: _Scope, actor: _Actor = None, since: Since = None, until: Until = None
) -> Response:
    """Count who met whom, those that met most often first."""
    first, last = day_of(since), day_of(until)
    return _told(
        request, ("met", scope, actor, first, last), lambda: met(ledger, scope, actor=actor, since=first, until=last)
    )


@routes.get("/quotes", responses=gives(Quotes, "Who said what.", examples.quotes))
def ask_quotes(
    request: Request, ledger: OpenLedger, scope: _Scope, q: Words = None, speaker: _Actor = None, limit: _Limit = 50
) -> Response:
    """List who said what, in which words: by the words, by the speaker, or both."""
    return answer(request, quotes(ledger, scope, q or "", speaker=speaker, limit=limit))


@routes.get("/actor", responses=gives(ActorAnswer, "What one actor did.", examples.actor))
def ask_actor(request: Request, ledger: OpenLedger, scope: _Scope, name: _Name) -> Response:
    """Give what one actor promised, was promised, gave, said, and whom it met."""
    return _told(request, ("actor", scope, name), lambda: actor(ledger, scope, name))


@routes.get("/brief/{matter}", responses=gives(Brief, "One page before a meeting.", examples.brief))
def ask_brief(request: Request, ledger: OpenLedger, scope: _Scope, matter: MatterId) -> Response:
    """Give the page before a meeting: who comes, what was promised at the last ones, what became of it."""
    return _told(request, ("brief", scope, matter), lambda: brief(ledger, scope, matter))


@routes.get("/digest", responses=gives(Digest, "What is new.", examples.digest))
def ask_digest(request: Request, ledger: OpenLedger, scope: _Scope, since: _SinceMoment) -> Response:
    """Give what is new since a moment: documents, changes, promises made and kept, what fell due, verdicts."""
    return answer(request, digest(ledger, scope, moment_of(since)))


def _told(request: Request, question: tuple[object, ...], work_out: Callable[[], T]) -> Response:
    site = site_of(request)
    return answer(request, site.answers.to(site.ledger, question, work_out))
