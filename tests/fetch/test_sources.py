"""Publishers that are watched, and what looking at them tells."""

import datetime
from pathlib import Path

import pytest

from tenu.errors import UnreadableSourceError
from tenu.fetch.looking import links_of, silence
from tenu.fetch.sources import Shape, minutes_in, read_sources, shipped_sources

DESCRIBED = """
publisher = "Conseil de Meridie"
rank = "official release"
licence = "libre"
every = "6h"
a_month = 4
[[outlet]]
url = "https://conseil.example/feed"
language = "fr"
shape = "feed"
take = '/fr/\\d+'
"""


def test_a_source_is_described_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "meridie.toml").write_text(DESCRIBED, "utf-8")

    (source,) = read_sources(tmp_path)

    assert (source.id, source.every, source.checked) == ("meridie", 360, False)
    assert source.outlets[0].shape is Shape.FEED
    assert source.outlets[0].take is not None


@pytest.mark.parametrize(
    ("line", "changed", "why"),
    [
        ('rank = "official release"', 'rank = "hearsay"', "hearsay"),
        ('every = "6h"', 'every = "often"', "rhythm"),
        ("a_month = 4", "", "a_month"),
        ("https://", "file://", "address"),
    ],
)
def test_a_source_that_does_not_fit_is_refused_with_the_reason(
    tmp_path: Path, line: str, changed: str, why: str
) -> None:
    (tmp_path / "meridie.toml").write_text(DESCRIBED.replace(line, changed), "utf-8")

    with pytest.raises(UnreadableSourceError, match=f"meridie.*{why}"):
        read_sources(tmp_path)


def test_the_shipped_sources_have_both_languages_and_are_marked_unchecked() -> None:
    sources = shipped_sources()

    languages = {outlet.language for source in sources for outlet in source.outlets}

    assert len(sources) > 25
    assert languages == {"en", "fr"}
    assert not any(source.checked for source in sources)


def test_the_links_of_a_page_are_whole_addresses_with_their_words() -> None:
    page = b'<a href="/fr/1">Le <b>conseil</b></a><a href="mailto:a@b.example">x</a><a href="http://[">y</a><a>z</a>'

    (link,) = links_of(page, "https://conseil.example/fr/")

    assert (link.url, link.title) == ("https://conseil.example/fr/1", "Le conseil")


def test_a_source_that_falls_silent_is_an_alarm(tmp_path: Path) -> None:
    (tmp_path / "meridie.toml").write_text(DESCRIBED, "utf-8")
    (source,) = read_sources(tmp_path)
    today = datetime.date(2025, 6, 1)
    busy = [today - datetime.timedelta(days=7 * n) for n in range(10)]
    silent = [today - datetime.timedelta(days=40 + n) for n in range(10)]

    assert silence(source, busy, today) is None
    assert "at least 4 were expected" in str(silence(source, silent, today))
    assert silence(source, [], today) is None


@pytest.mark.parametrize(("rhythm", "minutes"), [("15m", 15), ("6h", 360), ("1d", 1440)])
def test_a_rhythm_is_read_in_minutes(rhythm: str, minutes: int) -> None:
    assert minutes_in(rhythm) == minutes
