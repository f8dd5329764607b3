"""W3C Web Annotation: one annotation a claim, on the very words that say so.

Positions are counted in Unicode code points of the document's text, as the model asks for (Web Annotation Data Model,
4.2.4); the quotation is given with the words around it, so that other programs find the place on the page itself.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from tenu.publishing.entry import About, Entry
from tenu.publishing.headline import headline
from tenu.publishing.notes import Notes
from tenu.record import Passage

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points given before and after the quoted words."""

_MOVED = "words that no longer stand in the document’s current text have no position"


def write_annotations(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write a page of annotations; entries must come with their documents' texts."""
    notes = Notes()
    encode = msgspec.json.Encoder().encode
    to.write(
        b'{"@context":' + encode(CONTEXT) + b',"type":"AnnotationPage","id":' + encode(about.web or "urn:tenu:page")
    )
    to.write(b',"label":' + encode(about.title) + b',"items":[')
    between = b"\n"
    for entry in entries:
        to.write(between + encode(annotation(entry, about, notes)))
        notes.wrote("annotations")
        between = b",\n"
    to.write(b"\n]}\n")
    return notes


def annotation(entry: Entry, about: About, notes: Notes) -> dict[str, Any]:
    """Give a claim's annotation."""
    kept = entry.kept
    return {
        "id": f"urn:tenu:claim:{kept.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "created": kept.known_from.isoformat(),
        "generated": about.made_at.isoformat(),
        "generator": {"type": "Software", "name": f"{kept.claim.read_by.reader} {kept.claim.read_by.version}"},
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": headline(kept.claim)},
            {"type": "TextualBody", "purpose": "tagging", "value": kept.claim.kind.value},
        ],
        "target": [_target(entry, passage, notes) for passage in (kept.claim.evidence, *kept.claim.also)],
    }


def _target(entry: Entry, passage: Passage, notes: Notes) -> dict[str, Any]:
    source = entry.kept.source if "://" in entry.kept.source else f"urn:tenu:document:{entry.kept.document}"
    quoted: dict[str, Any] = {"type": "TextQuoteSelector", "exact": passage.text}
    text = entry.text or ""
    if text[passage.start : passage.end] != passage.text:
        notes.add(_MOVED, entry.kept.id)
        return {"source": source, "selector": quoted}
    quoted["prefix"] = text[max(0, passage.start - AROUND) : passage.start]
    quoted["suffix"] = text[passage.end : passage.end + AROUND]
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return {"source": source, "selector": [place, quoted]}
