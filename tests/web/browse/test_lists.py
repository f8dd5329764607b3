"""Lists and records without a script: addresses that can be kept, pages that lead on, figures that lead to words."""

import re

import httpx
import pytest


def claims_on(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'href="/ledger/claims/([0-9a-f]+)"', page)))


def test_an_address_holds_every_filter_and_finds_the_same_again(reader: httpx.Client) -> None:
    address = "/ledger?q=generators&kind=pledge&since=2026-01-01&until=2026-12-31&language=en"

    page = reader.get(address).text

    assert claims_on(page)
    assert 'value="generators"' in page
    assert '<option value="pledge" selected>' in page
    assert 'value="2026-01-01"' in page
    assert claims_on(reader.get(address).text) == claims_on(page)


def test_fields_left_empty_narrow_nothing(reader: httpx.Client) -> None:
    assert claims_on(reader.get("/ledger?q=&kind=&actor=&since=").text) == claims_on(reader.get("/ledger").text)


def test_a_filter_that_does_not_fit_is_told_beside_the_form(reader: httpx.Client) -> None:
    answer = reader.get("/ledger?kind=wish&q=aid")

    assert answer.status_code == 400
    assert "none of meeting, statement" in answer.text
    assert 'value="aid"' in answer.text


def test_each_page_leads_to_the_next_with_its_filters_until_the_end(reader: httpx.Client) -> None:
    seen: list[str] = []
    address: str | None = "/ledger?language=en"
    while address:
        page = reader.get(address).text
        seen += claims_on(page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found[1].replace("&amp;", "&") if found else None

    told = reader.get("/api/v1/claims?language=en&limit=500").json()["entries"]
    assert seen == [claim["id"] for claim in told]


def test_a_list_can_be_taken_along_as_it_is_narrowed(reader: httpx.Client) -> None:
    answer = reader.get("/ledger/export?kind=pledge&to=csv-safe")

    assert answer.headers["content-disposition"].startswith("attachment")
    assert ",pledge," in answer.text
    assert ",meeting," not in answer.text


def test_every_figure_of_the_balance_leads_to_the_claims_that_make_it(reader: httpx.Client) -> None:
    page = reader.get("/figures/promised?by=donor").text

    figures = re.findall(r'href="(/ledger/these\?ids=[^"]+)">([\d,]+)', page)
    assert figures
    for address, _number in figures[:5]:
        assert set(address.partition("=")[2].split("+")) == set(claims_on(reader.get(address).text))


@pytest.mark.parametrize("figure", ["promised", "open", "timeline", "meetings"])
def test_a_chart_is_drawn_in_both_looks_and_both_forms(reader: httpx.Client, figure: str) -> None:
    light, dark = (reader.get(f"/figures/{figure}/chart.svg?theme={theme}").text for theme in ("light", "dark"))
    picture = reader.get(f"/figures/{figure}/chart.png")

    assert light.startswith("<svg")
    assert light != dark
    assert picture.content.startswith(b"\x89PNG")


def test_a_chart_is_drawn_anew_once_the_ledger_changed(reader: httpx.Client) -> None:
    before = reader.get("/figures/open/chart.svg").content
    claim = next(
        claim
        for claim in reader.get("/api/v1/claims?kind=pledge&state=open&limit=50").json()["entries"]
        if claim["id"] in reader.get("/figures/open").text
    )
    key = re.search(r'name="form-key" content="([^"]+)"', reader.get("/ledger").text)
    assert key
    sent = {"decision": "reject", "reason": "a test", "seen": claim["seen"], "client_id": "chart-1"}
    answer = reader.post(f"/api/v1/claims/{claim['id']}/verdicts", json=sent, headers={"X-Tenu-Form": key[1]})

    assert answer.status_code == 201
    assert reader.get("/figures/open/chart.svg").content != before


def test_rows_can_be_taken_along_as_csv(reader: httpx.Client) -> None:
    answer = reader.get("/figures/promised/table.csv?by=item")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "promised" in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    "path", ["/ledger/claims/none", "/ledger/matters/none", "/ledger/documents/none", "/ledger/sources/none"]
)
def test_a_record_that_is_not_there_is_a_page_that_says_so(reader: httpx.Client, path: str) -> None:
    answer = reader.get(path)

    assert answer.status_code == 404
    assert "Nothing here" in answer.text


def test_an_actor_nobody_heard_of_is_no_error(reader: httpx.Client) -> None:
    assert "Nothing promised" in reader.get("/ledger/actor?name=Nowhereland").text
    assert reader.get("/ledger/actor").status_code == 200
