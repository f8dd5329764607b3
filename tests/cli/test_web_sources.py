"""`tenu read https://…`, `tenu watch` and `tenu sources` as a person types them, with real servers on this machine."""

import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Tenu
from tests.fetch.site import Site, served

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = (
    "<html lang='fr'><head><title>La Norvège promet une aide</title></head><body><main>"
    "<h1>La Norvège promet une aide</h1><p>4 mars 2025</p>"
    "<p>La Norvège a promis 12 millions d’euros à l’Ukraine pour les hôpitaux de la région.</p></main></body></html>"
).encode()
SOURCE = """
publisher = "Gouvernement de Norvège"
rank = "official release"
licence = "libre"
every = "1h"
a_month = 0
[[outlet]]
url = "{url}"
language = "fr"
shape = "page"
take = '/\\d+$'
"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("TENU_TEST_LOOPBACK", "1")
    with served() as told:
        told.replies["/1"] = told.replies["/2"] = (200, HTML, PAGE)
        told.replies["/liste"] = (200, HTML, b"<html><body><a href='/1'>Un</a><a href='/2'>Deux</a></body></html>")
        yield told


def described(folder: Path, site: Site, path: str = "/liste") -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "norvege.toml").write_text(SOURCE.format(url=site.url(path)), "utf-8")


def test_a_page_of_the_web_is_read_and_kept_under_its_address(tenu: Tenu, site: Site) -> None:
    site.replies["/ancienne"] = (301, {"Location": "/1"}, b"")

    read = tenu("read", site.url("/ancienne"))
    shown = tenu("show", site.url("/ancienne"))

    assert (read.returncode, shown.returncode) == (0, 0)
    assert "12,000,000" in read.stdout
    assert "La Norvège promet une aide" in shown.stdout
    assert site.asked == ["/robots.txt", "/ancienne", "/1"]


def test_this_machine_is_out_of_reach_without_the_tests_setting(
    tenu: Tenu, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TENU_TEST_LOOPBACK")

    read = tenu("read", site.url("/1"), "--no-keep")

    assert read.returncode == 1
    assert "no public address" in read.stderr
    assert site.asked == []


def test_what_may_not_be_had_is_told_in_a_sentence_and_the_rest_is_read(tenu: Tenu, site: Site) -> None:
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /ferme\n")
    site.replies["/dedans"] = (302, {"Location": "http://169.254.169.254/latest"}, b"")
    site.replies["/bombe"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 60_000_000))
    names = ["/ferme/1", "/dedans", "/bombe", "/nulle-part", "/1"]

    read = tenu("read", *map(site.url, names), "--no-keep")

    assert read.returncode == 1
    sentences = [
        "robots.txt",
        "169.254.169.254, which is no public address",
        "limit of 20 MB",
        "HTTP 404",
        "1 read, 4 could",
    ]
    assert [sentence for sentence in sentences if sentence not in read.stderr] == []
    assert "Traceback" not in read.stderr
    assert "12,000,000" in read.stdout


def test_a_page_is_read_through_the_proxy_of_the_environment(
    tenu: Tenu, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TENU_TEST_LOOPBACK")
    monkeypatch.setenv("http_proxy", site.url(""))
    site.replies["http://norvege.example/1"] = (200, HTML, PAGE)

    read = tenu("read", "http://norvege.example/1", "--no-keep")

    assert read.returncode == 0, read.stderr
    assert "12,000,000" in read.stdout


def test_a_watched_source_tells_what_is_new_then_what_changed_then_that_it_fails(
    tenu: Tenu, site: Site, tmp_path: Path
) -> None:
    described(tmp_path, site)

    new = tenu("watch", "--no-shipped")
    soon = tenu("watch", "--no-shipped")
    site.replies["/2"] = (200, HTML, PAGE.replace(b"12 millions", b"9 millions"))
    changed = tenu("watch", "--no-shipped", "norvege")
    site.replies["/liste"] = (200, HTML, b"<html><body><div id='app'></div></body></html>")
    failing = tenu("watch", "--no-shipped", "--all", "--format", "json")
    listed = tenu("sources", "--no-shipped")

    assert (new.returncode, new.stdout.count("+ new")) == (0, 2)
    assert "None of 1 sources was due" in soon.stdout
    assert (changed.returncode, "[12 → 9]" in changed.stdout) == (0, True)
    assert (failing.returncode, '"kind":"failing"' in failing.stdout) == (1, True)
    assert "failing" in listed.stdout
    assert "layout may have changed" in listed.stdout


def test_watching_for_ever_ends_cleanly_between_two_documents(site: Site, tmp_path: Path, tenu: Tenu) -> None:
    described(tmp_path, site)
    watching = subprocess.Popen(
        [sys.executable, "-m", "tenu", "watch", "--no-shipped", "--every", "15m", "--format", "json"],
        cwd=tmp_path, env=os.environ.copy(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert watching.stdout is not None
    first = watching.stdout.readline()

    watching.send_signal(signal.SIGTERM)
    rest, errors = watching.communicate(timeout=60)

    assert b'"kind":"new"' in first
    assert (watching.returncode, errors) == (0, b"")
    assert tenu("verify").returncode == 0
    assert tenu("list", "--documents").stdout.count("La Norvège promet") == 1 + rest.count(b'"kind":"new"')


def test_the_shipped_sources_are_listed_and_a_source_of_ones_own_is_shown_how_to_write(
    tenu: Tenu, tmp_path: Path
) -> None:
    listed, example = tenu("sources"), tenu("sources", "--example")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "meridie.toml").write_text(example.stdout, "utf-8")
    own = tenu("sources", "--no-shipped")

    assert "fr-diplomatie*" in listed.stdout
    assert "Government of Meridie" in own.stdout
    assert not (tmp_path / "tenu.db").exists()


def test_a_source_that_is_not_there_and_a_rhythm_that_is_none_are_refused(tenu: Tenu) -> None:
    unknown, often = tenu("watch", "nowhere"), tenu("watch", "--every", "often")

    assert (unknown.returncode, often.returncode) == (2, 2)
    assert "there is no source nowhere" in unknown.stderr
    assert "write 15m, 6h or 1d" in often.stderr
