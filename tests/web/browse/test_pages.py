"""The pages in a real browser: every page in both looks, at phone width, in French, and over hostile words."""

import json
from collections.abc import Iterator

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

from tests.web.browse.conftest import PATIENCE
from tests.web.serving import Served

ASKED = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def addresses(client: httpx.Client) -> list[str]:
    """Give the address of each kind of page, over records that the ledger holds."""
    claims = client.get("/api/v1/claims?kind=pledge&limit=3").json()["entries"]
    matters = client.get("/api/v1/matters?limit=50").json()["entries"]
    chained = next((one["id"] for one in matters if one["related"]), matters[0]["id"] if matters else claims[0]["id"])
    document, claim = claims[0]["document"], claims[0]["id"]
    return [
        "/ledger?kind=pledge&status=done",
        "/ledger?q=nothingatall",
        "/ledger/documents",
        "/ledger/matters",
        "/ledger/sources",
        "/ledger/sources/nato",
        f"/ledger/claims/{claim}",
        f"/ledger/matters/{chained}",
        f"/ledger/documents/{document}",
        f"/ledger/documents/{document}/changes",
        "/ledger/actor?name=Kestria",
        f"/ledger/these?ids={claim}",
        "/figures/promised?by=month",
        "/figures/open",
        "/figures/agenda?since=2026-05-01",
        "/figures/timeline",
        "/figures/meetings",
        "/api",
    ]


@pytest.fixture
def page(inside: BrowserContext) -> Iterator[Page]:
    """A page at the archive."""
    page = inside.new_page()
    yield page
    page.close()


def watch(page: Page, origin: str) -> list[str]:
    """Give a list that whatever a page should not do is added to."""
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def asked(request: Request) -> None:
        if not request.url.startswith(f"{origin}/"):
            faults.append(f"asked: {request.url}")

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(f"stopped by the policy alone: {message.text}")

    page.on("dialog", refuse)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", asked)
    page.on("console", said)
    return faults


def faults_of(page: Page) -> list[str]:
    found = Axe().run(page, options=ASKED).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def too_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_can_be_used_by_everybody_and_asks_for_nothing_elsewhere(
    page: Page, archive: Served, reader: httpx.Client, look: str
) -> None:
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    told = watch(page, archive.origin)

    faults = {}
    for address in addresses(reader):
        answer = page.goto(archive.origin + address)
        assert answer is not None
        assert answer.status == 200, address
        faults[address] = faults_of(page)

    assert {address: found for address, found in faults.items() if found} == {}
    assert told == []


def test_no_page_is_wider_than_a_phone(page: Page, archive: Served, reader: httpx.Client) -> None:
    page.set_viewport_size({"width": 360, "height": 780})

    wide = []
    for address in addresses(reader):
        page.goto(archive.origin + address)
        if too_wide(page):
            wide.append(address)

    assert wide == []


def test_the_pages_speak_french(browser: Browser, archive: Served, inside: BrowserContext) -> None:
    context = browser.new_context(locale="fr-FR", storage_state=inside.storage_state())
    context.set_default_timeout(PATIENCE)
    page = context.new_page()

    page.goto(f"{archive.origin}/figures/open")

    assert page.locator("h1").inner_text() == "Promesses ouvertes"
    page.goto(f"{archive.origin}/figures/open/chart.svg")
    assert "restent ouvertes" in (page.locator("svg").first.get_attribute("aria-label") or "")
    context.close()


def test_a_search_is_typed_sent_and_stands_in_the_address(page: Page, archive: Served) -> None:
    page.goto(f"{archive.origin}/ledger")

    page.get_by_label("Words, “phrases”").fill("generators")
    page.get_by_label("Kind").select_option("pledge")
    page.get_by_role("button", name="Search").click()

    page.wait_for_url("**q=generators**")
    assert "kind=pledge" in page.url
    assert page.locator(".line").count() > 0


def test_hostile_words_in_every_field_are_words_on_every_page(browser: Browser, trap: Served) -> None:
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    told = watch(page, trap.origin)
    page.goto(trap.address)
    entries = page.request.get(f"{trap.origin}/api/v1/claims?limit=100").json()["entries"]
    by_kind = {kind: [one for one in entries if one["claim"]["kind"] == kind] for kind in ("pledge", "statement")}

    visited = ["/ledger", "/ledger/documents", "/ledger/matters", "/ledger?q=<script>&actor='><svg onload=alert(1)>"]
    visited += [f"/figures/{one}" for one in ("promised", "open", "agenda?since=2026-01-01", "timeline", "meetings")]
    visited += [f"/ledger/claims/{one['id']}" for one in by_kind["pledge"]]
    visited += [f"/ledger/claims/{by_kind['statement'][3]['id']}", "/ledger/actor?name=<script>alert(1)</script>"]
    visited += [f"/ledger/matters/{one['id']}" for one in by_kind["pledge"][:6]]
    visited += [f"/ledger/documents/{one['document']}" for one in by_kind["pledge"][:4]]
    changed = next(one["document"] for one in by_kind["pledge"] if one["version"] == 2)
    visited += [f"/ledger/documents/{changed}/changes"]
    for address in visited:
        answer = page.goto(trap.origin + address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("main script, main img:not(.chart img), main svg, main iframe, main style").count() == 0
        for data in page.locator('script[type="application/ld+json"]').all_inner_texts():
            json.loads(data)

    assert told == []
    context.close()
