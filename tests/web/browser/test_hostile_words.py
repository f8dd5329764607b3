"""Whatever a document, a file name or a person types is shown as words: nothing runs, nothing is asked elsewhere."""

import io
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tenu.ledger import Decision as Decided
from tenu.ledger import Judgement, Ledger
from tenu.record import (
    Actor,
    Block,
    BlockKind,
    Claim,
    Document,
    Item,
    Kind,
    Manner,
    Passage,
    Place,
    ReadBy,
    Reading,
    Role,
    Status,
    Unread,
)
from tests.web.browser.conftest import PATIENCE, ready, settled, watched
from tests.web.serving import Served, form_key

OWN = (
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/x.png onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</textarea><script src=//evil.example/x.js></script>",
    "</title><body onpageshow=alert(1)>",
    "<style>@import url(//evil.example/x.css);</style>",
    "<link rel=prefetch href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "%(who)s %s %n ${alert(1)} `${alert(1)}`",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<base href=//evil.example/>",
    "<form action=//evil.example><button>Accept</button></form>",
    "</mark></p></article><script>alert(1)</script>",
    "\u202e\u2066<b onmouseover=alert(1)>txt.exe\u2069",
    '<a href="javascript:alert(1)" autofocus onfocus=alert(1)>',
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "data:text/html,<script>alert(1)</script>",
    "' autofocus onfocus='alert(1)",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)
LISTS = Path(__file__).parents[4] / "shared" / "data" / "hostile" / "payloads.tar.gz"
HOW_MANY = 200


