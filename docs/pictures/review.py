"""Take the pictures of the review for the front page: the sample dossier, a few claims judged, light, dark, small.

Run it from the project's folder with chromium installed: `PYTHONPATH=. .venv/bin/python docs/pictures/review.py`.
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from tests.web.browser.conftest import FLAGS, document_of, ready, reject, settled
from tests.web.serving import Served

from tenu.cli.options import Format
from tenu.cli.showcase import run_demo

HERE = Path(__file__).parent
WIDE = ViewportSize(width=1280, height=760)
PHONE = ViewportSize(width=390, height=760)


def main() -> None:
    """Judge a few claims as a person would, and take the pictures on the way."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "demo.db"
        run_demo(str(ledger), Format.JSONL)
        with Served(ledger, "Nora") as site, sync_playwright() as playwright:
            chromium = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            _take(browser, site)
            browser.close()


def _take(browser: Browser, site: Served) -> None:
    page = browser.new_context(locale="en-GB", viewport=WIDE).new_page()
    page.goto(site.address)
    page.get_by_role("button", name="Look for claims that belong together").press("Enter")
    page.wait_for_load_state("networkidle")
    review = document_of(page, site.origin, "35 génératrices")
    ready(page, review)
    page.keyboard.press("a")
    page.keyboard.press("a")
    reject(page)
    settled(page)
    page.wait_for_selector(".slot .offers, .slot .rule")
    _picture(page, "review-light.png")
    page.emulate_media(color_scheme="dark")
    _picture(page, "review-dark.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    ready(page, review)
    page.wait_for_selector(".slot .rule")
    _picture(page, "review-phone.png")


def _picture(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.screenshot(path=HERE / name)


if __name__ == "__main__":
    main()
