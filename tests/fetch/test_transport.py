"""Pages from the web: real servers on this machine, reached by the setting that only tests use."""

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fetch.site import Site, served

from tenu.fetch import Fetched, NotBrought, Unchanged, bring
from tenu.fetch.looking import Look, look
from tenu.fetch.sources import Outlet, Shape
from tenu.fetch.transport import Web
from tenu.flow import Hints, take_in
from tenu.ledger import Ledger

HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as told:
        yield told


@pytest.fixture
def web() -> Web:
    return Web(pause=0.0, loopback=True, seconds=5.0)


def reason(brought: object) -> str:
    assert isinstance(brought, NotBrought)
    return str(brought.error)


def test_a_page_is_brought_with_its_type_charset_and_marks(site: Site, web: Web) -> None:
    site.replies["/a"] = (200, {**HTML, "ETag": '"1"', "Last-Modified": "Tue, 04 Mar 2025 09:00:00 GMT"}, b"<p>Bon</p>")

    (fetched,) = bring([site.url("/a")], web=web)

    assert isinstance(fetched, Fetched)
    assert (fetched.content, fetched.media_type, fetched.charset) == (b"<p>Bon</p>", "text/html", "iso-8859-1")
    assert (fetched.etag, fetched.last_modified) == ('"1"', "Tue, 04 Mar 2025 09:00:00 GMT")
    assert fetched.url == site.url("/a")


def test_a_page_that_has_not_changed_is_not_brought_again(site: Site, web: Web) -> None:
    site.replies["/a"] = lambda asked: (304 if asked.headers["If-None-Match"] == '"1"' else 200, {}, b"")

    answer = web.ask(site.url("/a"), etag='"1"')

    assert isinstance(answer, Unchanged)


def test_without_the_setting_this_machine_is_out_of_reach(site: Site) -> None:
    web = Web(pause=0.0)

    for host in ("127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):  # noqa: S104 - asked, not bound
        assert "no public address" in reason(web.bring(site.url("/a", host)))

    assert site.asked == []


def test_a_name_is_resolved_once_and_the_checked_address_is_connected_to(site: Site) -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]]
    site.replies["/a"] = (200, HTML, b"Bon")
    web = Web(pause=0.0, loopback=True, robots=False, resolver=lambda host, port: answers.pop(0))  # noqa: ARG005

    fetched = web.bring(site.url("/a", "rebinds.example"))

    assert isinstance(fetched, Fetched)
    assert len(answers) == 2
    assert site.headers[0]["Host"] == f"rebinds.example:{site.port}"


def test_a_name_that_comes_to_lead_inside_is_refused_the_next_time(site: Site) -> None:
    answers = [["127.0.0.1"], ["192.168.1.1"]]
    site.replies["/a"] = (302, {"Location": "/b"}, b"")
    web = Web(pause=0.0, loopback=True, robots=False, resolver=lambda host, port: answers.pop(0))  # noqa: ARG005

    refused = web.bring(site.url("/a", "rebinds.example"))

    assert "192.168.1.1" in reason(refused)


def test_a_name_with_one_inner_address_among_others_is_refused() -> None:
    web = Web(pause=0.0, resolver=lambda host, port: ["93.184.216.34", "10.0.0.1"])  # noqa: ARG005

    assert "10.0.0.1" in reason(web.bring("http://mixed.example/"))


def test_a_redirect_to_the_inside_is_refused(site: Site, web: Web) -> None:
    site.replies["/a"] = (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b"")

    assert "169.254.169.254" in reason(web.bring(site.url("/a")))


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://u:p@a.example/"]
)
def test_a_redirect_to_anything_but_a_page_is_refused(site: Site, web: Web, target: str) -> None:
    site.replies["/a"] = (301, {"Location": target}, b"")

    assert "not fetched" in reason(web.bring(site.url("/a")))


