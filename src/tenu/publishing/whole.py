"""Write a file whole or not at all: beside its place first, then moved there in one step."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tenu.errors import UsageError

_MODE = 0o644


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to; it stands under its name once all is written, and leaves nothing where it fails."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; give the name of a file in it.")
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Look whether its folder is there.") from error
    written = Path(name)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        written.chmod(_MODE)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
