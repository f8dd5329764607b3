"""Answers about the whole ledger, worked out once and kept as long as nothing in the ledger changes."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from tenu.ledger import Ledger

T = TypeVar("T")
MOST = 64
"""Answers that are kept at one time; the one kept longest goes first."""


class Answers:
    """The answers to questions about one state of the ledger."""

    def __init__(self) -> None:
        self._state = ""
        self._kept: dict[Hashable, object] = {}
        self._lock = Lock()

    def to(self, ledger: Ledger, question: Hashable, work_out: Callable[[], T]) -> T:
        """Give the answer to a question, worked out where nobody asked since the ledger changed last."""
        state = ledger.state()
        with self._lock:
            if state != self._state:
                self._state, self._kept = state, {}
            if question in self._kept:
                return cast(T, self._kept[question])
        answer = work_out()
        with self._lock:
            if state == self._state:
                if len(self._kept) >= MOST:
                    del self._kept[next(iter(self._kept))]
                self._kept[question] = answer
        return answer