def _from_lists() -> list[str]:
    """Take as many as are asked for, evenly out of all lists for scripts in pages."""
    lines: list[str] = []
    with tarfile.open(LISTS) as lists:
        for name in sorted(name for name in lists.getnames() if "XSS" in name and name.endswith(".txt")):
            file = lists.extractfile(name) or io.BytesIO()
            lines += [line.strip() for line in file.read().decode("utf-8", "replace").splitlines()]
    distinct = list(dict.fromkeys(line for line in lines if len(line) > 8))
    return distinct[:: max(len(distinct) // HOW_MANY, 1)][:HOW_MANY]


def _reading(payloads: list[str]) -> tuple[bytes, Reading]:
    """Put each payload into every field that a claim has, and the first into every field of the document."""
    text, claims, blocks = "", [], []
    for number, payload in enumerate(payloads):
        start, end = len(text), len(text) + len(payload)
        passage = Passage(payload, start, end)
        claims.append(
            Claim(
                f"c{number}",
                Kind.STATEMENT,
                passage,
                ReadBy(payload, payload, payload),
                status=Status.DONE,
                when="2026-03",
                when_words=payload,
                recurs=payload,
                where=(Place(payload),),
                actors=(Actor(Role.SPEAKER, payload, payload, start, end), Actor(Role.RECIPIENT, payload, "", 0, 0)),
                items=(Item(payload, start, end, 3, payload, 5, payload[:9]),),
                quote=payload,
                manner=Manner.DIRECT,
                unread=(Unread(payload, start, end, payload),),
            )
        )
        blocks.append(Block(BlockKind.PARAGRAPH, "en", start, end))
        text += payload + "\n\n"
    content = text.encode("utf-8", "surrogatepass")
    document = Document(
        payloads[0],
        payloads[1],
        "en",
        "2026-03-12",
        None,
        payloads[2],
        sha256(content).hexdigest(),
        text,
        tuple(blocks),
    )
    return content, Reading(document, tuple(claims))


@pytest.fixture(params=["own", pytest.param("lists", marks=pytest.mark.shared)])
def payloads(request: pytest.FixtureRequest) -> list[str]:
    """Our own payloads, and two hundred out of the shared lists."""
    if request.param == "own":
        return list(OWN)
    if not LISTS.exists():
        pytest.skip(f"the lists of payloads are not at {LISTS}")
    return _from_lists()


@pytest.fixture
def window(browser: Browser, payloads: list[str], tmp_path: Path) -> Iterator[tuple[Page, Served, str]]:
    """A ledger of hostile words, judged in hostile words, served to a reviewer of a hostile name."""
    ledger, who = tmp_path / "hostile.db", "<b onclick=alert(1)>Nora"
    with Ledger.open(ledger) as opened:
        kept = opened.keep(*_reading(payloads), who=payloads[0], when=datetime.now(UTC))
        for claim, payload in zip(opened.claims_of(kept.document), payloads, strict=True):
            judgement = Judgement(Decided.REJECT, reason=payload)
            opened.judge(claim.id, judgement, seen=0, who=payload, when=datetime.now(UTC))
        opened.suggest_links(who=payloads[0], when=datetime.now(UTC))
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    with Served(ledger, who) as site:
        page = context.new_page()
        with watched(page, site.origin):
            page.goto(site.address)
            yield page, site, kept.document
    context.close()


def test_no_payload_in_any_field_runs_or_asks_for_anything(
    window: tuple[Page, Served, str], payloads: list[str]
) -> None:
    page, site, document = window
    review = f"{site.origin}/review/documents/{document}"

    ready(page, review)
    for portion in page.locator("ol.cards").all():
        portion.scroll_into_view_if_needed()
    page.wait_for_function(f"() => document.querySelectorAll('.card').length === {len(payloads)}")
    shown = page.evaluate(
        """() => Promise.all([...document.querySelectorAll(".card")].map(async (card) => {
            const told = await (await fetch(`/review/claims/${card.dataset.id}`)).json();
            card.querySelector(".slot").innerHTML = told.aside;
            card.style.contentVisibility = "visible";
            return card.querySelector(".slot .words").textContent;
        }))"""
    )
    for key, dialog in {"e": "#amend", "r": "#reject", "m": "#link"}.items():
        page.keyboard.press(key)
        page.wait_for_selector(f"{dialog}[open]")
        page.keyboard.press("Escape")
    for payload in payloads[:: max(len(payloads) // 10, 1)]:
        page.locator("#search").fill(payload)
        for parameters in (f"order={quote(payload)}&reading={quote(payload)}", f"reading=second&x={quote(payload)}"):
            page.goto(f"{review}?{parameters}")
    for address in (f"{review}/agreement", f"{site.origin}/review", f"{site.origin}/add"):
        page.goto(address)
    page.wait_for_load_state("networkidle")

    plain = [payload.replace("\0", "\ufffd") for payload in payloads]
    assert shown == plain


def test_what_is_typed_into_every_form_comes_back_as_words(
    window: tuple[Page, Served, str], payloads: list[str]
) -> None:
    page, site, document = window
    ready(page, f"{site.origin}/review/documents/{document}")
    claim = page.locator(".card[aria-current]").get_attribute("data-id")
    nasty = payloads[1][:80]

    page.keyboard.press("e")
    page.wait_for_selector("#amend[open]")
    for field in ("recurs", "where", "quote", "reason"):
        page.locator(f"#amend [name={field}]").fill(nasty)
    page.locator("#amend .row:not(.item) [name=name]").first.fill(nasty)
    page.locator("#amend .row.item [name=name]").first.fill(nasty)
    page.locator("#amend .row.item [name=currency]").first.fill("EUR")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"#c-{claim}[data-state=amended]")
    settled(page)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    card = page.locator(f"#c-{claim}").inner_text()
    for way, field in (("words", "words"), ("words", "name")):
        page.goto(f"{site.origin}/add")
        page.locator("#words").fill("Norvelle has promised three generators to the upper valley.")
        page.locator(f"[action='/add/{way}'] [name={field}]").fill(f"{nasty} in the valley, and nowhere else, today.")
        page.locator(f"[action='/add/{way}'] .main").press("Enter")
        page.wait_for_load_state("networkidle")

    assert nasty.strip() in card


def test_addresses_give_nothing_back_unescaped(window: tuple[Page, Served, str], payloads: list[str]) -> None:
    page, site, document = window
    key = page.locator("meta[name=form-key]").get_attribute("content") or ""
    cookies = {str(cookie["name"]): str(cookie["value"]) for cookie in page.context.cookies()}
    import httpx

    with httpx.Client(base_url=site.origin, cookies=cookies) as client:
        assert form_key(client, "/add") == key
        for payload in payloads:
            asked = quote(payload, safe="")
            for path in (
                f"/review/documents/{asked}",
                f"/review/documents/{document}?order={asked}",
                f"/review/cards?ids={asked}",
                f"/review/find?words={asked}",
                f"/review?after={asked}",
                f"/{asked}",
            ):
                answer = client.get(path)
                assert answer.status_code < 500, path
                if "<" in payload:
                    assert payload not in answer.text.replace(payload.replace("<", "&lt;"), ""), path
            back = client.post("/look", data={"look": "light", "back": payload, "form_key": key})
            assert back.headers["location"].startswith("/")
            assert not back.headers["location"].startswith(("//", "/\\"))
