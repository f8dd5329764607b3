"""Two people on one claim: the second sees both decisions side by side, and nothing of either is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tenu.ledger import Decision, Ledger
from tests.web.browser.conftest import PATIENCE, document_of, ready, reject, settled, watched
from tests.web.serving import Served

CURRENT = ".card[aria-current]"


@pytest.fixture(scope="module")
def sites(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served]]:
    """One ledger, served to Nora and to Karim."""
    ledger = tmp_path_factory.mktemp("two") / "two.db"
    shutil.copy(dossier, ledger)
    with Served(ledger, "Nora") as nora, Served(ledger, "Karim") as karim:
        yield nora, karim


@pytest.fixture(scope="module")
def windows(browser: Browser, sites: tuple[Served, Served]) -> Iterator[tuple[Page, Page]]:
    """Each in a window of their own, let in."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    first, second = context.new_page(), context.new_page()
    with watched(first, sites[0].origin), watched(second, sites[1].origin):
        first.goto(sites[0].address)
        second.goto(sites[1].address)
        yield first, second
    context.close()


def _both_on(windows: tuple[Page, Page], sites: tuple[Served, Served], title: str) -> str:
    for window, site in zip(windows, sites, strict=True):
        ready(window, document_of(window, site.origin, title))
    return windows[0].locator(CURRENT).get_attribute("data-id") or ""


def _overtaken(windows: tuple[Page, Page]) -> Page:
    """Nora rejects the claim, then Karim, who saw it before, accepts it."""
    nora, karim = windows
    reject(nora, 2)
    settled(nora)
    karim.keyboard.press("a")
    karim.wait_for_selector("#overtaken[open]")
    return karim


def test_the_second_sees_three_versions_and_can_let_theirs_stand(
    windows: tuple[Page, Page], sites: tuple[Served, Served]
) -> None:
    claim = _both_on(windows, sites, "High Dyke")

    karim = _overtaken(windows)
    shown = karim.locator("#overtaken").inner_text()
    karim.keyboard.press("t")
    karim.wait_for_selector("#overtaken:not([open])", state="attached")
    settled(karim)
    karim.wait_for_selector(f"#c-{claim}[data-state=rejected]")

    assert "Nora: reject" in shown
    assert "Told already by another claim" in shown
    assert "Your decision: accept" in shown
    assert [word in shown for word in ("Proposed", "Theirs", "Yours")] == [True] * 3
    with Ledger.open(sites[0].ledger) as ledger:
        assert [verdict.by for verdict in ledger.verdicts(claim)] == ["Nora"]


def test_the_second_can_insist_and_both_decisions_are_kept(
    windows: tuple[Page, Page], sites: tuple[Served, Served]
) -> None:
    claim = _both_on(windows, sites, "Conseil des ministres")

    karim = _overtaken(windows)
    with karim.expect_response("**/verdict"):
        karim.keyboard.press("y")
    karim.wait_for_selector(f"#c-{claim}[data-state=accepted]")

    with Ledger.open(sites[0].ledger) as ledger:
        told = [(verdict.by, verdict.judgement.decision) for verdict in ledger.verdicts(claim)]
    assert told == [("Nora", Decision.REJECT), ("Karim", Decision.ACCEPT)]


def test_whoever_insists_on_accepting_keeps_the_claim_as_they_saw_it(
    windows: tuple[Page, Page], sites: tuple[Served, Served]
) -> None:
    nora, karim = windows
    claim = _both_on(windows, sites, "Readout of President")

    nora.keyboard.press("e")
    nora.wait_for_selector("#amend[open]")
    nora.locator("#f-when").fill("1999")
    nora.keyboard.press("Control+Enter")
    nora.wait_for_selector(f"#c-{claim}[data-state=amended]")
    settled(nora)
    karim.keyboard.press("a")
    karim.wait_for_selector("#overtaken[open]")
    theirs = karim.locator("#overtaken tr.differs").all_inner_texts()
    with karim.expect_response("**/verdict"):
        karim.keyboard.press("y")
    karim.wait_for_selector(f"#c-{claim}[data-state=accepted]")

    assert any("1999" in row for row in theirs)
    with Ledger.open(sites[0].ledger) as ledger:
        kept = ledger.claim(claim)
        assert kept.claim == kept.proposed
        assert len(ledger.verdicts(claim)) == 2


def test_a_second_reader_sees_nothing_of_the_first_and_the_two_are_compared(
    windows: tuple[Page, Page], sites: tuple[Served, Served]
) -> None:
    nora, karim = windows
    ready(nora, document_of(nora, sites[0].origin, "joint conclusions"))
    address = nora.url.replace(sites[0].origin, sites[1].origin).split("#")[0]
    of_all = nora.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    claims = of_all[:4]
    for _ in range(3):
        nora.keyboard.press("a")
    reject(nora)
    settled(nora)

    ready(karim, f"{address}?reading=second")
    seen = karim.locator(".card[data-state=open]").count()
    for _ in range(2):
        karim.keyboard.press("a")
    for _ in range(2):
        reject(karim)
    settled(karim)
    karim.goto(f"{address}/agreement")
    told = karim.locator("main").inner_text()

    assert seen == len(of_all)
    assert "75 %" in told
    assert "0.50" in told
    assert karim.locator(".settle > li").count() == 1

    karim.get_by_role("link", name="Settle it").press("Enter")
    karim.wait_for_selector("html[data-ready]")
    karim.wait_for_selector(f"#c-{claims[2]}[aria-current]")
    karim.keyboard.press("a")
    settled(karim)
    karim.goto(f"{address}/agreement")
    assert karim.locator(".settle > li").count() == 0
    assert "0.50" in karim.locator("main").inner_text()
