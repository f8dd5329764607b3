"""When two claims say the same: everything but their ids and readers, with or without their place in the text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

import msgspec

from tenu.record import Claim, ReadBy, Terms

_NOBODY = ReadBy("", "", "")


_EMPTY = re.compile(rb',"[a-z_]+":(?:null|\[\])')
"""Fields with nothing in them. No text can look so: a quotation mark inside a text has a backslash before it."""


def encoded(claim: Claim) -> str:
    """Give a claim as the JSON in which it is kept: the reading format's, without its empty fields."""
    return _EMPTY.sub(b"", msgspec.json.encode(claim)).decode()


def decoded(data: str) -> Claim:
    """Take a claim from the JSON in which it is kept."""
    return msgspec.json.decode(data, type=Claim)


def terms_written(terms: Terms | None) -> str | None:
    """Give terms as the JSON in which they are kept."""
    return msgspec.json.encode(terms).decode() if terms is not None else None


def terms_read(data: str | None) -> Terms | None:
    """Take terms from the JSON in which they are kept."""
    return msgspec.json.decode(data, type=Terms) if data is not None else None


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


def seal_of_claims(ids: Iterable[str], written: Iterable[str]) -> str:
    """Give the digest by which the history seals what a reading added: each claim's id with its JSON."""
    return digest_of([f"{id_} {data}" for id_, data in zip(ids, written, strict=True)])


def digest_of(parts: Iterable[str]) -> str:
    """Give the SHA-256 of several texts in order, in hexadecimal."""
    return sha256("\n".join(parts).encode()).hexdigest()
