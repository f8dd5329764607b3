"""Each answer as tables for a person."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import singledispatch

from rich.console import Group, RenderableType
from rich.text import Text

from tenu.cli.answers.lines import FATES, SHORT, figures, left_out, number, promise_cell, quoted, table, who_to_whom
from tenu.publishing.answers.grids import Answer
from tenu.questions.actor import ActorAnswer
from tenu.questions.agenda import Agenda
from tenu.questions.balance import Balance
from tenu.questions.brief import Brief
from tenu.questions.coverage import Coverage
from tenu.questions.digest import Digest
from tenu.questions.due import Due
from tenu.questions.event import Event
from tenu.questions.meetings import Met, Pair
from tenu.questions.party import joint_name
from tenu.questions.promise import Fate, Promise
from tenu.questions.quotes import Quote, Quotes
from tenu.questions.timeline import Timeline

MOST = 200
"""Promises that are laid out for a person; tens of thousands would take minutes, and nobody reads them so."""

_WORDS = "who, what, and the words that say so"


@singledispatch
def view_of(answer: Answer) -> RenderableType:
    """Give an answer as it is printed for a person."""
    raise TypeError(f"there is no view of a {type(answer).__name__}")


@view_of.register
def _(answer: Due) -> RenderableType:
    until = f", due by {answer.by}" if answer.by else ""
    head = f"{_many(answer.promises, 'open promise')} on {answer.today}{until}"
    return _page(head, _promises(answer.promises, answer.today), left_out(answer.left_out))


@view_of.register
def _(answer: Agenda) -> RenderableType:
    rows = table("day", "kind", _WORDS, wide=_WORDS)
    for one in answer.coming:
        kind = f"{one.event.kind.value}{', deadline' if one.deadline else ''}"
        rows.add_row(_days(one.day, one.event.last if not one.deadline else None), kind, _event_cell(one.event))
    until = f" to {answer.until}" if answer.until else ""
    head = f"{_many(answer.coming, 'thing')} to come, from {answer.since}{until}"
    return _page(head, rows if answer.coming else None, left_out(answer.left_out))


@view_of.register
def _(answer: Timeline) -> RenderableType:
    rows = table("day", "kind", _WORDS, wide=_WORDS)
    for event in answer.events:
        day = _days(event.first or event.last, event.last)
        rows.add_row(day if event.dated else f"told {day}", event.kind.value, _event_cell(event))
    return _page(_many(answer.events, "event"), rows if answer.events else None, left_out(answer.left_out))


@view_of.register
def _(answer: Coverage) -> RenderableType:
    figures_ = ("needed", "pledged", "delivered", "not pledged", "not delivered")
    rows = table("item", *figures_, "claims", right=(*figures_, "claims"), fold=("item",))
    for row in answer.rows:
        claims = {*row.needed_by, *row.pledged_by, *row.delivered_by}
        every = f" ({row.recurs})" if row.recurs else ""
        told = (row.needed, row.pledged, row.delivered)
        rest = (row.unpledged, row.undelivered)
        rows.add_row(
            f"{'' if row.currency else row.item}{row.currency or ''}{every}",
            *(number(one, None, row.unit) for one in told),
            *(number(one, None, row.unit) if one is not None else "" for one in rest),
            str(len(claims)),
        )
    untold = [quoted(need.words, f"{joint_name(need.recipients)}: ") for need in answer.uncounted]
    also = Group(Text("\nNeeds that tell no number:", style="dim"), *untold) if untold else Text("")
    head = f"What {answer.recipient or 'everybody'} needs, and what came of it on {answer.today}"
    return _page(head, rows if answer.rows else None, also, left_out(answer.left_out))


@view_of.register
def _(answer: Balance) -> RenderableType:
    told = ("promised", "delivered", "open", "given beyond", "claims")
    rows = table(answer.by.value, "what", *told, right=told, fold=(answer.by.value, "what"))
    group: str | None = None
    for row in answer.rows:
        claims = {*row.promised_by, *row.delivered_by, *row.beyond_by}
        basis = "" if row.basis == "stated" else f" ({row.basis.value})"
        rows.add_row(
            Text(row.group or "not named", style="bold" if row.group else "dim") if row.group != group else "",
            f"{row.currency or row.item}{basis}",
            *(number(one, None, row.unit) if one else "" for one in (row.promised, row.delivered)),
            number(row.open, None, row.unit) if row.promised else "",
            number(row.beyond, None, row.unit) if row.beyond else "",
            str(len(claims)),
        )
        group = row.group
    used = "; ".join(f"1 {one.currency} = {one.number} {one.into} on {one.day}" for one in answer.rates)
    rates = Text(f"\nConverted at the day of the promise: {used}" if used else "", style="dim")
    head = f"Promised, delivered and open by {answer.by.value} on {answer.today}"
    return _page(head, rows if answer.rows else None, rates, left_out(answer.left_out))


@view_of.register
def _(answer: Quotes) -> RenderableType:
    more = Text("There are more; --limit shows them.", style="dim") if answer.more else Text("")
    return _page(_many(answer.quotes, "quotation"), _quotes(answer.quotes), more, left_out(answer.left_out))


@view_of.register
def _(answer: Met) -> RenderableType:
    return _page(f"Who met whom: {_many(answer.pairs, 'pair')}", _pairs(answer.pairs), left_out(answer.left_out))


@view_of.register
def _(answer: ActorAnswer) -> RenderableType:
    given = table("day", "what, and the words that say so", wide="what, and the words that say so")
    for gift in answer.gave:
        told = "; ".join(figures(line) for line in gift.lines)
        head = who_to_whom(gift.donors, gift.recipients).append(f" · {told}" if told else "")
        given.add_row(str(gift.day or ""), Group(head, quoted(gift.words)))
    return Group(
        Text(f"{answer.actor} in the ledger on {answer.today}\n", style="bold"),
        *_part("Promised", _promises(answer.promised, answer.today)),
        *_part("Was promised", _promises(answer.received, answer.today)),
        *_part("Gave, without a promise that it is linked to", given if answer.gave else None),
        *_part("Met", _pairs(answer.met)),
        *_part("Said" + (", the last" if answer.more_said else ""), _quotes(answer.said)),
        left_out(answer.left_out),
    )


@view_of.register
def _(answer: Brief) -> RenderableType:
    meeting = answer.meeting
    parts: list[RenderableType] = [
        Text(f"Before the meeting: {_days(meeting.first, meeting.last)}", style="bold"),
        _event_cell(meeting),
        Text(""),
    ]
    for one in answer.last:
        parts += [Text(f"Met before: {_days(one.event.first, one.event.last)}", style="bold"), _event_cell(one.event)]
        parts += _part("Decided then", _events(one.decided))
        parts += _part("Promised then, and what became of it", _promises(one.promised, answer.today))
    since = f" since {answer.since}" if answer.since else ""
    return Group(
        *parts,
        *_part("What those who come have promised", _promises(answer.promises, answer.today)),
        *_part(f"What they said{since}", _quotes(answer.said)),
        *_part(f"What they need{since}", _events(answer.needs)),
        left_out(answer.left_out),
    )


@view_of.register
def _(answer: Digest) -> RenderableType:
    until = f"{answer.until:%Y-%m-%d %H:%M}"
    kinds = ", ".join(f"{many} {kind.value}" for kind, many in sorted(answer.claims.items()))
    documents = table("published", "title", wide="title")
    for one in answer.documents:
        documents.add_row(one.published or "", one.title or one.source)
    changed = table("found", "version", "source", wide="source")
    for revision in answer.revisions:
        changed.add_row(f"{revision.kept_at:%Y-%m-%d}", str(revision.number), revision.source)
    judged = table("day", "who", "decision", "claim", "reason", wide="reason")
    for verdict in answer.verdicts:
        told = verdict.judgement
        judged.add_row(f"{verdict.at:%Y-%m-%d}", verdict.by, told.decision.value, verdict.claim[:10], told.reason or "")
    return Group(
        Text(f"New between {answer.since:%Y-%m-%d %H:%M} and {until} (UTC)\n", style="bold"),
        *_part(_many(answer.documents, "new document"), documents if answer.documents else None),
        *_part(f"{_many(answer.revisions, 'document')} changed", changed if answer.revisions else None),
        *_part("New claims", Text(kinds) if kinds else None),
        *_part("Fell due and did not come, or not wholly", _promises(answer.fell_due, answer.until.date())),
        *_part("Promised", _promises(answer.promised, answer.until.date())),
        *_part("Delivered", _events(answer.delivered)),
        *_part("Said", _quotes(answer.said)),
        *_part("Accepted, and no longer on the page", _events(answer.gone)),
        *_part("Verdicts", judged if answer.verdicts else None),
        left_out(answer.left_out),
    )


def _page(head: str, rows: RenderableType | None, *after: RenderableType) -> RenderableType:
    nothing = Text("The ledger holds nothing that fits.", style="dim")
    return Group(Text(f"{head}\n", style="bold"), rows if rows is not None else nothing, *after)


def _part(head: str, rows: RenderableType | None) -> list[RenderableType]:
    return [] if rows is None else [Text(head, style="bold"), rows, Text("")]


def _promises(promises: Sequence[Promise], today: date) -> RenderableType | None:
    rows = table("id", "due", "age", _WORDS, wide=_WORDS)
    for promise in promises[:MOST]:
        sign, colour = FATES[promise.fate]
        age = promise.days_open(today)
        rows.add_row(
            Text(promise.matter[:SHORT], style="dim"),
            Text(f"{sign} {_due(promise, today)}", style=colour),
            f"{age} d" if age is not None else "",
            promise_cell(promise),
        )
    if len(promises) > MOST:
        rows.add_row("", "", "", Text(f"and {len(promises) - MOST:,} more; --format csv has all of them", style="dim"))
    return rows if rows.row_count else None


def _due(promise: Promise, today: date) -> str:
    if promise.fate is Fate.WITHDRAWN:
        return "withdrawn"
    if promise.fate is Fate.WHOLLY:
        return "delivered"
    days = promise.days_overdue(today)
    if days is None:
        return "no deadline"
    return f"{promise.due}\n  {days} days late" if days > 0 else f"{promise.due}"


def _events(events: Iterable[Event]) -> RenderableType | None:
    rows = table("day", _WORDS, wide=_WORDS)
    for event in events:
        rows.add_row(_days(event.first, event.last), _event_cell(event))
    return rows if rows.row_count else None


def _event_cell(event: Event) -> RenderableType:
    head = Text(joint_name(event.who), style="bold")
    to = f"→ {joint_name(event.to)}" if event.to else ""
    for part in (event.what, to, *(f"in {place}" for place in event.where), event.recurs or ""):
        if part:
            head.append(f" · {part}" if head.plain else part, style="not bold")
    return Group(head, quoted(event.words)) if head.plain else quoted(event.words)


def _quotes(quotes: Iterable[Quote]) -> RenderableType | None:
    rows = table("day", "who", "in which words", wide="in which words", fold=("who",))
    for quote in quotes:
        words = Text(f"“{quote.quote}”", style="italic")
        words.append(f"  {quote.manner.value if quote.manner else ''}, {quote.words.source}", style="not italic dim")
        rows.add_row(quote.words.published or "", Text(joint_name(quote.speakers), style="bold"), words)
    return rows if rows.row_count else None


def _pairs(pairs: Iterable[Pair]) -> RenderableType | None:
    rows = table("times", "who", "whom", "last", right=("times",), fold=("who", "whom"))
    for pair in pairs:
        rows.add_row(str(pair.meetings), pair.one.name, pair.other.name, str(pair.last or ""))
    return rows if rows.row_count else None


def _days(first: date | None, last: date | None) -> str:
    if first is None:
        return str(last or "no day told")
    return f"{first}" if last is None or last <= first else f"{first}\n– {last}"


def _many(things: tuple[object, ...], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
