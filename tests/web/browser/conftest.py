"""One real browser for all tests of the pages as people use them, and a watch over everything that it asks for."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, sync_playwright

from tests.web.serving import Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 60_000  # a machine that others keep busy is slow, not wrong

Visit = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed; `apt-get install chromium` brings it")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture(scope="package")
def desk(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`tenu serve` over a copy of the sample dossier, as Nora."""
    ledger = tmp_path_factory.mktemp("desk") / "desk.db"
    shutil.copy(dossier, ledger)
    with Served(ledger) as site:
        yield site


@pytest.fixture(scope="package")
def inside(browser: Browser, desk: Served) -> Iterator[BrowserContext]:
    """A browser that was let in at the desk; each test opens its own page in it."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    context.new_page().goto(desk.address)
    yield context
    context.close()


@pytest.fixture
def page(inside: BrowserContext, desk: Served) -> Iterator[Page]:
    """A page at the desk, watched: no script of a stranger runs, nothing is asked for elsewhere, nothing breaks."""
    page = inside.new_page()
    with watched(page, desk.origin):
        yield page
    page.close()


@contextmanager
def watched(page: Page, origin: str) -> Iterator[list[str]]:
    """Watch a page; whatever it should not do fails the test at the end."""
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:", "about:", "blob:")):
            faults.append(f"asked: {request.url}")

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(f"stopped by the policy alone: {message.text}")

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", asked)
    page.on("console", said)
    page.on("popup", lambda popup: faults.append(f"opened: {popup.url}"))
    yield faults
    assert faults == []


def ready(page: Page, address: str) -> None:
    """Open a page of the review, and wait until it hears keys."""
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector(".card[aria-current]")


def settled(page: Page) -> None:
    """Wait until no decision waits in the browser."""
    page.wait_for_function("() => Object.keys(localStorage).every((key) => !key.startsWith('tenu.waiting.'))")


def document_of(page: Page, origin: str, words: str) -> str:
    """Give the address of the review of the document whose title holds some words."""
    page.goto(f"{origin}/review")
    link = page.locator(".document a", has_text=words).first
    return origin + (link.get_attribute("href") or "")


def reject(page: Page, reason: int = 1) -> None:
    """Reject the claim at hand for one of the reasons offered, and wait until that is on its way."""
    claim = page.locator(".card[aria-current]").get_attribute("data-id")
    page.keyboard.press("r")
    page.keyboard.press(str(reason))
    page.wait_for_selector(f"#c-{claim}[data-state=rejected]")
