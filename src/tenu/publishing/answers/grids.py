"""Each answer as a plain table."""

from collections.abc import Iterable
from functools import singledispatch

from tenu.ledger import Verdict
from tenu.publishing.answers.grid import Cell, Grid, ids, names
from tenu.questions.actor import ActorAnswer
from tenu.questions.agenda import Agenda
from tenu.questions.balance import Balance
from tenu.questions.brief import Brief
from tenu.questions.coverage import Coverage
from tenu.questions.digest import Digest
from tenu.questions.due import Due
from tenu.questions.event import Event
from tenu.questions.gift import Gift
from tenu.questions.line import Line
from tenu.questions.meetings import Met, Pair
from tenu.questions.promise import Promise
from tenu.questions.quotes import Quote, Quotes
from tenu.questions.timeline import Timeline

Answer = Due | Agenda | Timeline | Coverage | Balance | Quotes | Brief | Digest | Met | ActorAnswer

PROMISE = (
    *("matter", "donor", "recipient", "what", "unit", "currency", "promised", "delivered", "open"),
    *("made", "due", "fate", "words", "source", "claims"),
)
EVENT = (
    "matter",
    "day",
    "last_day",
    "kind",
    "status",
    "who",
    "to",
    "what",
    "where",
    "recurs",
    "words",
    "source",
    "claims",
)
QUOTE = ("speaker", "quote", "manner", "day", "source", "claims")
PAIR = ("one", "other", "meetings", "last_day", "claims")
_PART = ("part", "day", "kind", "who", "to", "what", "fate", "words", "source", "claims")


@singledispatch
def grid_of(answer: Answer) -> Grid:
    """Give an answer as a table; a promise of several items has a row each."""
    raise TypeError(f"there is no table of a {type(answer).__name__}")


@grid_of.register
def _(answer: Due) -> Grid:
    return Grid(PROMISE, tuple(row for promise in answer.promises for row in promise_rows(promise)))


@grid_of.register
def _(answer: Agenda) -> Grid:
    rows = ((one.day, "deadline" if one.deadline else "", *event_row(one.event)[2:]) for one in answer.coming)
    return Grid(("day", "deadline", *EVENT[2:]), tuple(rows))


@grid_of.register
def _(answer: Timeline) -> Grid:
    return Grid(EVENT, tuple(map(event_row, answer.events)))


@grid_of.register
def _(answer: Coverage) -> Grid:
    figures = ("needed", "pledged", "delivered", "unpledged", "undelivered")
    rows = (
        (
            *(row.item, row.unit, row.currency, row.recurs),
            *(row.needed, row.pledged, row.delivered, row.unpledged, row.undelivered),
            ids(row.needed_by, row.pledged_by, row.delivered_by),
        )
        for row in answer.rows
    )
    return Grid(("item", "unit", "currency", "recurs", *figures, "claims"), tuple(rows))


@grid_of.register
def _(answer: Balance) -> Grid:
    figures = ("promised", "delivered", "open", "beyond")
    by = ("promised_claims", "delivered_claims", "beyond_claims")
    rows = (
        (
            *(row.group, row.item, row.unit, row.currency, row.basis.value),
            *(row.promised, row.delivered, row.open, row.beyond),
            *(ids(row.promised_by), ids(row.delivered_by), ids(row.beyond_by)),
        )
        for row in answer.rows
    )
    return Grid((answer.by.value, "item", "unit", "currency", "basis", *figures, *by), tuple(rows))


@grid_of.register
def _(answer: Quotes) -> Grid:
    return Grid(QUOTE, tuple(map(quote_row, answer.quotes)))


@grid_of.register
def _(answer: Met) -> Grid:
    return Grid(PAIR, tuple(map(pair_row, answer.pairs)))


@grid_of.register
def _(answer: ActorAnswer) -> Grid:
    return Grid(
        _PART,
        (
            *_promises("promised", answer.promised),
            *_promises("promised to it", answer.received),
            *(_gift("gave", gift) for gift in answer.gave),
            *_quotes("said", answer.said),
            *(
                ("met", pair.last, "meeting", names([pair.one, pair.other]), "", "", "", "", "", ids(pair.claims))
                for pair in answer.met
            ),
        ),
    )


