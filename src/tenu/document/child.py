"""Read hostile formats in a child process that may take only so much time and memory, no network and no files."""

import atexit
import contextlib
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from tenu.document.draft import Draft
from tenu.document.formats import Format
from tenu.document.limits import MEGABYTE, Limits
from tenu.errors import UnreadableSourceError

START_SECONDS = 30.0
"""How long the child may take to start, its libraries loaded; a machine under load is slow at that."""

PATIENCE = 6
"""How many times its limit of processor time a child may take by the clock, on a machine that is busy with others."""

DOCUMENTS = 200
"""How many documents one child reads before a fresh one takes its place."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document for the child to read."""

    form: Format
    content: bytes
    source: str
    charset: str | None
    limits: Limits

    @property
    def seconds(self) -> float:
        """Give how much processor time its reading may take: a PDF's grows with its size, as sound reports are long."""
        more = self.limits.pdf_seconds * len(self.content) / MEGABYTE if self.form is Format.PDF else 0.0
        return self.limits.seconds + more


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child made of it: a draft, or the sentence that refuses it."""

    draft: Draft | None = None
    refused: str | None = None


def read_in_child(request: Request) -> Draft:
    """Give the draft that the child process makes of a document.

    Refused with `UnreadableSourceError`: what the format's reader refuses, and whatever takes more time or memory
    than the limits, or ends the child.
    """
    with _lock:
        answer = _child_for(request.limits).read(request)
    if answer.draft is None:
        raise UnreadableSourceError(answer.refused or f"{request.source} could not be read.")
    return answer.draft


class Child:
    """A child process and the pipes to it."""

    def __init__(self, limits: Limits) -> None:
        """Start the child under the limits."""
        self.limits = limits
        self.owner = os.getpid()
        self.read_so_far = 0
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(  # noqa: S603 - Python itself, with words of our own
            [sys.executable, "-c", "from tenu.document.inside import serve; serve()", str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("a child process was started without pipes")
        self._into: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout

    @property
    def alive(self) -> bool:
        """Tell whether the child can take another document."""
        return self._process.poll() is None and self.read_so_far < DOCUMENTS and self.owner == os.getpid()

    def read(self, request: Request) -> Answer:
        """Hand a document to the child and give its answer; a child that dies or takes too long is ended."""
        self.read_so_far += 1
        try:
            self._wait_until_ready(request)
            _send(self._into, msgspec.msgpack.encode(request))
            answer = self._receive(request.seconds * PATIENCE)
        except (BrokenPipeError, EOFError):
            ended_by = self._process.wait()
            self.end()
            return Answer(refused=_too_slow(request) if ended_by == -_TIME_IS_UP else _crashed(request))
        except TimeoutError:
            self.end()
            return Answer(refused=_too_slow(request))
        return msgspec.msgpack.decode(answer, type=Answer)

    def _wait_until_ready(self, request: Request) -> None:
        """Wait for the libraries of a format, so that loading them does not count as reading."""
        _send(self._into, request.form.encode())
        self._receive(START_SECONDS)

    def _receive(self, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        (length,) = struct.unpack("!Q", _take(self._out, 8, until))
        return _take(self._out, length, until)

    def end(self) -> None:
        """End the child and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._into, self._out):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def _send(into: IO[bytes], message: bytes) -> None:
    into.write(struct.pack("!Q", len(message)) + message)
    into.flush()


def _take(pipe: IO[bytes], length: int, until: float) -> bytes:
    """Read exactly so many bytes before the deadline; `EOFError` where the pipe ends, `TimeoutError` past it."""
    parts: list[bytes] = []
    missing = length
    while missing:
        left = until - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise TimeoutError
        part = os.read(pipe.fileno(), min(missing, MEGABYTE))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _crashed(request: Request) -> str:
    return (
        f"{request.source} could not be read as {request.form}: its reader needed more memory than the limit of "
        f"{request.limits.memory // MEGABYTE} MB or broke down. If the document is sound, save it as text."
    )


def _too_slow(request: Request) -> str:
    return (
        f"{request.source} took longer than the limit of {request.seconds:.3g} seconds to read as {request.form}, "
        "so it is refused. If the document is sound, raise the limit or save it as text."
    )


_TIME_IS_UP = getattr(signal, "SIGXCPU", 0)
_lock = threading.Lock()
_children: list[Child] = []


def _child_for(limits: Limits) -> Child:
    """Give the running child of these limits, or start one."""
    if _children and (_children[0].limits != limits or not _children[0].alive):
        old = _children.pop()
        if old.owner == os.getpid():
            old.end()
    if not _children:
        _children.append(Child(limits))
    return _children[0]


@atexit.register
def _end_child() -> None:
    while _children:
        child = _children.pop()
        if child.owner == os.getpid():
            child.end()
