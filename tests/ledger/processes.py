"""Do things to a ledger in a process of its own, which may be killed or kept short of disk."""

import multiprocessing
import os
import pwd
import resource
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from tenu.errors import LedgerError

_FORKED = multiprocessing.get_context("fork")  # no time lost on loading, and what the child does is what stands here


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit code (negative for a signal), and the sentence of the LedgerError it met."""

    code: int
    said: str | None


class Gauge:
    """A number that a process shows while it works, and that another waits for; below zero before it is shown."""

    def __init__(self) -> None:
        self._number = _FORKED.Value("q", -1, lock=False)

    @property
    def shown(self) -> int:
        """Give the number last shown."""
        return int(self._number.value)

    def show(self, number: int) -> None:
        """Show how far the work has come."""
        self._number.value = number

    def wait_for(self, number: int, patience: float) -> float:
        """Wait until the number has come so far; give the seconds that its last step took."""
        shown, since, step = self.shown, time.monotonic(), 0.0
        end = since + patience
        while shown < number:
            assert time.monotonic() < end, f"the work stands at {shown} for too long"
            time.sleep(0.0002)
            if self.shown != shown:
                now = time.monotonic()
                shown, since, step = self.shown, now, now - since
        return step


class Doing:
    """A process that does something to a ledger."""

    def __init__(self, what: Callable[[], None], before: Callable[[], None] | None = None) -> None:
        self._told, telling = _FORKED.Pipe(duplex=False)

        def run() -> None:
            if before is not None:
                before()
            try:
                what()
            except LedgerError as error:
                telling.send(str(error))
                os._exit(3)
            os._exit(0)

        self._process = _FORKED.Process(target=run)
        self._process.start()
        telling.close()

    def kill(self) -> None:
        """End the process at once, as a power cut would."""
        pid = self._process.pid
        if pid is not None and self._process.is_alive():
            os.kill(pid, signal.SIGKILL)

    def wait(self, seconds: float) -> bool:
        """Wait for the end, no longer than this; tell whether it came."""
        self._process.join(seconds)
        return not self._process.is_alive()

    def end(self) -> Ended:
        """Wait for the end and tell how it was."""
        said = None
        with suppress(EOFError):
            said = self._told.recv()
        self._process.join()
        return Ended(self._process.exitcode or 0, said)


def only_so_large(size: int) -> Callable[[], None]:
    """Give what lets a process write no file beyond this size: what a full disk does."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def as_nobody() -> None:
    """Let a process of root's be nobody's, for whom files can be read only."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setuid(pwd.getpwnam("nobody").pw_uid)
