"""A folder written whole or not at all: beside its place first, then moved there."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenu.errors import UsageError

MARK = "tenu-site.txt"
"""A file by which a folder is known as one that was published, and may be published over."""


@contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place once all is written, and leaves nothing where it fails.

    A folder that holds anything else than a site published before is refused, and stays as it is.
    """
    if place.exists() and not _may_replace(place):
        raise UsageError(f"{place} holds something else; name a new folder, or one that tenu published before.")
    try:
        written = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    except OSError as error:
        raise UsageError(f"{place} cannot be written: {error.strerror}. Look whether its folder is there.") from error
    try:
        yield written
        (written / MARK).write_text("This folder was written by tenu publish, which may write it anew.\n", "utf-8")
        written.chmod(0o755)
        _take_place(written, place)
    except BaseException:
        shutil.rmtree(written, ignore_errors=True)
        raise


def _may_replace(place: Path) -> bool:
    return place.is_dir() and ((place / MARK).is_file() or not any(place.iterdir()))


def _take_place(written: Path, place: Path) -> None:
    """Move the new folder to its place; the old one is taken away only when the new one stands."""
    if not place.exists():
        written.rename(place)
        return
    old = place.with_name(f"{written.name}.old")
    place.rename(old)
    try:
        written.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
