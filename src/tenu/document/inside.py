"""What runs in the child process: limits first, then one document after the other from standard input to output."""

import contextlib
import logging
import math
import os
import struct
import sys
import sysconfig
from typing import Any

import msgspec

from tenu.document.child import Answer, Request
from tenu.document.formats import Format
from tenu.document.readers import reader_of
from tenu.errors import UnreadableSourceError

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename",
              "os.rmdir", "os.mkdir", "os.chmod", "os.link", "os.symlink", "shutil.", "urllib.", "ftplib.", "http.",
              "smtplib.", "webbrowser.", "tempfile.", "ctypes.dlopen/")  # fmt: skip


def serve() -> None:
    """Read documents until standard input ends; the first argument is the memory limit in bytes."""
    into, out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor, before any limit is set
        os.dup2(nowhere.fileno(), 1)
    logging.disable(logging.CRITICAL)
    _limit_memory(int(sys.argv[1]))
    guarded = False
    while form := _receive(into):
        reader_of(Format(form.decode()))
        if not guarded:
            sys.addaudithook(refuse)
            guarded = True
        _send(out, b"ready")
        request = _receive(into)
        if request is None:
            return
        _send(out, msgspec.msgpack.encode(answer(msgspec.msgpack.decode(request, type=Request))))


def answer(request: Request) -> Answer:
    """Read one document; a refusal is an answer, running out of memory or stack is too."""
    _limit_time(request.seconds)
    try:
        draft = reader_of(request.form)(request.content, request.source, request.charset, request.limits)
        request.limits.refuse_by_text(draft.text, request.source)
    except UnreadableSourceError as error:
        return Answer(refused=str(error))
    except MemoryError:
        return Answer(refused=f"{request.source} needs more memory than the limit to read, so it is refused.")
    except RecursionError:
        return Answer(refused=f"{request.source} has parts too deep in one another to be read, so it is refused.")
    return Answer(draft)


def _limit_memory(limit: int) -> None:
    """Bind the address space, where the system knows how; Python and the readers themselves take about 100 MB."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Bind the processor time of the next document; the system ends a process that takes more (SIGXCPU)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = math.ceil(used.ru_utime + used.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reading of bytes needs: the network, other processes, writing, files outside Python's own."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and not _may_open(arguments):
        raise PermissionError(f"open {arguments[0]}")


def _may_open(arguments: tuple[Any, ...]) -> bool:
    path, mode = arguments[0], arguments[1]
    if isinstance(path, int):
        return True
    writes = isinstance(mode, str) and any(mark in mode for mark in "wax+")
    return not writes and os.path.abspath(os.fsdecode(path)).startswith(_OWN)  # noqa: PTH100 - called at every open


_OWN = tuple(
    {os.path.abspath(path) for path in (*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix) if path}  # noqa: PTH100
    | {os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))}  # noqa: PTH100, PTH120
    | {"/usr/share/zoneinfo", "/dev/null", "/dev/urandom"}
)


def _receive(pipe: Any) -> bytes | None:
    head = pipe.read(8)
    if len(head) < 8:
        return None
    (length,) = struct.unpack("!Q", head)
    content: bytes = pipe.read(length)
    return content if len(content) == length else None


def _send(pipe: Any, message: bytes) -> None:
    pipe.write(struct.pack("!Q", len(message)) + message)
    pipe.flush()
