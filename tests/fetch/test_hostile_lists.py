"""Feeds and sitemaps that mean harm: read or refused in time, without a file opened or a connection made."""

import contextlib
import os
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenu.errors import UnreadableSourceError
from tenu.fetch.feeds import lists, read_list

HOSTILE = Path(os.environ.get("TENU_DATA") or Path(__file__).parents[3] / "shared") / "data" / "hostile"
_NETWORK = ("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen")
_watched: list[list[str]] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Note files and connections that Python code asks for; code's own modules aside."""
    if _watched and (event in _NETWORK or (event == "open" and not str(arguments[0]).endswith((".py", ".pyc", ".so")))):
        _watched[-1].append(f"{event} {arguments[0]!r}")


sys.addaudithook(_note)


@contextlib.contextmanager
def nothing_asked_for() -> Iterator[None]:
    """Fail where a file is opened or a connection made meanwhile."""
    read_list(
        b"<rss><channel><item><link>http://a.example/</link></item></channel></rss>", "first, to load the library"
    )
    _watched.append([])
    try:
        yield
        assert _watched[-1] == []
    finally:
        _watched.pop()


def tried(content: bytes, name: str) -> int:
    """Give how many entries a list has, -1 where it is refused."""
    try:
        return len(read_list(content, name))
    except UnreadableSourceError:
        return -1


def test_the_watch_over_files_and_connections_sees_them(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"x")

    with pytest.raises(AssertionError), nothing_asked_for():
        (tmp_path / "a.xml").read_bytes()


def test_an_entity_that_names_a_file_opens_none() -> None:
    feed = (
        b'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/hostname"><rss><channel><item><title>a</title>'
        b"<link>http://a.example/1</link></item></channel></rss>"
    )
    entity = feed.replace(b'"file:///etc/hostname"', b'"x" [<!ENTITY x SYSTEM "file:///etc/hostname">]')

    with nothing_asked_for():
        assert tried(feed, "feed") in (0, 1)
        assert tried(entity, "feed") == -1


@pytest.mark.parametrize(
    ("content", "limit"),
    [
        (b"<rss><channel>" + b"<item>" * 400_000, "limit of 2000"),
        (b"<rss><channel><title>" + b"a" * 6_000_000, "5 MB, the limit"),
        (b"<urlset>" + b"<url><loc>http://a.example/1</loc></url>" * 60_000 + b"</urlset>", "limit of 50000"),
    ],
    ids=["items in items", "bytes", "addresses"],
)
def test_a_list_beyond_the_limits_is_refused_at_once_with_the_limit(content: bytes, limit: str) -> None:
    begun = time.process_time()

    with pytest.raises(UnreadableSourceError, match=limit):
        read_list(content, "feed")

    assert time.process_time() - begun < 2


@pytest.mark.shared
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared data folder is not beside the project")
@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.long), 25])
def test_the_collected_feeds_and_xml_ask_for_no_file_and_no_connection(every: int) -> None:
    read = 0

    with nothing_asked_for():
        for archive in ("feedparser.tar.gz", "go-fuzz.tar.gz", "payloads.tar.gz"):
            for name, content in _files(HOSTILE / archive, every):
                read += lists(content) and tried(content, name) >= 0

    assert read > 0


def _files(archive: Path, every: int) -> list[tuple[str, bytes]]:
    _watched.append([])  # the archive itself may be opened
    with tarfile.open(archive) as opened:
        members = [member for member in opened if member.isfile()][::every]
        found = [(member.name, file.read()) for member in members if (file := opened.extractfile(member))]
    _watched.pop()
    return found
