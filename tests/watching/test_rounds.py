"""Rounds over a publisher's list, with a real server, a real reading and a real ledger."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fetch.site import Site, served

from tenu.fetch.sources import Outlet, Rank, Shape, Source
from tenu.fetch.transport import Web
from tenu.ledger import Ledger
from tenu.watching import NewsKind, Watcher, health, watch_once
from tenu.watching.news import News

NOW = datetime.datetime(2025, 3, 6, 12, tzinfo=datetime.UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as told:
        told.replies["/feed"] = feed_of(told, 1, 2)
        for number in (1, 2, 3):
            told.replies[f"/{number}"] = (200, HTML, page(number))
        yield told


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    with Ledger.open(tmp_path / "tenu.db") as ledger:
        yield Watcher(ledger, Web(pause=0.0, loopback=True, seconds=5.0), "Ana", clock=lambda: NOW)


def page(number: int, millions: int = 12, more: str = "") -> bytes:
    return (
        f"<html lang='en'><head><title>Norway sends aid, part {number}</title></head><body><main>"
        f"<h1>Norway sends aid, part {number}</h1><p>4 March 2025</p>"
        f"<p>Norway will provide EUR {millions} million to Ukraine for the hospitals of the region.</p>"
        f"<p>The ministers of both countries will meet in Oslo on 9 June.</p>{more}</main></body></html>"
    ).encode()


def feed_of(site: Site, *numbers: int) -> tuple[int, dict[str, str], bytes]:
    day = "<pubDate>Tue, 04 Mar 2025 09:00:00 GMT</pubDate>"
    entries = "".join(f"<item><title>Part {n}</title><link>{site.url(f'/{n}')}</link>{day}</item>" for n in numbers)
    return 200, {}, f"<rss version='2.0'><channel>{entries}</channel></rss>".encode()


def source(site: Site, shape: Shape = Shape.FEED, path: str = "/feed", a_month: int = 1) -> Source:
    outlet = Outlet(site.url(path), "en", shape, re.compile(r"/\d+$"))
    return Source("norway", "Government of Norway", Rank.RELEASE, "", 60, a_month, True, (outlet,))


def looked(watcher: Watcher, *sources: Source, hours: int = 0) -> list[News]:
    later = replace(watcher, clock=lambda: NOW + datetime.timedelta(hours=hours))
    return list(watch_once(later, sources))


def kinds(news: list[News]) -> list[str]:
    return [str(one.kind) for one in news]


def test_the_first_look_brings_everything_and_the_second_only_what_is_new(site: Site, watcher: Watcher) -> None:
    first = looked(watcher, source(site))
    site.replies["/feed"] = feed_of(site, 3, 1, 2)
    second = looked(watcher, source(site), hours=1)

    assert kinds(first) == ["new", "new"]
    assert [(one.kind, one.url) for one in second] == [(NewsKind.NEW, site.url("/3"))]
    assert watcher.ledger.count()[0] == 3
    assert first[0].claims > 0


def test_a_page_that_changed_is_kept_as_a_version_and_what_changed_is_told(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))
    site.replies["/1"] = (200, HTML, page(1, millions=9))

    (news,) = looked(watcher, source(site), hours=1)

    assert (news.kind, news.version, news.told) == (NewsKind.CHANGED, 2, "1 paragraph changed")
    assert news.changes[0].words == (("12", "9"),)
    assert not news.is_alarm


def test_other_bytes_around_the_same_text_are_no_version(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))
    site.replies["/1"] = (200, HTML, page(1, more="<form><input type=hidden value=73f1></form>"))

    assert looked(watcher, source(site), hours=1) == []
    assert len(watcher.ledger.document(site.url("/1")).versions) == 1


def test_a_page_whose_date_line_alone_changed_is_told_so(site: Site, watcher: Watcher) -> None:
    dated = page(1).replace(b"<p>4 March 2025</p>", b"<p>4 March 2025</p><p>Last updated: 5 March 2025 10:00</p>")
    site.replies["/1"] = (200, HTML, dated)
    looked(watcher, source(site))
    site.replies["/1"] = (200, HTML, dated.replace(b"10:00", b"16:30"))

    (news,) = looked(watcher, source(site), hours=1)

    assert (news.kind, news.told) == (NewsKind.DATED, "only its dates changed")


def test_a_page_that_is_gone_is_told_once_and_stays_in_the_ledger(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))
    site.replies["/2"] = (410, {}, b"")

    gone = looked(watcher, source(site), hours=1)

    assert [(one.kind, one.url) for one in gone] == [(NewsKind.GONE, site.url("/2"))]
    assert looked(watcher, source(site), hours=2) == []
    assert watcher.ledger.count()[0] == 2


def test_pages_are_asked_again_by_their_marks(site: Site, watcher: Watcher) -> None:
    site.replies["/1"] = lambda asked: (
        (304, {}, b"") if asked.headers["If-None-Match"] == '"a"' else (200, {**HTML, "ETag": '"a"'}, page(1))
    )
    looked(watcher, source(site))
    before = len(site.asked)

    assert looked(watcher, source(site), hours=1) == []
    assert "/1" in site.asked[before:]


def test_a_source_that_is_not_due_is_left_alone(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))
    before = len(site.asked)
    still = replace(watcher, clock=lambda: NOW + datetime.timedelta(minutes=59))

    assert list(watch_once(still, [source(site)])) == []
    assert len(site.asked) == before


def test_a_list_whose_layout_changed_is_an_alarm_and_no_empty_success(site: Site, watcher: Watcher) -> None:
    site.replies["/press"] = (200, HTML, b"<html><body><a href='/1'>Aid</a></body></html>")
    watched = source(site, Shape.PAGE, "/press")
    looked(watcher, watched)
    site.replies["/press"] = (200, HTML, b"<html><body><div id='app'></div></body></html>")

    (news,) = looked(watcher, watched, hours=1)
    (state,) = health(watcher.ledger, [watched], NOW.date())

    assert news.kind is NewsKind.FAILING
    assert news.is_alarm
    assert "layout may have changed" in news.told
    assert "last answered well on 2025-03-06 12:00" in news.told
    assert state.state == "failing"


def test_a_list_that_is_well_again_is_no_alarm_any_more(site: Site, watcher: Watcher) -> None:
    site.replies["/feed"] = (403, {}, b"")
    assert kinds(looked(watcher, source(site))) == ["failing"]
    site.replies["/feed"] = feed_of(site, 1)

    assert kinds(looked(watcher, source(site), hours=1)) == ["new"]
    (state,) = health(watcher.ledger, [source(site)], NOW.date())
    assert (state.state, state.in_a_month) == ("well", 1)
    assert watcher.ledger.verify().sound


def test_a_source_that_falls_silent_is_an_alarm(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))

    news = looked(watcher, source(site, a_month=4), hours=24 * 45)

    assert kinds(news) == ["silent"]
    assert "published 0 documents in 30 days, at least 4 were expected" in news[0].told


def test_a_page_that_lost_its_text_is_an_alarm_and_no_empty_statement(site: Site, watcher: Watcher) -> None:
    looked(watcher, source(site))
    site.replies["/1"] = (200, HTML, b"<html><body><main><script>app()</script></main></body></html>")

    (news,) = looked(watcher, source(site), hours=1)

    assert (news.kind, news.is_alarm) == (NewsKind.EMPTIED, True)
    assert watcher.ledger.document(site.url("/1")).claims > 0


def test_one_page_that_cannot_be_read_never_stops_the_rest(site: Site, watcher: Watcher) -> None:
    site.replies["/1"] = (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 broken")

    assert sorted(kinds(looked(watcher, source(site)))) == ["new", "unread"]
    assert looked(watcher, source(site), hours=1) == []


def test_a_round_ends_between_two_documents_when_it_is_asked_to(site: Site, watcher: Watcher) -> None:
    asked = iter([False, False, True])
    stopped = replace(watcher, stopped=lambda: next(asked))

    assert kinds(list(watch_once(stopped, [source(site)]))) == ["new"]
    assert kinds(looked(watcher, source(site), hours=1)) == ["new"]


def test_a_long_list_is_brought_over_several_rounds(site: Site, watcher: Watcher) -> None:
    few = replace(watcher, most=1)

    assert [one.url for one in looked(few, source(site))] == [site.url("/1")]
    assert [one.url for one in looked(few, source(site), hours=1)] == [site.url("/2")]
