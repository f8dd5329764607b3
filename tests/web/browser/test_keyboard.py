"""The whole review by keyboard: nothing here touches the mouse."""

from playwright.sync_api import Page

from tenu.ledger import Decision, Ledger, Verdict
from tenu.record import Role
from tests.web.browser.conftest import document_of, ready, reject, settled
from tests.web.serving import Served

CURRENT = ".card[aria-current]"


def _current(page: Page) -> str:
    return page.locator(CURRENT).get_attribute("data-id") or ""


def _last(desk: Served, claim: str) -> Verdict:
    with Ledger.open(desk.ledger) as ledger:
        return ledger.verdicts(claim)[-1]


def test_keys_go_forth_and_back_and_show_the_words_of_each_claim(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "State Council approves"))
    first = _current(page)

    page.keyboard.press("j")
    second = _current(page)
    marked = page.locator("mark.here").first.get_attribute("data-c") or ""
    page.keyboard.press("k")

    assert second != first
    assert second in marked
    assert _current(page) == first


def test_accept_reject_with_a_reason_and_undo_are_kept_under_the_name(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "High Dyke"))
    first = _current(page)

    page.keyboard.press("a")
    second = _current(page)
    reject(page)
    page.keyboard.press("u")
    settled(page)

    accepted, undone = _last(desk, first), _last(desk, second)
    assert (accepted.judgement.decision, accepted.by) == (Decision.ACCEPT, "Nora")
    assert undone.judgement.decision is Decision.UNDO
    assert _current(page) == second
    with Ledger.open(desk.ledger) as ledger:
        assert ledger.verdicts(second)[0].judgement.reason == "The text does not say so"


