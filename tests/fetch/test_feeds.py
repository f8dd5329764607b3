"""Feeds, sitemaps and web archives."""

import io
from pathlib import Path

import pytest

from tenu.errors import UnreadableSourceError
from tenu.fetch import Fetched, NotBrought, bring
from tenu.fetch.feeds import is_index, lists, read_list

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Conseil</title>
<item><title>Le conseil siège</title><link>https://conseil.example/1</link>
<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate>
<description>&lt;p&gt;Le conseil a siégé mardi à Valmont.&lt;/p&gt;</description></item>
<item><title>Sans texte</title><link>https://conseil.example/2</link></item></channel></rss>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://conseil.example/1</loc><lastmod>2025-03-04</lastmod></url>
<url><loc>file:///etc/passwd</loc></url></urlset>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><title>&b;</title></rss>'


def test_a_feed_lists_its_entries_with_titles_and_days() -> None:
    first, second = read_list(RSS.encode(), "feed")

    assert (first.url, first.title) == ("https://conseil.example/1", "Le conseil siège")
    assert first.published == "2025-03-04T09:00:00+00:00"
    assert second.page is None


def test_a_sitemap_lists_its_addresses_and_leaves_out_what_is_none() -> None:
    (entry,) = read_list(SITEMAP.encode(), "sitemap")

    assert (entry.url, entry.updated) == ("https://conseil.example/1", "2025-03-04")
    assert not is_index(SITEMAP.encode())


def test_a_page_is_no_list() -> None:
    assert not lists(b"<!DOCTYPE html><html><body>rss</body></html>")
    with pytest.raises(UnreadableSourceError, match="neither a feed"):
        read_list(b"<html></html>", "page")


def test_entities_of_its_own_make_a_feed_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="entities"):
        read_list(BOMB.encode(), "feed")


def test_a_feed_in_a_file_gives_its_entries_as_pages(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")

    (page,) = bring([str(tmp_path / "feed.xml")])

    assert isinstance(page, Fetched)
    assert (page.source, page.media_type) == ("https://conseil.example/1", "text/html")
    assert "Le conseil a siégé mardi à Valmont.".encode() in page.content


def archive_of(pages: dict[str, bytes]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    writer = WARCWriter(written, gzip=True)
    for url, content in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(content), http_headers=headers)
        )
    return written.getvalue()


def test_a_web_archive_gives_each_page_with_its_address(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(
        archive_of({"https://a.example/1": b"<p>Un</p>", "https://a.example/2": b"<p>Deux</p>"})
    )

    one, other = bring([str(tmp_path / "crawl.warc.gz")])

    assert isinstance(one, Fetched)
    assert isinstance(other, Fetched)
    assert (one.url, one.content, one.charset) == ("https://a.example/1", b"<p>Un</p>", "utf-8")
    assert other.content == b"<p>Deux</p>"


def test_an_archive_that_breaks_off_says_so_after_what_it_held(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(archive_of({"https://a.example/1": b"<p>Un</p>"})[:-60])

    found = list(bring([str(tmp_path / "crawl.warc.gz")]))

    assert isinstance(found[-1], NotBrought)


def test_a_page_of_an_archive_over_the_limit_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(
        archive_of({"https://a.example/1": b"a" * 5000, "https://a.example/2": b"<p>Deux</p>"})
    )

    large, small = bring([str(tmp_path / "crawl.warc")], limit=3000)

    assert isinstance(large, NotBrought)
    assert isinstance(small, Fetched)