@grid_of.register
def _(answer: Brief) -> Grid:
    return Grid(
        _PART,
        (
            _event("meeting", answer.meeting),
            *(_event("last met", one.event) for one in answer.last),
            *(_event("decided then", event) for one in answer.last for event in one.decided),
            *(row for one in answer.last for row in _promises("promised then", one.promised)),
            *_promises("promised", answer.promises),
            *_quotes("said since", answer.said),
            *(_event("needs", event) for event in answer.needs),
        ),
    )


@grid_of.register
def _(answer: Digest) -> Grid:
    return Grid(
        _PART,
        (
            *(_found("new document", one.published, one.title, one.source) for one in answer.documents),
            *(_found("changed document", one.kept_at.date(), None, one.source) for one in answer.revisions),
            *_promises("promised", answer.promised),
            *(_event("delivered", event) for event in answer.delivered),
            *_promises("fell due", answer.fell_due),
            *_quotes("said", answer.said),
            *(_event("no longer on the page", event) for event in answer.gone),
            *map(_verdict, answer.verdicts),
        ),
    )


def promise_rows(promise: Promise) -> list[tuple[Cell, ...]]:
    """Give a promise's rows, one an item or currency."""
    lines: Iterable[Line | None] = promise.lines or (None,)
    return [
        (
            *(promise.matter, names(promise.donors), names(promise.recipients)),
            line.item if line and not line.currency else promise.what,
            *((line.unit, line.currency, line.promised, line.delivered, line.open) if line else (None,) * 5),
            *(promise.made, promise.due, promise.fate.value, promise.words.text, promise.words.source),
            ids(promise.claims, promise.deliveries),
        )
        for line in lines
    ]


def event_row(event: Event) -> tuple[Cell, ...]:
    """Give an event's row."""
    return (
        *(event.matter, event.first, event.last, event.kind.value, event.status.value if event.status else None),
        *(names(event.who), names(event.to), event.what, "; ".join(event.where), event.recurs),
        *(event.words.text, event.words.source, ids(event.claims)),
    )


def quote_row(quote: Quote) -> tuple[Cell, ...]:
    """Give a quotation's row."""
    manner = quote.manner.value if quote.manner else None
    return (names(quote.speakers), quote.quote, manner, quote.words.published, quote.words.source, quote.words.claim)


def pair_row(pair: Pair) -> tuple[Cell, ...]:
    """Give the row of two that met."""
    return (pair.one.name, pair.other.name, pair.meetings, pair.last, ids(pair.claims))


def _promises(part: str, promises: Iterable[Promise]) -> Iterable[tuple[Cell, ...]]:
    for one in promises:
        yield (
            *(part, one.due, "pledge", names(one.donors), names(one.recipients), one.what, one.fate.value),
            *(one.words.text, one.words.source, ids(one.claims, one.deliveries)),
        )


def _gift(part: str, gift: Gift) -> tuple[Cell, ...]:
    what = ", ".join(line.item for line in gift.lines)
    told = (gift.words.text, gift.words.source, ids(gift.claims))
    return (part, gift.day, "delivery", names(gift.donors), names(gift.recipients), what, "", *told)


def _quotes(part: str, quotes: Iterable[Quote]) -> Iterable[tuple[Cell, ...]]:
    for one in quotes:
        told = (one.words.text, one.words.source, one.words.claim)
        yield (part, one.words.published, "statement", names(one.speakers), "", one.quote, "", *told)


def _event(part: str, one: Event) -> tuple[Cell, ...]:
    told = (one.words.text, one.words.source, ids(one.claims))
    status = one.status.value if one.status else ""
    return (part, one.first, one.kind.value, names(one.who), names(one.to), one.what, status, *told)


def _pair(pair: Pair) -> tuple[Cell, ...]:
    return ("met", pair.last, "meeting", names([pair.one, pair.other]), "", "", "", "", "", ids(pair.claims))


def _found(part: str, day: Cell, title: str | None, source: str) -> tuple[Cell, ...]:
    return (part, day, "document", "", "", title, "", "", source, "")


def _verdict(one: Verdict) -> tuple[Cell, ...]:
    return (
        "verdict",
        one.at.date(),
        one.judgement.decision.value,
        one.by,
        "",
        one.judgement.reason,
        "",
        "",
        "",
        one.claim,
    )
