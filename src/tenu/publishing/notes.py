"""What an export wrote, and what it changed or could not hold: counted, with the first claims it happened to."""

from collections.abc import Iterator

FIRST = 5
"""Claims that are named for each reason; the rest is counted."""


class Notes:
    """Reasons, each with how often it occurred and the first claims (their ids); and what was written, by its name."""

    def __init__(self) -> None:
        self.written: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._first: dict[str, list[str]] = {}

    def add(self, reason: str, claim: str) -> None:
        """Note a reason for one claim."""
        self._counts[reason] = self._counts.get(reason, 0) + 1
        named = self._first.setdefault(reason, [])
        if len(named) < FIRST and claim not in named:
            named.append(claim)

    def wrote(self, what: str, many: int = 1) -> None:
        """Count what was written: rows, events, transactions."""
        self.written[what] = self.written.get(what, 0) + many

    def __iter__(self) -> Iterator[str]:
        """Give a sentence a reason, the most frequent first."""
        for reason, count in sorted(self._counts.items(), key=lambda counted: -counted[1]):
            named = ", ".join(self._first[reason])
            more = ", …" if count > len(self._first[reason]) else ""
            yield f"{reason}: {count} ({named}{more})"

    def __len__(self) -> int:
        return len(self._counts)

    def count(self, reason: str) -> int:
        """Tell how often a reason was noted."""
        return self._counts.get(reason, 0)
