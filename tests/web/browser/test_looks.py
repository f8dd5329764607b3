"""Every page in light and dark, in French, on a telephone, and for those who do not see it (axe, WCAG 2.2 AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.web.browser.conftest import document_of, ready
from tests.web.serving import Served

PAGES = ("/review", "{document}", "{document}?order=need", "{document}?reading=second", "{document}/agreement", "/add")
ASKED = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
DIALOGS = {"e": "#amend", "r": "#reject", "m": "#link", "?": "#help"}


def _addresses(page: Page, desk: Served) -> list[str]:
    document = document_of(page, desk.origin, "donors review pledges")
    return [address.format(document=document) if "{" in address else desk.origin + address for address in PAGES]


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options=ASKED).response["violations"]
    return [f"{page.url} {one['id']}: {[node['target'] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_and_dialog_is_without_violations(page: Page, desk: Served, look: str) -> None:
    page.emulate_media(color_scheme="light" if look == "light" else "dark")
    found: list[str] = []

    for address in _addresses(page, desk):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += _violations(page)
    ready(page, _addresses(page, desk)[1])
    page.wait_for_selector(".slot .words")
    for key, dialog in DIALOGS.items():
        page.keyboard.press(key)
        page.wait_for_selector(f"{dialog}[open]")
        found += _violations(page)
        page.keyboard.press("Escape")

    assert found == []


def test_no_page_is_wider_than_a_telephone(page: Page, desk: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 640})

    for address in _addresses(page, desk):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360, address


def test_a_claim_is_judged_on_a_telephone_with_the_thumb(page: Page, desk: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    ready(page, document_of(page, desk.origin, "premier état des engagements"))
    claim = page.locator(".card[aria-current]").get_attribute("data-id")

    page.get_by_role("button", name="Accept").click()

    page.wait_for_selector(f"#c-{claim}[data-state=accepted]")
    for button in page.locator(".keys button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_the_interface_speaks_french_to_whoever_asks_for_it(inside: BrowserContext, page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Vallée de la Tervane"))

    page.locator(".settings summary").press("Enter")
    page.get_by_role("button", name="Français").press("Enter")
    page.wait_for_selector("html[lang=fr][data-ready]")
    toolbar = page.locator(".keys").inner_text()
    page.keyboard.press("r")
    dialog = page.locator("#reject").inner_text()
    page.keyboard.press("Escape")
    page.locator(".settings summary").press("Enter")
    page.get_by_role("button", name="English").press("Enter")
    page.wait_for_selector("html[lang=en][data-ready]")

    assert "Accepter" in toolbar
    assert "Nouvel énoncé" in toolbar
    assert "Le texte ne le dit pas" in dialog
    inside.clear_cookies(name="tenu-language")


def test_light_or_dark_is_kept_against_the_machine(inside: BrowserContext, page: Page, desk: Served) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{desk.origin}/review")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)

    page.locator(".settings summary").press("Enter")
    page.get_by_role("button", name="Dark").press("Enter")
    page.wait_for_selector("html[data-look=dark]")
    dark = page.evaluate(paper)
    inside.clear_cookies(name="tenu-look")

    assert light != dark
