"""Figures of the ledger at 10⁴, 10⁵ and 10⁶ claims: bulk writing, lists, search, the past, linking, and how they grow.

    python bench/ledger.py [claims …]      (default 10000 100000; 1000000 for the whole picture, within 25 minutes)

Each figure is printed as soon as it is there. What a size leaves no time for is left out, and said. Beside the clock's
time stands the processor's, and beside long ones how many times its own time of counting to ten million that is, so
that figures of different machines, or of a busy one, can be compared.
"""

import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.invented import COUNTRIES, GOODS, releases

from tenu.ledger import Filters, Ledger, State, prepare
from tenu.ledger.judging import Decision, Judgement
from tenu.questions.balance import balance
from tenu.questions.due import due
from tenu.questions.scope import Scope
from tenu.record import Kind, Role, Status

LONGEST = 22 * 60.0
"""Seconds after which nothing more of a size is begun."""

START = datetime(2026, 1, 1, tzinfo=UTC)
EACH = 10
WHOLE_AT_MOST = 100_000
"""Claims up to which is asked what goes through all of them."""

ASKED = 60
CHUNK = 2_000


def main(sizes: list[int]) -> None:
    """Measure ledgers of these sizes, one after the other."""
    unit = loop()
    print(f"counting to ten million takes {unit:.2f} s of processor here")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "bench.db", size, unit)


def measure(file: Path, size: int, unit: float) -> None:
    """Fill a ledger with so many claims, and ask it."""
    print(f"\n{size:,} claims, {EACH} a document of about 500 words", flush=True)
    end = time.monotonic() + LONGEST
    with Ledger.open(file) as ledger:
        written = fill(ledger, size, end - LONGEST / 5, unit)
        told("file", f"{sum(part.stat().st_size for part in file.parent.iterdir()) / written:,.0f} bytes a claim", None)
        judged(ledger)
        for name, ask in questions(ledger, written).items():
            if time.monotonic() > end:
                told(name, "left out, no time", None)
                continue
            asked = [timed(ask) for _ in range(ASKED)]
            told(
                name, f"{spread([clock for clock, _ in asked])}; processor {spread([work for _, work in asked])}", None
            )
        for name, ask in long_questions(ledger, written).items():
            if size > WHOLE_AT_MOST or time.monotonic() > end:
                told(name, "left out at this size" if size > WHOLE_AT_MOST else "left out, no time", None)
                continue
            took, work = timed(ask)
            told(name, f"{took:,.1f} s, {work:,.1f} s of processor", work / unit)


def long_questions(ledger: Ledger, size: int) -> dict[str, Callable[[], object]]:
    """Give what is asked of the whole ledger at once, and takes seconds."""
    scope = Scope((START + timedelta(days=9)).date())
    return {
        f"what is due, of {size:,} claims": lambda: due(ledger, scope),
        f"balance, of {size:,} claims": lambda: balance(ledger, scope),
        f"linking {size:,} claims": lambda: ledger.suggest_links(who="bench", when=START + timedelta(days=9)),
    }


