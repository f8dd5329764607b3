"""The API's description as a page of our own: operations, what they take, what they give, with examples."""

import json
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from tenu.web.api.routes import description
from tenu.web.pages import page

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that an operation takes: its name, where it stands, what it is, whether it must be there."""

    name: str
    place: str
    shape: str
    told: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as the page shows it; `given` and `sent` are examples."""

    id: str
    method: str
    path: str
    summary: str
    told: str
    taken: tuple[Taken, ...]
    given: tuple[tuple[str, str, str], ...]
    sent: tuple[tuple[str, str], ...]


@routes.get("/api")
def api(request: Request) -> Response:
    """Show what the API takes and gives."""
    told = description()
    parts: dict[str, list[Operation]] = {}
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            parts.setdefault(operation["tags"][0], []).append(_operation(path, method, operation))
    paragraphs = told["info"]["description"].replace("**", "").replace("`", "").strip().split("\n\n")
    return page(request, "ledger/api.html", parts=parts, paragraphs=paragraphs)


def _operation(path: str, method: str, told: dict[str, Any]) -> Operation:
    bodies = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("examples", {})
    return Operation(
        id=told["operationId"],
        method=method.upper(),
        path=path,
        summary=told["summary"],
        told=told.get("description", "").replace("`", ""),
        taken=tuple(map(_taken, told.get("parameters", ()))),
        given=tuple(_given(code, answer) for code, answer in told["responses"].items() if answer.get("content")),
        sent=tuple((name, _written(one["value"])) for name, one in bodies.items()),
    )


def _taken(told: dict[str, Any]) -> Taken:
    described = told.get("description", "").replace("`", "")
    return Taken(told["name"], told["in"], _shape(told["schema"]), described, bool(told.get("required")))


def _shape(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " | ".join(_shape(one) for one in schema["anyOf"] if one.get("type") != "null")
    if "$ref" in schema:
        named = description()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return " | ".join(named.get("enum", ())) or str(named.get("title", ""))
    return str(schema.get("format") or schema.get("type", ""))


def _given(code: str, told: dict[str, Any]) -> tuple[str, str, str]:
    media, content = next(iter(told["content"].items()))
    return code, media, _written(content["example"]) if "example" in content else ""


def _written(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, indent=2)
