"""Ask one address of a publisher's list, and keep what it holds where that is new or says something else."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from tenu.document.changes import Change, ChangeKind, changes_between
from tenu.errors import TenuError, UnknownRecordError
from tenu.fetch.fetched import Fetched, NotBrought, Unchanged
from tenu.fetch.sources import Source
from tenu.fetch.transport import Web
from tenu.flow import Hints, keep_document, open_fetched
from tenu.ledger import Ledger, WatchedAddress
from tenu.record import Document
from tenu.watching.news import News, NewsKind

EMPTIED = 0.2
"""Of a page's text as it was: what is left when its layout changed, or when it was taken back."""


def ask_address(
    ledger: Ledger, web: Web, source: Source, known: WatchedAddress, *, who: str, when: datetime.datetime
) -> Iterator[News]:
    """Ask an address for what it holds now and remember its answer; what is the same as before is no news."""
    answer = web.ask(known.url, etag=known.etag, last_modified=known.last_modified)
    seen = replace(known, asked_at=when)
    news: News | None = None
    if isinstance(answer, Unchanged):
        seen = replace(seen, failures=0, problem=None)
    elif isinstance(answer, NotBrought):
        seen, news = _not_brought(seen, answer, source)
    else:
        news = _brought(ledger, answer, source, who)
        problem = news.told if news is not None and news.document is None else None
        seen = replace(seen, etag=answer.etag, last_modified=answer.last_modified, failures=0, problem=problem)
    ledger.watching.asked(seen, source.id, who=who, when=when)
    if news is not None and (known.problem is None or news.told != known.problem):
        yield news


def _not_brought(seen: WatchedAddress, answer: NotBrought, source: Source) -> tuple[WatchedAddress, News]:
    kind = NewsKind.GONE if answer.gone else NewsKind.UNANSWERED
    gone_at = seen.asked_at if answer.gone else None
    told = str(answer.error)
    seen = replace(seen, gone_at=gone_at, failures=seen.failures + 1, problem=told)
    return seen, News(kind, source.id, source.publisher, seen.url, told, title=seen.title)


def _brought(ledger: Ledger, answer: Fetched, source: Source, who: str) -> News | None:
    """Keep what was brought where its text is new or another; None where it says what it said."""
    before = _kept(ledger, answer.source)
    try:
        document = open_fetched(answer, Hints())
        if before is not None and _says_the_same(before, document):
            return None
        reading, kept = keep_document(document, answer, ledger, who)
    except TenuError as refused:
        kind = NewsKind.UNREAD if before is None else NewsKind.EMPTIED
        return News(kind, source.id, source.publisher, answer.source, str(refused))
    changes = changes_between(before, document) if before is not None else ()
    return News(
        _kind(before, document, changes),
        source.id,
        source.publisher,
        answer.source,
        _told(before, changes, len(reading.claims)),
        document.title,
        kept.document if kept else None,
        kept.version if kept else None,
        len(reading.claims),
        changes,
    )


def _kept(ledger: Ledger, source: str) -> Document | None:
    try:
        return ledger.document(source).document
    except UnknownRecordError:
        return None


def _says_the_same(before: Document, now: Document) -> bool:
    """Tell whether a page's text is what it was; its bytes may differ, as forms and counters beside the text do."""
    return (before.text, before.title, before.published, before.updated) == (
        now.text,
        now.title,
        now.published,
        now.updated,
    )


def _kind(before: Document | None, now: Document, changes: tuple[Change, ...]) -> NewsKind:
    if before is None:
        return NewsKind.NEW
    if len(now.text) < EMPTIED * len(before.text):
        return NewsKind.EMPTIED
    return NewsKind.DATED if all(change.kind is ChangeKind.DATE for change in changes) else NewsKind.CHANGED


def _told(before: Document | None, changes: tuple[Change, ...], claims: int) -> str:
    """Say in a few words what came: how many claims, or how many paragraphs changed."""
    if before is None:
        return f"{claims} claims"
    counted = [
        (sum(change.kind is kind for change in changes), kind)
        for kind in (ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.REMOVED)
    ]
    told = [f"{many} paragraph{'s' if many > 1 else ''} {kind}" for many, kind in counted if many]
    return ", ".join(told) or "only its dates changed"
