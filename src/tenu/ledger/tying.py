"""Documents that belong together: translations, transcripts, what a page points to and what points to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, text

from tenu.ledger.documents import show_document
from tenu.ledger.words import index
from tenu.ledger.words.ties import address_digest, in_the_other_language, number_marks, own_addresses
from tenu.record import Document, Related

TRANSLATION = "translation"
_FOUND = """
SELECT documents.key, documents.source, pages.title, pages.language
FROM {start} JOIN documents ON documents.id = pages.document_id WHERE {conditions} AND pages.known_until IS NULL
ORDER BY pages.id LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """A document that belongs to another: how, in which language, at which address; its id where the ledger has it.

    `points_here` is True where it is that document which points to this one.
    """

    relation: str
    language: str | None
    address: str
    title: str | None = None
    document: str | None = None
    points_here: bool = False


def ties_of(connection: Connection, key: str) -> tuple[Tie, ...]:
    """Give the documents tied to one: those it points to, those that point to it, and its other languages."""
    kept = show_document(connection, key)
    document = kept.document
    if document is None:
        return ()
    ties: dict[str, Tie] = {}
    for tie in (
        *_pointed_to(connection, document),
        *_pointing_here(connection, document),
        *_other_languages(connection, document),
    ):
        if tie.document != kept.id:
            ties.setdefault(tie.document or tie.address, tie)
    return tuple(ties.values())


def _pointed_to(connection: Connection, document: Document) -> list[Tie]:
    """Give what the page points to, kept or not."""
    ties = []
    for related in document.related:
        found = _marked(connection, [f"u:{address_digest(related.url)}"]) if related.url else []
        ties += [Tie(related.relation, row.language, row.source, row.title, row.key) for row in found]
        if not found:
            words = document.text[related.start : related.end] or None
            ties.append(Tie(related.relation, related.language, related.url or "", words))
    return ties


def _pointing_here(connection: Connection, document: Document) -> list[Tie]:
    own = own_addresses(document)
    ties = []
    for row in _marked(connection, [f"r:{digest}" for digest in own]):
        there = show_document(connection, row.key).document
        relation = _relation(there.related if there else (), own)
        ties.append(Tie(relation, row.language, row.source, row.title, row.key, points_here=True))
    return ties


def _relation(related: Iterable[Related], own: set[str]) -> str:
    return next((one.relation for one in related if one.url and address_digest(one.url) in own), TRANSLATION)


def _other_languages(connection: Connection, document: Document) -> list[Tie]:
    """Give the documents in another language with the same number at the same site, or the same name but for `fr`."""
    names = {name for address in {document.source, document.url or ""} for name in in_the_other_language(address)}
    marks = [*number_marks(document), *(f"u:{address_digest(name)}" for name in sorted(names))]
    return [
        Tie(TRANSLATION, row.language, row.source, row.title, row.key)
        for row in _marked(connection, marks)
        if row.language != document.language
    ]


def _marked(connection: Connection, marks: list[str]) -> Sequence[Row[tuple[object, ...]]]:
    """Give the current pages that have one of the marks."""
    if not marks:
        return []
    column, matches = index.match(connection, index.PAGES)
    join = "CROSS JOIN" if connection.dialect.name == "sqlite" else "JOIN"
    start = f"{index.PAGES} {join} pages ON pages.id = {column}"
    statement = text(_FOUND.format(start=start, conditions=matches))
    return connection.execute(statement, {"asked": index.question(connection, [marks])}).all()
