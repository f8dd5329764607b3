"""A document of two million letters with thousands of claims is reviewed by keyboard; `-s` shows how fast."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from statistics import median

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tenu.ledger import Ledger
from tenu.record import (
    Actor,
    Block,
    BlockKind,
    Claim,
    Document,
    Item,
    Kind,
    Passage,
    ReadBy,
    Reading,
    Role,
    Status,
)
from tests.web.browser.conftest import PATIENCE, ready, settled, watched
from tests.web.serving import Served

PARAGRAPHS = 4_600
WATCH = """() => {
    window.tookUntilPainted = [];
    addEventListener("keydown", (event) => requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.tookUntilPainted.push(performance.now() - event.timeStamp);
        painted.port2.postMessage(null);
    }), true);
}"""


def _long_reading() -> tuple[bytes, Reading]:
    told, blocks, claims, place = [], [], [], 0
    for number in range(PARAGRAPHS):
        sentence = f"Norvelle has promised {number + 2} mobile generators to the communes of the upper valley."
        rest = " The council took note of it, thanked the donors at length, and put it down in its minutes." * 4
        paragraph = sentence + rest
        evidence = Passage(sentence, place, place + len(sentence))
        claims.append(
            Claim(
                f"c{number}",
                Kind.PLEDGE,
                evidence,
                ReadBy("test", "1", "by hand"),
                status=Status.DONE,
                actors=(Actor(Role.DONOR, "Norvelle", "Norvelle", place, place + 8),),
                items=(Item("mobile generators", place + 22, place + 30, quantity=number + 2),),
            )
        )
        blocks.append(Block(BlockKind.PARAGRAPH, "en", place, place + len(paragraph)))
        told.append(paragraph)
        place += len(paragraph) + 2
    text = "\n\n".join(told)
    content = text.encode()
    document = Document(
        "minutes.txt", "Minutes", "en", "2026-03-12", None, None, sha256(content).hexdigest(), text, tuple(blocks)
    )
    return content, Reading(document, tuple(claims))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """A ledger with the long document, served; and the document's id."""
    ledger = tmp_path_factory.mktemp("long") / "long.db"
    content, reading = _long_reading()
    assert len(reading.document.text) > 2_000_000
    with Ledger.open(ledger) as opened:
        kept = opened.keep(content, reading, who="test", when=datetime.now(UTC))
    with Served(ledger) as site:
        yield site, kept.document


@pytest.fixture(scope="module")
def visitor(browser: Browser, served: tuple[Served, str]) -> Iterator[BrowserContext]:
    """A browser that was let in: the printed address opens once."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(served[0].address)
    page.close()
    yield context
    context.close()


@pytest.fixture
def window(visitor: BrowserContext, served: tuple[Served, str]) -> Iterator[Page]:
    """A page of its own, watched."""
    page = visitor.new_page()
    with watched(page, served[0].origin):
        yield page
    page.close()


def test_a_hundred_keys_on_a_long_document_judge_what_they_were_pressed_on(
    window: Page, served: tuple[Served, str]
) -> None:
    site, document = served
    paints = []
    for _ in range(3):
        ready(window, f"{site.origin}/review/documents/{document}")
        paints.append(window.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    claims = window.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.id)")
    window.evaluate(WATCH)

    for number in range(100):
        window.keyboard.press("j" if number % 4 == 3 else "a")
        window.wait_for_function("pressed => window.tookUntilPainted.length > pressed", arg=number)
    took = window.evaluate("() => window.tookUntilPainted")
    settled(window)

    with Ledger.open(site.ledger) as ledger:
        judged = [kept for kept in ledger.claims_of(document) if kept.seen]
    print(f"first paint {min(paints):.0f} ms, key to key median {median(took):.0f} ms, longest {max(took):.0f} ms")  # noqa: T201
    assert len(judged) == 75
    assert judged[0].id == claims[0]


def test_the_last_claim_of_a_long_document_is_reached_by_its_address(window: Page, served: tuple[Served, str]) -> None:
    site, document = served
    with Ledger.open(site.ledger) as ledger:
        last = ledger.claims_of(document)[-1]

    ready(window, f"{site.origin}/review/documents/{document}#c-{last.id}")

    assert window.locator(".card[aria-current]").get_attribute("data-id") == last.id
    assert window.locator("mark.here").inner_text() == last.claim.evidence.text