def test_a_rejection_without_a_reason_is_not_sent(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Conseil des ministres"))
    claim = _current(page)

    page.keyboard.press("r")
    page.keyboard.press("Enter")
    told = page.locator("#reject .fault").inner_text()
    page.keyboard.type("rumour")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#c-{claim}[data-state=rejected]")
    settled(page)

    assert told == "A rejection needs its reason."
    assert _last(desk, claim).judgement.reason == "rumour"


def test_amending_offers_the_words_of_the_document_and_keeps_their_place(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Coordinator launches"))
    claim = _current(page)

    page.keyboard.press("e")
    page.wait_for_selector("#amend[open]")
    offered = page.eval_on_selector_all("#l-names option", "options => options.map(option => option.value)")
    times = page.eval_on_selector_all("#l-times option", "options => options.map(option => option.value)")
    page.keyboard.press("Tab")  # from the kind to the status, to the time
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2026-01")
    page.locator("[data-add=actors]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Sarvenia")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"#c-{claim}[data-state=amended]")
    settled(page)

    verdict = _last(desk, claim)
    amended = verdict.judgement.amended
    assert verdict.judgement.decision is Decision.AMEND
    assert amended is not None
    assert amended.when == "2026-01"
    assert "Sarvenia" in offered
    assert "2026-01-16" in times
    with Ledger.open(desk.ledger) as ledger:
        document = ledger.document(ledger.claim(claim).document).document
    assert document is not None
    added = next(actor for actor in amended.actors if actor.name == "Sarvenia")
    assert document.text[added.start : added.end] == added.mention == "Sarvenia"
    assert added.role is Role.PARTICIPANT


def test_a_time_that_cannot_be_read_comes_back_with_the_sentence_and_what_was_typed(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Readout of President"))
    claim = _current(page)

    page.keyboard.press("e")
    page.wait_for_selector("#amend[open]")
    page.locator("#f-when").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("next Tuesday")
    page.keyboard.press("Control+Enter")
    fault = page.locator("#amend .fault:visible")
    fault.wait_for()

    assert "“next Tuesday” is not a time" in fault.inner_text()
    assert page.locator("#f-when").input_value() == "next Tuesday"
    page.keyboard.press("Escape")
    assert page.locator(f"#c-{claim}").get_attribute("data-state") == "open"


def test_suggested_links_are_shown_with_both_pieces_of_evidence_and_made_by_their_number(
    page: Page, desk: Served
) -> None:
    page.goto(f"{desk.origin}/review")
    page.get_by_role("button", name="Look for claims that belong together").press("Enter")
    with Ledger.open(desk.ledger) as ledger:
        suggestion = ledger.suggestions(limit=1).entries[0]
    claim, other = suggestion.from_claim, suggestion.to_claim
    ready(page, f"{desk.origin}/review/documents/{claim.document}#c-{claim.id}")

    offers = page.locator(f"{CURRENT} .offers li")
    offers.first.wait_for()
    told = page.locator(CURRENT).inner_text()
    page.keyboard.press("1")
    settled(page)
    page.locator(f"{CURRENT} .linked").first.wait_for()

    assert other.claim.evidence.text[:100] in told
    assert claim.claim.evidence.text in told
    with Ledger.open(desk.ledger) as ledger:
        links = ledger.links(claim.id)
    assert [(link.kind, link.by) for link in links] == [(suggestion.kind, "Nora")]


def test_a_claim_is_linked_with_one_that_was_searched_for(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Fonds de relèvement"))
    claim = _current(page)

    page.keyboard.press("m")
    page.wait_for_selector("#link[open]")
    page.keyboard.type("couvertures")
    page.locator("#link-found input").first.wait_for()
    other = page.locator("#link-found input:checked").get_attribute("value")
    page.keyboard.press("Control+Enter")
    page.locator(f"{CURRENT} .linked").first.wait_for()
    settled(page)

    with Ledger.open(desk.ledger) as ledger:
        assert {(link.from_claim, link.to_claim) for link in ledger.links(claim)} & {
            (claim, other),
            (other, claim),
        }


def test_searching_goes_to_the_words_and_to_the_claim_that_rests_on_them(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "joint conclusions"))

    page.keyboard.press("/")
    page.keyboard.type("KESTRIA")
    told = page.locator("#found").inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    assert told.startswith("1 of ")
    assert "Kestria" in page.locator("mark.here").first.inner_text()


def test_the_keys_are_told_and_can_be_turned_off(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Sarvenia and Ardolia sign"))
    claim = _current(page)

    page.keyboard.press("?")
    page.wait_for_selector("#help[open]")
    page.locator("[data-act=switch]").press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    stayed = _current(page)
    page.locator(".keys [data-act=help]").press("Enter")
    page.locator("[data-act=switch]").press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("j")

    assert stayed == claim
    assert _current(page) != claim


def test_every_key_is_shown_on_its_button(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "Sarvenia and Ardolia sign"))

    shown = page.eval_on_selector_all(
        ".keys [data-act]",
        "buttons => buttons.map(one => [one.querySelector('kbd').textContent, one.getAttribute('aria-keyshortcuts')])",
    )

    assert [key for key, _ in shown] == ["k", "j", "a", "e", "r", "m", "u", "n", "?"]
    assert all(key == said for key, said in shown)


def test_a_claim_is_made_from_selected_words_and_marked_in_the_document(page: Page, desk: Served) -> None:
    ready(page, document_of(page, desk.origin, "donors review pledges"))
    before = page.locator(".card").count()

    page.keyboard.press("n")
    told = page.locator("#notice").inner_text()
    page.evaluate(
        """() => {
            const words = "Kestria will transfer its second instalment of CHF 4.5 million next week.";
            const walker = document.createTreeWalker(document.querySelector("#sheet"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
        }"""
    )
    page.keyboard.press("n")
    page.wait_for_selector("#amend[open]")
    page.locator("[data-add=items]").press("Enter")
    page.keyboard.type("instalment")
    page.locator(".row.item [name=amount]").fill("4.5")
    page.keyboard.press("Control+Enter")
    page.locator("#amend .fault:visible").wait_for()
    refused = page.locator("#amend .fault").inner_text()
    page.locator(".row.item [name=currency]").fill("CHF")
    page.keyboard.press("Control+Enter")
    page.locator(".card").nth(before).wait_for()
    claim = _current(page)

    assert "Select the words" in told
    assert "Money needs its currency" in refused
    assert page.locator(f"mark[data-c~='{claim}']").inner_text().startswith("Kestria will transfer")
    with Ledger.open(desk.ledger) as ledger:
        kept = ledger.claim(claim)
    assert (kept.state, str(kept.claim.items[0].amount), kept.claim.items[0].currency) == ("accepted", "4.5", "CHF")
