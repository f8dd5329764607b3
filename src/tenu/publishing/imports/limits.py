"""How much of a file is read before it is refused."""

import zipfile
import zlib
from pathlib import Path

from tenu.publishing.imports.refusals import ImportRefusedError

MEGABYTE = 1024 * 1024
LARGEST = 500 * MEGABYTE
"""Bytes of a file that is read row by row."""

LARGEST_BOOK = 100 * MEGABYTE
"""Bytes of a packed workbook, which has to be unpacked in memory."""

UNPACKED = 1000 * MEGABYTE
RATIO = 200
MEMBERS = 5000
_AT_ONCE = 1 << 20


def check_size(path: Path, largest: int = LARGEST) -> None:
    """Refuse a file that is not there, empty, or larger than the limit, without reading it."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ImportRefusedError(f"{path} cannot be read: {error.strerror}.") from error
    if not path.is_file():
        raise ImportRefusedError(f"{path} is no file; name one file to import.")
    if size == 0:
        raise ImportRefusedError(f"{path} is empty.")
    if size > largest:
        told = f"{size / MEGABYTE:,.0f} MB, and {largest // MEGABYTE} MB is the most that is imported at once"
        raise ImportRefusedError(f"{path} has {told}; split it, or take a narrower export.")


def check_archive(path: Path) -> None:
    """Refuse a broken zip, and one that unpacks to more than it says or than the limits allow."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MEMBERS:
                raise ImportRefusedError(f"{path} holds {len(members)} parts, more than any workbook needs.")
            left = min(UNPACKED, max(path.stat().st_size * RATIO, MEGABYTE))
            for member in members:
                left -= _unpacked(archive, member, left)
                if left < 0:
                    raise ImportRefusedError(
                        f"{path} unpacks to more than {RATIO} times its size or {UNPACKED // MEGABYTE} MB, which no "
                        "workbook does; it is refused."
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ImportRefusedError(f"{path} is a damaged workbook ({error}); save it again and import that.") from error


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """Count the bytes that a part really unpacks to, up to what is left."""
    count = 0
    with archive.open(member) as part:
        while count <= left and (some := part.read(_AT_ONCE)):
            count += len(some)
    return count
