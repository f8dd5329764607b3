"""How the watched publishers are: when their lists last answered, what is wrong, how much they published of late."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenu.fetch.looking import silence
from tenu.fetch.sources import Source
from tenu.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Health:
    """A source with when it was last asked and last answered well, its documents of 30 days, and what is wrong.

    `failing` are the sentences of its lists that do not answer well, `silent` the one of its silence.
    """

    source: Source
    asked_at: datetime.datetime | None
    well_at: datetime.datetime | None
    in_a_month: int
    failing: tuple[str, ...]
    silent: str | None

    @property
    def state(self) -> str:
        """Give one word: `new` (never asked), `failing`, `silent`, `well`."""
        if self.asked_at is None:
            return "new"
        if self.failing:
            return "failing"
        return "silent" if self.silent else "well"


def health(ledger: Ledger, sources: Iterable[Source], today: datetime.date) -> Iterator[Health]:
    """Tell how each source is, in their order."""
    remembered = {outlet.url: outlet for outlet in ledger.watching.outlets()}
    for source in sources:
        urls = [outlet.url for outlet in source.outlets]
        known = [remembered[url] for url in urls if url in remembered]
        days = [datetime.date.fromisoformat(day) for day in ledger.watching.days(urls)]
        yield Health(
            source,
            asked_at=max((outlet.asked_at for outlet in known if outlet.asked_at), default=None),
            well_at=max((outlet.well_at for outlet in known if outlet.well_at), default=None),
            in_a_month=sum(0 <= (today - day).days < 30 for day in days),
            failing=tuple(outlet.problem for outlet in known if outlet.problem),
            silent=silence(source, days, today),
        )
