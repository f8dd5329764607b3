"""An answer to every question, about the promise that all examples tell of."""

from datetime import UTC, date, datetime

from tenu.ledger import KeptClaim
from tenu.questions.actor import ActorAnswer
from tenu.questions.agenda import Agenda, Coming
from tenu.questions.balance import Balance, By, Row
from tenu.questions.brief import Brief
from tenu.questions.coverage import Coverage, Covered
from tenu.questions.digest import Digest
from tenu.questions.due import Due
from tenu.questions.event import Event
from tenu.questions.leaving import LeftOut, Reason
from tenu.questions.line import Line
from tenu.questions.meetings import Met, Pair
from tenu.questions.party import Party
from tenu.questions.promise import Fate, Promise
from tenu.questions.quotes import Quote, Quotes
from tenu.questions.timeline import Timeline
from tenu.questions.words import Words, words_of
from tenu.record import Basis, Kind, Manner, Status
from tenu.web.api.examples import claim, delivery

_TODAY = date(2026, 11, 25)
_MADE, _DUE = date(2026, 10, 12), date(2026, 11, 30)
_DONOR, _RECIPIENT = Party("norvelle", "Norvelle"), Party("sarvenia", "Sarvenia")
_PLEDGE, _GIVEN = claim().id, delivery().id
_MEETING = "m7be2c9d045f1a386"
_LEFT = (LeftOut(Reason.REJECTED, ("0f3e9a4417c2d85b",)),)


def due() -> Due:
    """Give one open promise."""
    return Due(_TODAY, None, None, (_promise(),), _LEFT)


def agenda() -> Agenda:
    """Give one deadline to come."""
    return Agenda(_TODAY, None, None, (Coming(_DUE, True, _event(claim(), Kind.PLEDGE)),), _LEFT)


def balance() -> Balance:
    """Give one row of a balance by donor."""
    row = Row("Norvelle", (_DONOR,), "generators", None, None, Basis.STATED, 40, 12, 28, 0, (_PLEDGE,), (_GIVEN,), ())
    return Balance(By.DONOR, _TODAY, None, (row,), _LEFT)


def coverage() -> Coverage:
    """Give one item of which more is needed than promised."""
    row = Covered("generators", None, None, None, 60, 40, 12, 20, 48, ("5d2e8b1f90a7c364",), (_PLEDGE,), (_GIVEN,))
    return Coverage("Sarvenia", _TODAY, None, (row,), (), _LEFT)


def timeline() -> Timeline:
    """Give the promise and what came of it."""
    return Timeline(_TODAY, None, (_event(claim(), Kind.PLEDGE), _event(delivery(), Kind.DELIVERY)), _LEFT)


def meetings() -> Met:
    """Give two that met twice."""
    return Met(_TODAY, None, (_pair(),), _LEFT)


def quotes() -> Quotes:
    """Give one quotation."""
    return Quotes(None, (_quote(),), _LEFT)


def actor() -> ActorAnswer:
    """Give what Norvelle did."""
    return ActorAnswer("Norvelle", _TODAY, None, (_promise(),), (), (), (_quote(),), (_pair(),), _LEFT)


def brief() -> Brief:
    """Give a page before a meeting."""
    return Brief(_event(claim(), Kind.MEETING), _TODAY, None, (), (_promise(),), (_quote(),), (), _MADE, _LEFT)


def digest() -> Digest:
    """Give what was new on one day."""
    return Digest(
        since=datetime(2026, 11, 24, tzinfo=UTC),
        until=datetime(2026, 11, 25, tzinfo=UTC),
        documents=(),
        revisions=(),
        claims={Kind.DELIVERY: 1},
        promised=(),
        delivered=(_event(delivery(), Kind.DELIVERY),),
        said=(),
        fell_due=(),
        verdicts=(),
        gone=(),
        left_out=_LEFT,
    )


def _promise() -> Promise:
    line = Line("generators", None, None, Basis.STATED, 40, 12, 28, (_PLEDGE,), (_GIVEN,), key="generator")
    return Promise(
        matter=f"m{_PLEDGE}",
        announced=False,
        donors=(_DONOR,),
        recipients=(_RECIPIENT,),
        what="generators",
        lines=(line,),
        fate=Fate.PARTLY,
        made=_MADE,
        due=_DUE,
        due_words="by the end of November",
        words=words_of(claim()),
        last=words_of(delivery()),
        claims=(_PLEDGE,),
        deliveries=(_GIVEN,),
    )


def _event(kept: KeptClaim, kind: Kind) -> Event:
    day = date.fromisoformat((kept.published or "")[:10])
    return Event(
        matter=f"m{kept.id}",
        kind=kind,
        status=Status.DONE,
        when=day.isoformat(),
        first=day,
        last=day,
        dated=True,
        recurs=None,
        who=(_DONOR,),
        to=(_RECIPIENT,),
        what="generators",
        where=(),
        words=words_of(kept),
        claims=(kept.id,),
    )


def _pair() -> Pair:
    return Pair(_DONOR, _RECIPIENT, 2, (_MEETING,), ("7be2c9d045f1a386",), _MADE)


def _quote() -> Quote:
    told: Words = words_of(claim())
    return Quote((_DONOR,), "We keep our word.", Manner.DIRECT, told)
