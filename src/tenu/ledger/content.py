"""When two claims say the same: everything but their ids and readers, with or without their place in the text."""

import re
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

import msgspec

from tenu.record import Actor, Claim, Item, Passage, ReadBy, Unread

Part = TypeVar("Part", Passage, Actor, Item, Unread)

_NOBODY = ReadBy("", "", "")


_EMPTY = re.compile(rb',"[a-z_]+":(?:null|\[\])')
"""Fields with nothing in them. No text can look so: a quotation mark inside a text has a backslash before it."""


def encoded(claim: Claim) -> str:
    """Give a claim as the JSON in which it is kept: the reading format's, without its empty fields."""
    return _EMPTY.sub(b"", msgspec.json.encode(claim)).decode()


def decoded(data: str) -> Claim:
    """Take a claim from the JSON in which it is kept."""
    return msgspec.json.decode(data, type=Claim)


def in_place(claim: Claim) -> bytes:
    """Give what a claim says and where in the page, whoever read it."""
    return msgspec.json.encode(replace(claim, id="", read_by=_NOBODY))


def anywhere(claim: Claim) -> bytes:
    """Give what a claim says in which words, wherever they stand."""
    return msgspec.json.encode(
        (
            claim.kind,
            claim.status,
            claim.when,
            claim.by,
            claim.recurs,
            claim.where,
            sorted((actor.role, actor.name) for actor in claim.actors),
            [(item.name, item.quantity, item.unit, item.amount, item.currency) for item in claim.items],
            claim.quote,
            claim.manner,
            claim.evidence.text,
        )
    )


def moved(claim: Claim, by: int) -> Claim:
    """Give a claim whose every place in the text stands `by` code points further on."""
    return replace(
        claim,
        evidence=_moved(claim.evidence, by),
        also=tuple(_moved(passage, by) for passage in claim.also),
        actors=tuple(_moved(actor, by) for actor in claim.actors),
        items=tuple(_moved(item, by) for item in claim.items),
        unread=tuple(_moved(words, by) for words in claim.unread),
    )


def _moved(part: Part, by: int) -> Part:
    return replace(part, start=part.start + by, end=part.end + by)


def digest_of(parts: list[str]) -> str:
    """Give the SHA-256 of several texts in order, in hexadecimal."""
    return sha256("\n".join(parts).encode()).hexdigest()
