"""A real browser, let in at two ledgers: the sample dossier, and one in which every field is hostile."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.web.browse.hostile import hostile_ledger
from tests.web.serving import Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
PATIENCE = 60_000  # milliseconds; a machine that others keep busy is slow, not wrong


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed; `apt-get install chromium` brings it")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture(scope="package")
def archive(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`tenu serve` over a copy of the sample dossier."""
    ledger = tmp_path_factory.mktemp("archive") / "archive.db"
    shutil.copy(dossier, ledger)
    with Served(ledger, token_file=ledger.with_name("token")) as site:
        yield site


@pytest.fixture(scope="package")
def inside(browser: Browser, archive: Served) -> Iterator[BrowserContext]:
    """A browser that was let in at the archive."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    context.new_page().goto(archive.address)
    yield context
    context.close()


@pytest.fixture(scope="package")
def reader(inside: BrowserContext, archive: Served) -> Iterator[httpx.Client]:
    """The same browser's cookies in a client without scripts."""
    cookies = {cookie["name"]: cookie["value"] for cookie in inside.cookies()}
    with httpx.Client(base_url=archive.origin, cookies=cookies, timeout=60) as client:
        yield client


@pytest.fixture(scope="package")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`tenu serve` over a ledger of hostile words."""
    with Served(hostile_ledger(tmp_path_factory.mktemp("trap") / "trap.db"), who="<b>Nora</b>") as site:
        yield site
