"""The collections of hostile input: refused or read, but no reader breaks down, and none opens a file or a connection.

The child process refuses both, and would break down where a reader tried. `make test` takes a part of the collections,
`make long` all of them.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenu.document.child import Request, read_in_child
from tenu.document.formats import Format, tell_format
from tenu.document.limits import Limits
from tenu.errors import UnreadableSourceError

SHARED = Path(os.environ.get("TENU_DATA") or Path(__file__).parents[3] / "shared")
HOSTILE = SHARED / "data" / "hostile"
LIMITS = Limits(seconds=60)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared data folder is not beside the project"),
]


def archived(name: str, every: int) -> Iterator[tuple[str, bytes]]:
    """Give every so-many-th file of an archive."""
    with tarfile.open(HOSTILE / name) as archive:
        files = [member for member in archive if member.isfile()]
        for member in files[::every]:
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, file.read()


def broken_down_on(name: str, content: bytes) -> list[str]:
    """Read the content as what it is, as a page and as a message; give the sentences that tell of a broken reader."""
    broken = []
    for form in {tell_format(content, name), Format.HTML, Format.MAIL}:
        try:
            draft = read_in_child(Request(form, content, name, None, LIMITS))
        except UnreadableSourceError as error:
            if "broke down" in str(error):
                broken.append(f"{form}: {error}")
        else:
            assert all(draft.text[piece.start : piece.end].strip() for piece in draft.pieces)
    return broken


ARCHIVES = ["go-fuzz.tar.gz", "feedparser.tar.gz", "payloads.tar.gz", "urls.tar.gz", "pdf-samples.tar"]


@pytest.mark.parametrize(
    ("archive", "every"),
    [
        *(pytest.param(name, 1, marks=pytest.mark.long) for name in ARCHIVES),
        *zip(ARCHIVES, (60, 60, 4, 2, 4), strict=True),
    ],
)
def test_no_reader_breaks_down_on_a_hostile_collection(archive: str, every: int) -> None:
    broken = [sentence for name, content in archived(archive, every) for sentence in broken_down_on(name, content)]

    assert broken == []


def test_naughty_strings_are_kept_to_the_letter() -> None:
    strings = json.loads((HOSTILE / "naughty-strings" / "blns.json").read_text("utf-8"))
    text = "\n\n".join(words.replace("\r\n", "\n").replace("\r", "\n") for words in strings)

    draft = read_in_child(Request(Format.PLAIN, text.encode(), "naughty.txt", "utf-8", LIMITS))

    assert draft.text == text
