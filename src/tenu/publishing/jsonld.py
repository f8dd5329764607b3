"""JSON-LD in the words of schema.org: statements as Quotation, meetings as Event, the rest as Claim, in one Dataset."""

import re
from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from tenu.publishing.columns import plain
from tenu.publishing.entry import About, Entry
from tenu.publishing.headline import headline
from tenu.publishing.notes import Notes
from tenu.record import Actor, Item, Kind, Place, Role, Status, edtf

CONTEXT = "https://schema.org"
Node = dict[str, Any]

_NO_DATE = "weeks, seasons, quarters and decades are no dates of schema.org; the events stand without a date"
_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_EVENT_STATUS = {Status.DENIED: "EventCancelled"}


def write_jsonld(entries: Iterable[Entry], to: BinaryIO, about: About) -> Notes:
    """Write one document: the context, the dataset, and a node for each claim."""
    notes = Notes()
    encode = msgspec.json.Encoder().encode
    to.write(b'{"@context":' + encode(CONTEXT) + b',"@graph":[\n' + encode(_dataset(about)))
    for entry in entries:
        to.writelines((b",\n", encode(node_of(entry, about, notes))))
        notes.wrote("nodes")
    to.write(b"\n]}\n")
    return notes


def node_of(entry: Entry, about: About, notes: Notes) -> Node:
    """Give a claim's node."""
    claim = entry.kept.claim
    if claim.kind is Kind.STATEMENT:
        node = _quotation(entry)
    elif claim.kind is Kind.MEETING:
        node = _event(entry, notes)
    else:
        node = _claim(entry)
    node = {"@id": f"urn:tenu:claim:{entry.kept.id}", **node, "identifier": entry.kept.id}
    if claim.kind is Kind.MEETING:  # an event is no work: it is told of, not part of a dataset
        return node
    return node | {"isPartOf": {"@id": dataset_id(about)}, "creativeWorkStatus": entry.kept.state.value}


def dataset_id(about: About) -> str:
    """Give the dataset's id: where it stands in the web, else a name of its own."""
    return about.web or "urn:tenu:dataset"


def _dataset(about: About) -> Node:
    return {
        "@id": dataset_id(about),
        "@type": "Dataset",
        "name": about.title,
        "description": "What institutions said in public, each claim tied to the words that say so.",
        "dateModified": about.made_at.isoformat(),
        "creator": {"@type": "Organization", "name": about.reporter},
    }


def _quotation(entry: Entry) -> Node:
    claim = entry.kept.claim
    node: Node = {"@type": "Quotation", "text": claim.quote or claim.evidence.text}
    speakers = [_party(actor, "Person") for actor in claim.actors if actor.role is Role.SPEAKER]
    if speakers:
        node["creator"] = speakers
    return node | {"inLanguage": entry.kept.language, "citation": _source(entry)}


def _event(entry: Entry, notes: Notes) -> Node:
    claim = entry.kept.claim
    node: Node = {"@type": "Event", "name": headline(claim), "description": claim.evidence.text}
    node |= _days(entry, notes)
    status = _EVENT_STATUS.get(claim.status) if claim.status is not None else None
    if entry.cancelled:
        status = "EventCancelled"
    node["eventStatus"] = f"https://schema.org/{status or 'EventScheduled'}"
    node |= _some("location", [_place(place) for place in claim.where])
    node |= _some("attendee", [_party(one) for one in claim.actors if one.role is Role.PARTICIPANT])
    node |= _some("organizer", [_party(one) for one in claim.actors if one.role in (Role.HOST, Role.ORGANISER)])
    return node | {"subjectOf": _source(entry)}


def _claim(entry: Entry) -> Node:
    claim = entry.kept.claim
    node: Node = {
        "@type": "Claim",
        "name": headline(claim),
        "text": claim.evidence.text,
        "additionalType": claim.kind.value,
    }
    about = [_thing(item) for item in claim.items]
    about += [{"@type": "Role", "roleName": one.role.value, "about": _party(one)} for one in claim.actors]
    node |= _some("about", about)
    if claim.when:
        node["temporal"] = claim.when
    if claim.by:
        node["expires"] = claim.by
    node |= _some("spatial", [_place(place) for place in claim.where])
    return node | {"appearance": _source(entry)}


def _days(entry: Entry, notes: Notes) -> Node:
    """Give start and end as ISO 8601: days, months and years as they are told, periods by their ends."""
    when = entry.kept.claim.when
    if when is None:
        return {}
    if _DATE.fullmatch(when):
        return {"startDate": when}
    try:
        time = edtf.read(when)
    except edtf.UnreadableTimeError:
        time = None
    if time is None or "/" not in when:
        notes.add(_NO_DATE, entry.kept.id)
        return {}
    days = {"startDate": time.earliest, "endDate": time.latest}
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _source(entry: Entry) -> Node:
    kept = entry.kept
    node: Node = {"@type": "CreativeWork", "name": kept.title or kept.source, "inLanguage": kept.language}
    if kept.published:
        node["datePublished"] = kept.published
    node["url" if "://" in kept.source else "identifier"] = kept.source
    return node


def _party(actor: Actor, otherwise: str = "Organization") -> Node:
    kind = "Country" if actor.iso is not None else otherwise
    return {"@type": kind, "name": actor.name} | ({"identifier": actor.id} if actor.id else {})


def _place(place: Place) -> Node:
    return {"@type": "Country" if place.iso else "Place", "name": place.name} | (
        {"identifier": place.iso} if place.iso else {}
    )


def _thing(item: Item) -> Node:
    if item.amount is not None:
        return {
            "@type": "MonetaryAmount",
            "name": item.name,
            "value": plain(item.amount),
            "currency": item.currency,
        }
    node: Node = {"@type": "Thing", "name": item.name}
    if item.quantity is not None:
        counted: Node = {"@type": "QuantitativeValue", "value": plain(item.quantity)}
        node["additionalProperty"] = counted | ({"unitText": item.unit} if item.unit else {})
    return node


def _some(name: str, nodes: list[Node]) -> Node:
    return {name: nodes} if nodes else {}
