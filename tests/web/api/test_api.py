"""The API for programs: conditions, conflicts, pages of lists, annotations, refusals."""

import contextlib
import json
import uuid
from typing import Any

import httpx
import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest

from tenu.ledger import KeptClaim
from tenu.web.api.routes import description
from tests.web.serving import Served, form_key

PROBLEM = "application/problem+json"


def sent(decision: str, seen: int, **more: object) -> dict[str, object]:
    return {"decision": decision, "seen": seen, "client_id": uuid.uuid4().hex, **more}


def one_to_judge(script: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = script.get("/claims?state=open&limit=1").json()["entries"][0]
    return found


def test_a_script_without_the_token_is_told_how_to_come_in(programs: Served) -> None:
    for headers in ({}, {"Authorization": "Bearer guessed"}, {"Authorization": "Basic eDp5"}):
        answer = httpx.get(f"{programs.origin}/api/v1/claims", headers=headers)

        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "--token-file" in answer.json()["detail"]


def test_the_token_opens_the_api_and_nothing_else(programs: Served, script: httpx.Client) -> None:
    assert script.get(f"{programs.origin}/api/v1").json()["who"] == "Nora"
    assert httpx.get(f"{programs.origin}/review", headers=dict(script.headers)).status_code == 401


def test_a_browser_changes_nothing_through_the_api_without_the_key_of_our_own_forms(programs: Served) -> None:
    with contextlib.closing(programs.enter()) as browser:
        claim = browser.get("/api/v1/claims?state=open&limit=1").json()["entries"][0]["id"]

        without = browser.post(f"/api/v1/claims/{claim}/verdicts", json=sent("accept", 0))
        key = {"X-Tenu-Form": form_key(browser, "/nothing-here")}
        with_key = browser.post(f"/api/v1/claims/{claim}/verdicts", json=sent("accept", 0), headers=key)

    assert (without.status_code, with_key.status_code) == (403, 201)


def test_the_token_file_is_for_this_user_alone_and_goes_with_the_server(
    programs: Served, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert programs.token_file is not None
    assert programs.token_file.stat().st_mode & 0o777 == 0o600

    folder = tmp_path_factory.mktemp("token")
    with Served(folder / "empty.db", token_file=folder / "token"):
        assert (folder / "token").exists()
    assert not (folder / "token").exists()


def test_pages_of_a_list_lead_on_until_its_end_and_hold_each_claim_once(programs: Served, script: httpx.Client) -> None:
    seen: list[str] = []
    answer = script.get("/claims?limit=60")
    while True:
        seen += [one["id"] for one in answer.json()["entries"]]
        if "next" not in answer.links:
            break
        answer = script.get(answer.url.join(answer.links["next"]["url"]))

    assert len(seen) == len(set(seen)) == script.get(f"{programs.origin}/api/v1").json()["claims"]


def test_an_answer_that_a_program_has_costs_no_bytes_until_something_changes(script: httpx.Client) -> None:
    claim = one_to_judge(script)
    first = script.get(f"/claims/{claim['id']}")
    known = {"If-None-Match": f'"other", W/{first.headers["etag"]}'}

    before = script.get(f"/claims/{claim['id']}", headers=known)
    script.post(f"/claims/{claim['id']}/verdicts", json=sent("accept", claim["seen"]))
    after = script.get(f"/claims/{claim['id']}", headers=known)

    assert (before.status_code, before.content) == (304, b"")
    assert (after.status_code, after.json()["state"]) == (200, "accepted")


def test_two_who_judge_one_claim_are_both_told_and_nothing_is_lost(script: httpx.Client) -> None:
    claim = one_to_judge(script)
    script.post(f"/claims/{claim['id']}/verdicts", json=sent("accept", claim["seen"]))

    late = script.post(f"/claims/{claim['id']}/verdicts", json=sent("reject", claim["seen"], reason="no"))

    told = late.json()
    assert (late.status_code, late.headers["content-type"]) == (409, PROBLEM)
    assert told["yours"]["decision"] == "reject"
    assert [one["judgement"]["decision"] for one in told["theirs"]] == ["accept"]
    assert told["claim"]["seen"] == claim["seen"] + 1


def test_a_decision_sent_twice_counts_once(script: httpx.Client) -> None:
    claim = one_to_judge(script)
    decision = sent("reject", claim["seen"], reason="no number is told")

    first, second = (script.post(f"/claims/{claim['id']}/verdicts", json=decision) for _ in range(2))

    assert first.json() == second.json()
    assert len(script.get(f"/claims/{claim['id']}/verdicts").json()) == claim["seen"] + 1


def test_a_change_on_the_condition_of_another_state_is_refused(script: httpx.Client) -> None:
    claim = one_to_judge(script)
    tag = script.get(f"/claims/{claim['id']}").headers["etag"]

    refused = script.post(
        f"/claims/{claim['id']}/verdicts", json=sent("accept", claim["seen"]), headers={"If-Match": '"another"'}
    )
    kept = script.post(f"/claims/{claim['id']}/verdicts", json=sent("accept", claim["seen"]), headers={"If-Match": tag})

    assert (refused.status_code, refused.headers["content-type"]) == (412, PROBLEM)
    assert kept.status_code == 201


def test_a_link_that_others_judged_meanwhile_is_not_judged_over_them(script: httpx.Client) -> None:
    ends = [one["id"] for one in script.get("/claims?kind=meeting&limit=2").json()["entries"]]
    link = {"kind": "same", "from_claim": ends[0], "to_claim": ends[1]}

    made = script.post("/links", json={**link, "client_id": uuid.uuid4().hex})
    late = script.post("/links", json={**link, "client_id": uuid.uuid4().hex, "stands": False, "reason": "no"})
    back = script.post(
        "/links", json={**link, "client_id": uuid.uuid4().hex, "stands": False, "seen": made.json()["number"]}
    )

    assert (made.status_code, late.status_code, back.status_code) == (201, 409, 201)
    assert late.json()["theirs"]["stands"] is True
    history = script.get("/links", params=link).json()
    assert [one["stands"] for one in history] == [True, False]


def test_an_annotation_points_at_the_words_by_code_points_and_by_quotation(script: httpx.Client) -> None:
    claim = script.get("/claims?kind=pledge&limit=1").json()["entries"][0]
    text = script.get(f"/documents/{claim['document']}").json()["document"]["text"]

    answer = script.get(f"/claims/{claim['id']}/annotation")

    place, quoted = answer.json()["target"][0]["selector"]
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert text[place["start"] : place["end"]] == quoted["exact"] == claim["claim"]["evidence"]["text"]
    assert text[: place["start"]].endswith(quoted["prefix"])


def test_an_answer_is_the_record_itself(script: httpx.Client) -> None:
    answer = script.get(f"/claims/{one_to_judge(script)['id']}")

    kept = msgspec.json.decode(answer.content, type=KeptClaim)

    assert msgspec.json.encode(kept) == answer.content


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/claims/0000", 404),
        ("/nothing", 404),
        ("/claims?kind=wish", 422),
        ("/claims?knd=pledge", 400),
        ("/claims?during=soon", 422),
        ("/claims?since=2026-02-30", 400),
        ("/claims?after=zzzzzzzzzzzzzzzzzzzz", 400),
        ("/claims?as_of=yesterday", 400),
        ("/documents/none/content", 404),
        ("/exports/docx", 422),
    ],
)
def test_every_refusal_is_a_problem_with_a_sentence(script: httpx.Client, path: str, code: int) -> None:
    answer = script.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (code, PROBLEM)
    assert answer.json()["status"] == code
    assert answer.json()["detail"]


