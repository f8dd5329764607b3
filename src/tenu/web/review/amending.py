"""A claim made anew from what a person chose and typed in the form, tied to the words of the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenu.errors import UsageError
from tenu.record import PERSON, Actor, Claim, Document, Item, Kind, Manner, Passage, Place, ReadBy, Role, Status, edtf
from tenu.web.review.numbers import number_of
from tenu.web.review.words import time_words
from tenu.web.wording import N_

_NO_EVIDENCE = N_("A claim needs the words that say so: select them in the document.")


@dataclass(frozen=True, slots=True)
class ActorFields:
    """An actor's row in the form; `at` is its place among the claim's actors, None for a row that was added."""

    role: Role
    name: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class ItemFields:
    """An item's row in the form; numbers as they were typed."""

    name: str
    quantity: str = ""
    unit: str = ""
    amount: str = ""
    currency: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """The form: what the claim says now; `unread` are the places of the unread words that stay unread."""

    kind: Kind
    evidence: tuple[int, int]
    status: Status | None = None
    when: str = ""
    by: str = ""
    recurs: str = ""
    where: tuple[str, ...] = ()
    actors: tuple[ActorFields, ...] = ()
    items: tuple[ItemFields, ...] = ()
    quote: str = ""
    manner: Manner | None = None
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A claim of a person's own as the browser's queue keeps it."""

    client_id: str
    fields: Fields
    reason: str = ""


def blank(fields: Fields, document: Document) -> Claim:
    """Give a claim that says nothing yet but where its words stand."""
    return Claim("", fields.kind, _evidence(fields, document), ReadBy(PERSON, "", ""))


def amended(claim: Claim, fields: Fields, document: Document) -> Claim:
    """Give the claim as the form says it; what was left as it was keeps its place in the text."""
    evidence = _evidence(fields, document)
    near = evidence.start
    return replace(
        claim,
        kind=fields.kind,
        status=fields.status,
        evidence=evidence,
        also=claim.also if fields.evidence == (claim.evidence.start, claim.evidence.end) else (),
        when=_time(fields.when),
        when_words=_words_of(claim.when, claim.when_words, fields.when, evidence, document),
        by=_time(fields.by),
        by_words=_words_of(claim.by, claim.by_words, fields.by, evidence, document),
        recurs=fields.recurs.strip() or None,
        where=tuple(_place(claim.where, name.strip()) for name in fields.where if name.strip()),
        actors=tuple(_actor(claim.actors, row, document.text, near) for row in fields.actors if row.name.strip()),
        items=tuple(_item(claim.items, row, document.text, near) for row in fields.items if _filled(row)),
        quote=(fields.quote.strip() or None) if fields.kind is Kind.STATEMENT else None,
        manner=fields.manner if fields.kind is Kind.STATEMENT else None,
        unread=tuple(words for place, words in enumerate(claim.unread) if place in fields.unread),
    )


def _evidence(fields: Fields, document: Document) -> Passage:
    start, end = fields.evidence
    if not 0 <= start < end <= len(document.text):
        raise UsageError(_NO_EVIDENCE)
    return Passage.of(document.text, start, end)


def _time(typed: str) -> str | None:
    bare = typed.strip()
    return edtf.read(bare).text if bare else None


def _words_of(before: str | None, words: str | None, typed: str, near: Passage, document: Document) -> str | None:
    bare = typed.strip()
    if bare == (before or ""):
        return words
    return time_words(document, near, bare) if bare else None


def _place(before: Sequence[Place], name: str) -> Place:
    return next((place for place in before if place.name == name), Place(name))


def _actor(before: Sequence[Actor], row: ActorFields, text: str, near: int) -> Actor:
    name = row.name.strip()
    known = before[row.at] if row.at is not None and 0 <= row.at < len(before) else None
    if known is not None and known.name == name:
        return replace(known, role=row.role)
    start, end = _found(text, name, near) or ((known.start, known.end) if known else (0, 0))
    return Actor(row.role, name, text[start:end], start, end)


def _item(before: Sequence[Item], row: ItemFields, text: str, near: int) -> Item:
    name = row.name.strip()
    known = before[row.at] if row.at is not None and 0 <= row.at < len(before) else None
    kept = (known.start, known.end) if known else (0, 0)
    start, end = kept if known and known.name == name else _found(text, name, near) or kept
    amount, currency = number_of(row.amount), row.currency.strip().upper() or None
    if amount is not None and currency is None:
        raise UsageError(N_("Money needs its currency: choose or type three letters such as EUR."))
    return Item(name, start, end, number_of(row.quantity), row.unit.strip() or None, amount, currency)


def _filled(row: ItemFields) -> bool:
    return bool(row.name.strip() or row.quantity.strip() or row.amount.strip())


def _found(text: str, words: str, near: int) -> tuple[int, int] | None:
    """Give where words stand in the text, nearest to a place."""
    after = text.find(words, near)
    before = text.rfind(words, 0, near)
    places = [place for place in (after, before) if words and place >= 0]
    start = min(places, key=lambda place: abs(place - near), default=None)
    return None if start is None else (start, start + len(words))
