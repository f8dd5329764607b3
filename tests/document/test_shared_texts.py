"""The documents of the shared data: every head as marked, every offset exact."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from tenu.document import open_document
from tenu.record import Document

SHARED = Path(os.environ.get("TENU_DATA") or Path(__file__).parents[3] / "shared")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data folder is not beside the project"),
]


def heads() -> list[Any]:
    return [yaml.safe_load(path.read_text("utf-8"))["document"] for path in sorted((SHARED / "gold").glob("*.yaml"))]


@pytest.mark.parametrize("head", heads(), ids=lambda head: head["file"])
def test_the_head_of_a_marked_document_is_read_as_marked(head: dict[str, Any]) -> None:
    content = (SHARED / "corpus" / head["file"]).read_bytes()

    document = open_document(content, head["file"])

    assert document.text == content.decode()
    assert document.title == head["title"]
    assert document.language == head["language"]
    assert (document.published, document.updated) == (head["published"], head.get("updated"))
    assert captions_of(document) == head.get("captions", [])
    assert related_of(document) == head.get("related", [])


def captions_of(document: Document) -> list[dict[str, str]]:
    captions = (block for block in document.blocks if block.kind == "caption")
    return [{"text": document.text[block.start : block.end], "language": block.language} for block in captions]


def related_of(document: Document) -> list[dict[str, str | None]]:
    return [
        {"relation": related.relation, "language": related.language, "text": document.text[related.start : related.end]}
        for related in document.related
    ]


def test_the_blocks_of_many_releases_stand_in_order_within_the_text() -> None:
    with gzip.open(SHARED / "data" / "releases" / "ch_diplo_pairs.jsonl.gz", "rt", encoding="utf-8") as lines:
        releases = [json.loads(line) for _, line in zip(range(150), lines, strict=False)]

    for release in releases:
        document = open_document(f"{release['title']}\n\n{release['text']}".encode(), release["id"])
        edges = [edge for block in document.blocks for edge in (block.start, block.end)]

        assert document.language == release["lang"]
        assert edges == sorted(edges)
        assert edges[-1] <= len(document.text)


@pytest.mark.parametrize("path", sorted((SHARED / "data" / "pages").glob("*.html")), ids=lambda path: path.name)
def test_every_block_of_a_press_page_holds_words(path: Path) -> None:
    document = open_document(path.read_bytes(), path.name)

    assert document.title
    assert all(document.text[block.start : block.end].strip() for block in document.blocks)