def test_a_method_that_an_address_does_not_take_is_answered_with_those_that_it_takes(script: httpx.Client) -> None:
    answer = script.delete("/links")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
    assert answer.headers["content-type"] == PROBLEM


def test_exports_are_files_to_save(script: httpx.Client) -> None:
    answer = script.get("/exports/csv?kind=pledge")

    assert answer.headers["content-disposition"].startswith('attachment; filename="tenu-')
    pledges = {line.split(",")[0] for line in answer.text.splitlines()[1:] if ",pledge," in line}
    assert len(pledges) == int(answer.headers["tenu-claims"]) > 0


def test_every_operation_is_described_with_an_example_that_fits_its_own_shape() -> None:
    told = description()

    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            assert operation.get("summary"), path
            for answer in operation["responses"].values():
                for media, content in answer.get("content", {}).items():
                    if "binary" in str(content.get("schema")):
                        continue
                    if path.endswith("{format}") and media == "application/ld+json":
                        continue
                    example = content["example"]
                    schema = {**content["schema"], "components": told["components"]}
                    jsonschema.validate(json.loads(json.dumps(example)), schema)
            for media in operation.get("requestBody", {}).get("content", {}).values():
                schema = {**media["schema"], "components": told["components"]}
                assert media["examples"], (path, method)
                for example in media["examples"].values():
                    jsonschema.validate(example["value"], schema)
            for parameter in operation.get("parameters", []):
                known = parameter["name"] in ("If-Match", "limit")
                assert known or parameter["schema"].get("examples") or parameter.get("examples"), (path, parameter)