def fill(ledger: Ledger, size: int, end: float, unit: float) -> int:
    """Keep invented releases, until a moment at the latest; give how many claims were written.

    Making ready is what other processes can do. Every fifth part tells how it went, so that growth is seen.
    """
    whole, alone = Time(), Time()
    written, shown = 0, 0
    for first in range(0, size // EACH, CHUNK):
        some = list(releases(min(CHUNK, size // EACH - first), first=first, claims=EACH))
        at = START + timedelta(seconds=first)
        gc.collect()
        gc.freeze()
        with whole:
            ready = [prepare(*one) for one in some]
            with alone:
                for _ in ledger.keep_all(ready, who="bench", clock=lambda at=at: at):  # type: ignore[misc]
                    pass
        gc.unfreeze()
        written += len(some) * EACH
        late = time.monotonic() > end
        if late or written * 5 // size > shown or written == size:
            shown = written * 5 // size
            told(f"bulk writing, the first {written:,}", f"{whole.rates(written)}", whole.work / unit)
            told("  of it by the writer alone", alone.rates(written), None)
        if late:
            told("  no time for more", f"{written:,} of {size:,} were written; all that follows is of these", None)
            break
    return written


class Time:
    """The seconds spent within, added up: by the clock and of the processor."""

    def __init__(self) -> None:
        self.took = self.work = 0.0

    def __enter__(self) -> None:
        self.took -= time.perf_counter()
        self.work -= time.process_time()

    def __exit__(self, *_: object) -> None:
        self.took += time.perf_counter()
        self.work += time.process_time()

    def rates(self, many: int) -> str:
        """Tell how many a second that makes."""
        return f"{many / self.took:,.0f} claims/s; {many / self.work:,.0f} a second of processor"


def judged(ledger: Ledger) -> None:
    """Give some verdicts, so that lists of few among many are asked for as well."""
    for claim in ledger.claims(Filters(kind=Kind.PLEDGE), limit=100).entries:
        ledger.judge(claim.id, Judgement(Decision.ACCEPT), seen=0, who="bench", when=START + timedelta(days=8))


def questions(ledger: Ledger, size: int) -> dict[str, Callable[[], object]]:
    """Give what people ask, each time with other words."""
    chance = random.Random(2)  # noqa: S311 — not for secrets
    cursors = deep(ledger)
    country = list(COUNTRIES)

    def of(first: date) -> tuple[date, date]:
        return first, first + timedelta(days=6)

    return {
        "list, first page": lambda: ledger.claims(),
        "list, deep page": lambda: ledger.claims(after=chance.choice(cursors)),
        "list by kind and status": lambda: ledger.claims(
            Filters(kind=chance.choice(list(Kind)), status=chance.choice([Status.DONE, Status.DENIED]))
        ),
        "list by donor and kind": lambda: ledger.claims(
            Filters(actor=chance.choice(country), role=Role.DONOR, kind=Kind.DELIVERY)
        ),
        "list of few among many": lambda: ledger.claims(Filters(state=State.ACCEPTED, actor=chance.choice(country))),
        "list by days of publication": lambda: ledger.claims(
            Filters(since=(day := date(2016, 1, 1) + timedelta(chance.randrange(3600))), until=day + timedelta(30))
        ),
        "list by time told of": lambda: ledger.claims(
            Filters(during=of(date(2016, 1, 1) + timedelta(chance.randrange(3600))), kind=Kind.MEETING)
        ),
        "list as of the middle": lambda: ledger.claims(
            Filters(as_of=START + timedelta(seconds=size / EACH / 2), kind=chance.choice(list(Kind)))
        ),
        "list as of the beginning": lambda: ledger.claims(Filters(as_of=START)),
        "search, one common word": lambda: ledger.find(chance.choice(GOODS)),
        "search, two words": lambda: ledger.find(f"{chance.choice(GOODS)} {chance.choice(country)}"),
        "search, three words and a filter": lambda: ledger.find(
            f"{chance.choice(GOODS)} {chance.choice(country)} livrer", Filters(status=Status.DONE)
        ),
        "search, a rare word": lambda: ledger.find(f"lito{chance.choice('abcdefg')}"),
        "search, a phrase": lambda: ledger.find('"systèmes de défense aérienne"'),
        "search documents": lambda: ledger.find_documents(f"{chance.choice(GOODS)} conseil"),
        "list documents": lambda: ledger.documents(),
    }


def deep(ledger: Ledger) -> list[str]:
    """Give cursors from all over the list."""
    found = []
    for year in range(2016, 2026):
        page = ledger.claims(Filters(until=date(year, 6, 1)), limit=10)
        found += [page.after] if page.after else []
    return found or [""]


def timed(ask: Callable[[], object]) -> tuple[float, float]:
    """Give the seconds that an answer took, by the clock and of the processor (what it takes on an idle machine)."""
    begun, work = time.perf_counter(), time.process_time()
    ask()
    return time.perf_counter() - begun, time.process_time() - work


def spread(times: Sequence[float]) -> str:
    """Give the median and the 95th percentile in milliseconds."""
    return f"p50 {statistics.median(times) * 1000:6.1f} p95 {sorted(times)[int(len(times) * 0.95)] * 1000:6.1f} ms"


def loop() -> float:
    """Give the seconds of processor that counting to ten million takes."""
    begun = time.process_time()
    number = 0
    for step in range(10_000_000):
        number += step
    return time.process_time() - begun


def told(name: str, figure: str, units: float | None) -> None:
    """Print one figure."""
    print(f"  {name:34} {figure}" + (f"   ({units:,.1f} × counting)" if units is not None else ""), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