def test_five_redirects_are_followed_and_a_sixth_is_not(site: Site, web: Web) -> None:
    for n in range(6):
        site.replies[f"/{n}"] = (302, {"Location": f"/{n + 1}"}, b"")
    site.replies["/6"] = (200, HTML, b"Bon")

    assert isinstance(web.bring(site.url("/1")), Fetched)
    assert "more than 5 times" in reason(web.bring(site.url("/0")))


def test_what_robots_txt_closes_is_not_brought(site: Site, web: Web) -> None:
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /closed\n")
    site.replies["/open"] = site.replies["/closed/a"] = (200, HTML, b"Bon")

    assert "robots.txt" in reason(web.bring(site.url("/closed/a")))
    assert isinstance(web.bring(site.url("/open")), Fetched)
    assert site.asked == ["/robots.txt", "/open"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, web: Web) -> None:
    site.replies["/robots.txt"] = (404, {}, b"")
    site.replies["/a"] = (200, HTML, b"Bon")

    assert isinstance(web.bring(site.url("/a")), Fetched)


def test_a_body_over_the_limit_is_refused_packed_or_not(site: Site) -> None:
    web = Web(limit=100_000, pause=0.0, loopback=True)
    site.replies["/long"] = (200, HTML, b"a" * 200_000)
    site.replies["/bomb"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 50_000_000))

    assert "larger than the limit" in reason(web.bring(site.url("/long")))
    assert "larger than the limit" in reason(web.bring(site.url("/bomb")))


def test_a_host_that_says_later_is_asked_again_after_the_time_it_names(site: Site) -> None:
    waits: list[float] = []
    replies = [(503, {"Retry-After": "7"}, b""), (429, {}, b""), (200, HTML, b"Bon")]
    site.replies["/a"] = lambda asked: replies.pop(0)  # noqa: ARG005
    web = Web(pause=0.0, loopback=True, robots=False, sleep=waits.append)

    assert isinstance(web.bring(site.url("/a")), Fetched)
    assert waits == [7.0, 2.0]


def test_two_requests_to_one_host_keep_its_pace(site: Site) -> None:
    waits: list[float] = []
    site.replies["/a"] = (200, HTML, b"Bon")
    web = Web(pause=3.0, loopback=True, robots=False, sleep=waits.append)

    web.bring(site.url("/a"))
    web.bring(site.url("/a"))

    assert len(waits) == 1
    assert 2.0 < waits[0] <= 3.0


RSS = b"""<rss version="2.0"><channel><item><title>Un</title><link>https://conseil.example/fr/1#haut</link></item>
<item><title>Autre</title><link>https://conseil.example/en/1</link></item></channel></rss>"""


def test_an_outlet_lists_the_addresses_it_takes_and_is_asked_again_by_its_marks(site: Site, web: Web) -> None:
    site.replies["/feed"] = lambda asked: (
        (304, {}, b"") if asked.headers["If-None-Match"] else (200, {"ETag": '"1"'}, RSS)
    )
    outlet = Outlet(site.url("/feed"), "fr", Shape.FEED, re.compile("/fr/"))

    first = look(outlet, web)
    assert isinstance(first, Look)
    again = look(outlet, web, etag=first.etag)

    assert [listed.url for listed in first.listed] == ["https://conseil.example/fr/1"]
    assert isinstance(again, Unchanged)


def test_an_outlet_that_lists_nothing_is_no_empty_success(site: Site, web: Web) -> None:
    site.replies["/page"] = (200, HTML, b"<html><body><a href='/autre'>Autre</a></body></html>")

    seen = look(Outlet(site.url("/page"), "fr", Shape.PAGE, re.compile("/communique/")), web)

    assert "layout may have changed" in reason(seen)


