"""Who comes in, what a change has to carry, and what every answer leaves with."""

import re
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from tenu.ledger import Ledger
from tenu.web.app import ROUTES, create_app
from tenu.web.entering import local
from tenu.web.site import Site
from tests.web.serving import Served, form_key


def test_whoever_was_not_let_in_sees_a_closed_door(served: Served) -> None:
    answer = httpx.get(f"{served.origin}/review", headers={"Accept-Language": "en"})

    assert answer.status_code == 401
    assert "has not been let in" in answer.text
    assert "form-key" in answer.text
    assert 'content=""' in answer.text


def test_the_printed_address_opens_once(client: httpx.Client, served: Served) -> None:
    assert client.get("/enter").status_code == 303  # it came in with the address

    second = httpx.get(served.address)

    assert second.status_code == 403
    assert "set-cookie" not in second.headers


def test_the_session_is_a_cookie_that_scripts_and_other_sites_cannot_use(tmp_path: Path) -> None:
    with Served(tmp_path / "empty.db") as site:
        cookie = httpx.get(site.address).headers["set-cookie"]
        assert site.end() == 0

    assert cookie.startswith(f"tenu-{site.port}=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}"])
def test_another_name_for_this_machine_is_refused(client: httpx.Client, served: Served, host: str) -> None:
    answer = client.get("/review", headers={"Host": host.format(port=served.port)})

    assert answer.status_code == 421


@pytest.mark.parametrize("path", ["/review", "/nothing-here", "/static/tenu.css", "/enter"])
def test_every_answer_forbids_what_is_not_our_own(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_what_nobody_foresaw_is_a_sentence_behind_the_same_headers(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger:
        site = Site(ledger, "Nora", 8000)
        app = create_app(site)

        @app.get("/breaks")
        def breaks() -> None:
            raise RuntimeError("a secret of the inside")

        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        answer = _answer(transport, site, "/breaks")

    assert answer.status_code == 500
    assert "Something broke here" in answer.text
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def _answer(transport: httpx.ASGITransport, site: Site, path: str) -> httpx.Response:
    import anyio

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            await client.get(site.address)
            return await client.get(path)

    return anyio.run(ask)


def test_every_route_that_changes_something_wants_the_key_of_our_own_forms(client: httpx.Client) -> None:
    changing = [
        (method, re.sub(r"\{\w+(:path)?\}", "x", route.path))
        for part in ROUTES
        for route in part.routes
        if isinstance(route, APIRoute)
        for method in (route.methods or set()) - {"GET", "HEAD"}
    ]

    assert changing
    for method, path in changing:
        for headers in ({}, {"X-Tenu-Form": "guessed"}):
            answer = client.request(method, path, headers=headers, data={"form_key": "guessed"})
            assert answer.status_code == 403, (method, path)


def test_a_choice_of_language_and_look_is_kept_and_leads_back(client: httpx.Client) -> None:
    key = form_key(client)

    answer = client.post("/language", data={"language": "fr", "back": "/review?after=2", "form_key": key})
    page = client.get("/nothing-here").text
    client.cookies.delete("tenu-language")

    assert (answer.status_code, answer.headers["location"]) == (303, "/review?after=2")
    assert '<html lang="fr"' in page


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", ""])
def test_a_way_back_never_leads_to_another_site(path: str) -> None:
    assert local(path) == "/"


def test_the_language_of_the_browser_is_spoken_where_none_was_chosen(client: httpx.Client) -> None:
    page = client.get("/nothing-here", headers={"Accept-Language": "fr-CH, fr;q=0.9, en;q=0.8"}).text

    assert '<html lang="fr"' in page


def test_a_port_that_is_taken_is_a_sentence(served: Served, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=f"Port {served.port} is taken"):
        Served(tmp_path / "empty.db", port=served.port).__enter__()
