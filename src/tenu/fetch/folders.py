"""Bring documents from files, folders and standard input."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tenu.errors import UnreadableSourceError
from tenu.fetch.fetched import Fetched, NotBrought, now
from tenu.fetch.warc import from_archive

ENDINGS = (
    ".txt", ".text",
    ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".xml", ".rss", ".atom", ".warc", ".warc.gz",
)  # fmt: skip
"""The endings of files that are taken from a folder; a file that is named itself is taken whatever its ending.

Markdown is not among them: beside releases it is mostly a README that tells of them.
"""

MEGABYTE = 1024 * 1024
LIMIT = 20 * MEGABYTE


def from_path(source: str, limit: int = LIMIT) -> Iterator[Fetched | NotBrought]:
    """Bring a file, or every document in a folder and the folders in it, in the order of their paths.

    What cannot be brought (not there, not allowed, larger than `limit` bytes, a folder without documents) is given
    as `NotBrought` with a sentence, and the rest goes on.
    """
    path = Path(source)
    if path.is_dir():
        yield from _from_folder(path, limit)
    else:
        yield from _from_file(path, limit)


def _from_folder(folder: Path, limit: int) -> Iterator[Fetched | NotBrought]:
    try:
        files = sorted(path for path in folder.rglob("*") if _is_document(path, folder))
    except OSError as error:
        yield NotBrought(str(folder), _unreadable(str(folder), error))
        return
    if not files:
        endings = ", ".join(ENDINGS)
        sentence = f"{folder} holds no documents; tenu takes files that end in {endings}."
        yield NotBrought(str(folder), UnreadableSourceError(sentence))
    for file in files:
        yield from _from_file(file, limit)


def _is_document(path: Path, folder: Path) -> bool:
    """Tell whether a file has a known ending; names that begin with a dot are the system's own."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.name.lower().endswith(ENDINGS) and path.is_file()


def _from_file(path: Path, limit: int) -> Iterator[Fetched | NotBrought]:
    """Give a file, or each page of a web archive, which may be of any size as a whole."""
    if not path.name.lower().endswith((".warc", ".warc.gz")):
        yield _whole_file(path, limit)
        return
    try:
        with path.open("rb") as archive:
            yield from from_archive(archive, str(path), limit)
    except OSError as error:
        yield NotBrought(str(path), _no_file(path) if not path.exists() else _unreadable(str(path), error))


def _whole_file(path: Path, limit: int) -> Fetched | NotBrought:
    source = str(path)
    try:
        if not path.is_file():
            return NotBrought(source, _no_file(path))
        with path.open("rb") as file:
            content = file.read(limit + 1)
            size = path.stat().st_size
    except OSError as error:
        return NotBrought(source, _unreadable(source, error))
    if len(content) > limit:
        return NotBrought(source, _too_large(source, size, limit))
    return Fetched(content, source, now())


def from_standard_input(limit: int = LIMIT) -> Fetched | NotBrought:
    """Bring what is piped in, up to `limit` bytes."""
    content = sys.stdin.buffer.read(limit + 1)
    if len(content) > limit:
        return NotBrought("-", _too_large("standard input", len(content), limit))
    return Fetched(content, "-", now())


def _no_file(path: Path) -> UnreadableSourceError:
    if path.exists():
        return UnreadableSourceError(f"{path} is neither a file nor a folder; give one of these.")
    return UnreadableSourceError(f"{path} is not there; check the path.")


def _unreadable(source: str, error: OSError) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"{source} could not be read ({error.strerror or error}); check the path and its permissions."
    )


def _too_large(source: str, size: int, limit: int) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"{source} has {size / MEGABYTE:.1f} MB or more, over the limit of {limit / MEGABYTE:g} MB; cut it into parts."
    )
