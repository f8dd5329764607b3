"""`tenu watch`: rounds over the publishers, one or for ever, each piece of news as it comes."""

import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import msgspec
from rich.console import Console
from rich.text import Text

from tenu.cli.changes import change_line
from tenu.cli.options import PlainFormat
from tenu.cli.reaching import web_of
from tenu.document.changes import ChangeKind
from tenu.errors import UsageError
from tenu.fetch.sources import Source, minutes_in, watched_sources
from tenu.fetch.transport import Web
from tenu.ledger import Ledger
from tenu.settings import Settings
from tenu.watching import News, NewsKind, Watcher, is_due, watch_once

_STYLES = {
    NewsKind.NEW: ("+", "green"),
    NewsKind.CHANGED: ("~", "yellow"),
    NewsKind.DATED: ("·", "dim"),
    NewsKind.GONE: ("−", "red"),
    NewsKind.UNREAD: ("?", "dim"),
    NewsKind.UNANSWERED: ("?", "red"),
    NewsKind.EMPTIED: ("!", "bold red"),
    NewsKind.FAILING: ("!", "bold red"),
    NewsKind.SILENT: ("!", "bold red"),
}
_SHOWN = 3
"""How many changed paragraphs of a document are shown; `tenu changes` shows all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    only: tuple[str, ...]
    every: str | None
    all: bool
    most: int
    sources: Path | None
    shipped: bool


def watch_sources(settings: Settings, asked: Asked, form: PlainFormat) -> int:
    """Watch once, or for ever; give 1 where the last round ended with an alarm.

    Ctrl-C and SIGTERM end it between two documents; a second one at once.
    """
    pause = _minutes(asked.every) * 60 if asked.every else None
    sources = _chosen(settings, asked)
    stop = threading.Event()
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    web = replace(web_of(settings) or Web(), sleep=lambda seconds: _sleep(stop, seconds))
    with Ledger.open(settings.ledger) as ledger, _ended_by_signals(stop):
        watcher = Watcher(ledger, web, settings.who, most=asked.most, stopped=stop.is_set)
        while True:
            due = sources if asked.all or asked.only else _due(watcher, sources)
            alarms = _print_all(console, watch_once(watcher, due, due_only=not (asked.all or asked.only)), form)
            if form is PlainFormat.TEXT:
                console.print(Text(_looked_at(len(due), len(sources)), style="dim"))
            if pause is None or stop.wait(pause):
                return 1 if alarms else 0


def _due(watcher: Watcher, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(source for source in sources if any(is_due(watcher, source, outlet) for outlet in source.outlets))


def _looked_at(due: int, all_of_them: int) -> str:
    """Say how many sources were looked at, so that silence is not taken for a look."""
    if not due:
        return (
            f"None of {all_of_them} sources was due; --all looks at them now, `tenu sources` tells when each was asked."
        )
    return f"{due} of {all_of_them} sources looked at."


def _sleep(stop: threading.Event, seconds: float) -> None:
    """Wait, but no longer than until the end is asked for."""
    stop.wait(seconds)


def _minutes(every: str) -> int:
    try:
        return minutes_in(every)
    except ValueError as error:
        raise UsageError(f"--every: {error}.") from None


def _chosen(settings: Settings, asked: Asked) -> tuple[Source, ...]:
    """Give the sources that are watched, all or those named; `UsageError` where a name is none of them."""
    found = watched_sources(asked.sources or settings.sources, shipped=asked.shipped)
    unknown = set(asked.only) - {source.id for source in found}
    if unknown:
        raise UsageError(f"there is no source {', '.join(sorted(unknown))}; `tenu sources` lists them.")
    if not found:
        raise UsageError("there is no source to watch; `tenu sources --example` shows how to write one.")
    return tuple(source for source in found if not asked.only or source.id in asked.only)


@contextmanager
def _ended_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let the first ctrl-C or SIGTERM ask for the end, and leave a second one its usual force."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, ask)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _print_all(console: Console, news: Iterable[News], form: PlainFormat) -> int:
    """Print each piece of news as it comes; give how many were alarms."""
    alarms = 0
    for one in news:
        alarms += one.is_alarm
        if form is PlainFormat.JSON:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
            sys.stdout.buffer.flush()
        else:
            _print(console, one)
    return alarms


def _print(console: Console, news: News) -> None:
    mark, style = _STYLES[news.kind]
    line = Text(f"{mark} {news.kind.value:10} ", style=style)
    line.append(f"{news.publisher}: ", style="bold")
    line.append(f"{news.title} " if news.title else "")
    line.append(f"({news.told})" if news.title else news.told, style="dim")
    console.print(line)
    told = [f"             {news.url}", *([f"{news.document} version {news.version}"] if news.document else [])]
    console.print(Text("  ".join(told), style="dim"))
    if news.kind is NewsKind.CHANGED:
        for change in [change for change in news.changes if change.kind is not ChangeKind.DATE][:_SHOWN]:
            console.print(Text("             ").append_text(change_line(change)))