def test_a_sitemap_of_sitemaps_gives_the_addresses_of_the_newest(site: Site, web: Web) -> None:
    index = "".join(
        f"<sitemap><loc>{site.url(f'/{n}.xml')}</loc><lastmod>2025-0{n}-01</lastmod></sitemap>" for n in range(1, 6)
    )
    site.replies["/index.xml"] = (200, {}, f"<sitemapindex>{index}</sitemapindex>".encode())
    for n in range(1, 6):
        site.replies[f"/{n}.xml"] = (200, {}, f"<urlset><url><loc>https://a.example/{n}</loc></url></urlset>".encode())

    seen = look(Outlet(site.url("/index.xml"), "fr", Shape.SITEMAP), web)

    assert isinstance(seen, Look)
    assert [listed.url for listed in seen.listed] == [
        "https://a.example/5",
        "https://a.example/4",
        "https://a.example/3",
    ]


def test_a_page_that_is_gone_is_told_from_one_that_fails(site: Site, web: Web) -> None:
    site.replies["/gone"] = (410, {}, b"")
    site.replies["/shut"] = (403, {}, b"")

    gone, shut = web.bring(site.url("/gone")), web.bring(site.url("/shut"))

    assert isinstance(gone, NotBrought)
    assert isinstance(shut, NotBrought)
    assert (gone.gone, shut.gone) == (True, False)


def test_a_host_that_does_not_answer_is_named(web: Web) -> None:
    assert "does not answer" in reason(web.bring("http://127.0.0.1:9/"))


def test_pages_go_through_the_proxy_that_the_environment_names(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url(""))
    site.replies["http://page.example/a"] = (200, HTML, b"Bon")
    web = Web(pause=0.0, robots=False)

    fetched = web.bring("http://page.example/a")

    assert isinstance(fetched, Fetched)
    assert fetched.content == b"Bon"


def test_an_inner_address_is_refused_before_a_proxy_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url(""))
    web = Web(pause=0.0, robots=False)

    assert "no public address" in reason(web.bring("http://169.254.169.254/latest"))
    assert site.asked == []


def test_a_certificate_is_checked_against_the_name_and_not_the_address(tmp_path: Path) -> None:
    server, port = secure_server(tmp_path)
    web = Web(
        pause=0.0,
        loopback=True,
        robots=False,
        ca_certs=str(tmp_path / "cert.pem"),
        resolver=lambda host, port: ["127.0.0.1"],  # noqa: ARG005
    )

    try:
        right = web.bring(f"https://page.example:{port}/cert.pem")
        wrong = web.bring(f"https://other.example:{port}/cert.pem")
    finally:
        server.kill()
        server.wait()

    assert isinstance(right, Fetched)
    assert "certificate" in reason(wrong).lower() or "hostname" in reason(wrong).lower()


SERVER = """
import functools, http.server, ssl, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1] + "/cert.pem", sys.argv[1] + "/key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


def secure_server(folder: Path) -> tuple[subprocess.Popen[str], int]:
    """Serve a folder over TLS with a certificate for page.example."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=page.example",
         "-addext", "subjectAltName=DNS:page.example", "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert server.stdout is not None
    return server, int(server.stdout.readline())


def test_a_name_that_rebinds_is_read_from_the_address_that_was_checked_all_the_way_into_the_ledger(
    site: Site, tmp_path: Path
) -> None:
    site.replies["/a"] = (200, HTML, b"<html><body><p>La Norvege a livre dix ambulances.</p></body></html>")
    answers = [["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]]
    web = Web(pause=0.0, loopback=True, resolver=lambda host, port: answers.pop(0))  # noqa: ARG005
    address = site.url("/a", "rebinds.example")

    with Ledger.open(tmp_path / "tenu.db") as ledger:
        (brought,) = take_in([address], ledger, "Ana", Hints(), web)
        (refused,) = take_in([address], ledger, "Ana", Hints(), web)
        documents = ledger.documents().entries

    assert brought.kept is not None
    assert "10.0.0.1, which is no public address" in str(refused.refused)
    assert [document.source for document in documents] == [address]
