"""A published site: opened from its folder in a real browser, whole or not there, and no words of a document run."""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

from tenu.errors import UsageError
from tenu.ledger import Ledger, LinkKind
from tenu.publishing.site.folder import MARK, whole_folder
from tenu.publishing.site.writing import publish
from tenu.questions.scope import Scope
from tenu.record import Kind
from tests.questions.conftest import Desk, item

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
RUNS = "document.title='hacked'"
HOSTILE = f"<img src=x onerror={RUNS}></script><script>{RUNS}</script> will send 3 tents."
ON = Scope(date(2024, 6, 1))
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Site:
    """A folder that was published, the desk whose ledger it tells, and its pledge."""

    folder: Path
    desk: Desk
    pledge: str


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A promise with a need before it and a delivery after it, words that try to run, and a rejected claim."""
    folder = tmp_path_factory.mktemp("published")
    with Ledger.open(folder / "tenu.db") as ledger:
        desk = Desk(ledger)
        need = desk.keep(
            Kind.NEED, item("pumps", 40), to="Sarvène", status=None, text="La Sarvène a besoin de 40 pompes."
        )
        words = "Ardolie will give 30 pumps."
        pledge = desk.keep(Kind.PLEDGE, item("pumps", 30), donor="Ardolie", text=words, by="2024-03")
        came = desk.keep(Kind.DELIVERY, item("pumps", 10), donor="Ardolie", source="https://ardolie.example/a?b=<c>")
        desk.link(LinkKind.ANSWERS, pledge, need)
        desk.link(LinkKind.DELIVERS, came, pledge)
        desk.keep(Kind.PLEDGE, item("tents", 3), donor="<b>Norvelle</b>", text=HOSTILE, source="javascript:alert(1)")
        for before in ("", "Now: "):
            desk.keep(Kind.PLEDGE, item("tents", 3), text="Three tents.", before=before, source="twice.txt")
        desk.reject(desk.keep(Kind.PLEDGE, item("boats", 9), text="Nine boats of another river."))
        publish(ledger, folder / "site", ON, "Promises & <deeds>")
        yield Site(folder / "site", desk, pledge)


@pytest.fixture
def site(published: Site) -> Path:
    return published.folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed; `apt-get install chromium` brings it")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--headless"])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that is watched: it asks for nothing but files, and nothing in it breaks or runs."""
    opened = browser.new_page()
    asked: list[str] = []
    broken: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: broken.append(str(error)))
    opened.on("console", lambda message: broken.append(message.text))
    yield opened
    assert not broken
    assert [url for url in asked if not url.startswith("file://")] == []
    assert "hacked" not in opened.title()
    opened.close()


def test_the_front_page_leads_from_a_promise_to_its_chain_and_its_sources(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.click("text=English")
    page.click("tbody a:has-text('pumps')")

    told = page.inner_text("main")
    assert "Part of it came" in told
    steps = page.locator(".chain blockquote").all_inner_texts()
    assert steps[:2] == ["La Sarvène a besoin de 40 pompes.", "Ardolie will give 30 pumps."]
    assert page.get_attribute(".chain a[rel=noreferrer]", "href") == "https://ardolie.example/a?b=<c>"


def test_search_finds_words_without_their_accents_and_by_their_beginning(site: Path, page: Page) -> None:
    page.goto((site / "fr" / "search.html").as_uri())

    page.fill("#words", "sarvene pomp")

    assert page.inner_text("#told") == "1 passages"
    assert "Besoin" in page.inner_text("#found")
    page.click("#found a")
    assert "La Sarvène a besoin de 40 pompes." in page.inner_text("main")


def test_words_of_a_document_are_shown_and_never_run(site: Path, page: Page) -> None:
    for name in ("index.html", "search.html", "corrections.html"):
        page.goto((site / "en" / name).as_uri())
        assert page.title().endswith("Promises & <deeds>")
    page.goto((site / "en" / "search.html").as_uri())
    page.fill("#words", "tents send")

    page.click("#found a")

    assert HOSTILE in page.inner_text(".chain")
    assert "<b>Norvelle</b>" in page.inner_text("h1")
    assert page.locator("a[href^=javascript]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_have_no_barrier_that_a_machine_can_find(published: Site, browser: Browser, scheme: str) -> None:
    opened = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    for name in (
        "index.html",
        f"matters/m{published.pledge}.html",
        "search.html",
        "corrections.html",
        "downloads.html",
    ):
        opened.goto((published.folder / "fr" / name).as_uri())
        assert Axe().run(opened).response["violations"] == [], name
    opened.close()


def test_no_page_holds_a_script_a_style_or_an_outside_address_of_its_own(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = html.fromstring(path.read_bytes())
        assert page.xpath("//style | //script[not(starts-with(@src, '../assets/'))]") == [], path
        assert page.xpath("//@*[name() = 'style' or starts-with(name(), 'on')]") == [], path
        assert page.xpath("//*[self::img or self::link or self::source or self::script]/@*[contains(., '//')]") == [], (
            path
        )


def test_every_link_within_the_site_leads_to_a_file(site: Path) -> None:
    for path in site.rglob("*.html"):
        for address in re.findall(r'(?:href|src|srcset)="([^"#]+)"', path.read_text("utf-8")):
            if "://" not in address:
                assert (path.parent / address).resolve().is_file(), (path, address)


def test_what_people_rejected_stands_in_the_corrections_alone(site: Path) -> None:
    told = (site / "en" / "corrections.html").read_text("utf-8")
    with (site / "downloads" / "record.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    assert "Nine boats of another river." in told
    assert "twice.txt" in told
    assert "Ana" not in told
    assert len(rows) == 5
    assert not any("boats" in (row["evidence"] or "") for row in rows)


def test_the_feed_tells_changes_the_newest_first(site: Path) -> None:
    entries = ElementTree.parse(site / "fr" / "feed.xml").getroot().findall(f"{ATOM}entry")  # noqa: S314
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]

    assert (titles[0] or "").startswith("Un énoncé a été rejeté")
    assert "Changé : twice.txt" in titles
    assert all(entry.findtext(f"{ATOM}updated") and entry.findtext(f"{ATOM}id") for entry in entries)


def test_a_site_takes_the_place_of_the_one_before_and_of_nothing_else(published: Site, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(published.folder, site)
    (site / "en" / "old.html").write_text("of the last time")
    other = tmp_path / "letters"
    other.mkdir()
    (other / "mine.txt").write_text("dear")

    publish(published.desk.ledger, site, ON, "Again")
    with pytest.raises(UsageError, match="holds something else"):
        publish(published.desk.ledger, other, ON, "Again")

    assert not (site / "en" / "old.html").exists()
    assert [path.name for path in other.iterdir()] == ["mine.txt"]
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"site", "letters"}


def test_what_breaks_half_way_leaves_the_old_site_and_nothing_beside_it(site: Path) -> None:
    before = sorted(path.name for path in site.rglob("*"))

    with pytest.raises(KeyboardInterrupt):
        _break_half_way(site)

    assert sorted(path.name for path in site.rglob("*")) == before
    assert (site / MARK).exists()
    assert [path for path in site.parent.iterdir() if path.name.startswith(".")] == []


def _break_half_way(site: Path) -> None:
    with whole_folder(site) as folder:
        (folder / "half.html").write_text("half")
        raise KeyboardInterrupt
