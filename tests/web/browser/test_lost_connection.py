"""Decisions made without a connection, or while the server is away, are kept and sent once."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from tenu.ledger import Ledger
from tests.web.browser.conftest import PATIENCE, document_of, ready, settled, watched
from tests.web.serving import Served

WAITING = "() => Object.keys(localStorage).filter((key) => key.startsWith('tenu.waiting.')).length"


def _judged(ledger: Path, claims: list[str]) -> list[int]:
    with Ledger.open(ledger) as opened:
        return [len(opened.verdicts(claim)) for claim in claims]


def _claims(page: Page) -> list[str]:
    found: list[str] = page.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    return found


def test_a_cut_connection_keeps_decisions_and_sends_each_once(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Donors’ conference"))
    claims = _claims(page)[:5]
    page.context.set_offline(True)

    for _ in claims:
        page.keyboard.press("a")
    page.wait_for_function(f"({WAITING})() === 5")
    page.wait_for_selector("#notice:has-text('5 decisions')")
    notice = page.locator("#notice").inner_text()
    before = _judged(desk.ledger, claims)
    page.context.set_offline(False)
    settled(page)

    assert before == [0] * 5
    assert "5 decisions wait for the connection" in notice
    assert _judged(desk.ledger, claims) == [1] * 5
    assert "All decisions are kept" in page.locator("#notice").inner_text()


def test_an_answer_that_is_lost_on_the_way_is_asked_for_again_and_counts_once(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Sarvène et l’Ardolie signent"))
    claim = _claims(page)[0]
    lost: list[int] = []

    def lose_first(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/verdict", lose_first)
    page.keyboard.press("a")
    settled(page)

    assert lost == [200]
    assert _judged(desk.ledger, [claim]) == [1]


def test_a_page_that_is_closed_and_a_server_that_is_started_again_lose_nothing(
    browser: Browser, dossier: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "again.db"
    shutil.copy(dossier, ledger)
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    with Served(ledger) as first:
        page.goto(first.address)
        ready(page, document_of(page, first.origin, "High Dyke"))
        claims = _claims(page)[:3]
        port, review = first.port, page.url
    with watched(page, first.origin):
        for _ in claims:
            page.keyboard.press("a")
        page.close()

    with Served(ledger, port=port) as again:
        assert _judged(ledger, claims) == [0] * 3
        page = context.new_page()
        page.goto(again.address)
        ready(page, review)
        settled(page)

    assert _judged(ledger, claims) == [1] * 3
    context.close()


def test_waiting_decisions_of_one_person_are_never_sent_under_another_name(
    browser: Browser, dossier: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "names.db"
    shutil.copy(dossier, ledger)
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    with Served(ledger, "Nora") as first:
        page.goto(first.address)
        ready(page, document_of(page, first.origin, "High Dyke"))
        claim, port, review = _claims(page)[0], first.port, page.url
    page.keyboard.press("a")

    with Served(ledger, "Karim", port=port) as again:
        page.goto(again.address)
        ready(page, review)
        told = page.locator("#notice").inner_text()
        page.wait_for_timeout(300)

    assert "Waiting decisions of Nora" in told
    assert _judged(ledger, [claim]) == [0]
    context.close()
