"""JSON Lines back, one claim a line, whole: the row's words are the columns of the table, the claim is the line's."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tenu.publishing.columns import NAMES, plain, rows_of
from tenu.publishing.entry import Entry
from tenu.publishing.imports.limits import check_size
from tenu.publishing.imports.told import NotUnderstood, Row, Said, Told, What, Who
from tenu.publishing.jsonl import Line

RULE = "a line of JSON that tenu wrote"
LONGEST = 50_000_000
"""Bytes of one line."""


def told_by_lines(path: Path) -> Iterator[Told]:
    """Give what each line says; a line that is no claim of ours is kept and said."""
    check_size(path)
    decoder = msgspec.json.Decoder(Line)
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST):
            number += 1
            if line.strip():
                yield _told(line, number, decoder)


def _told(line: bytes, number: int, decoder: "msgspec.json.Decoder[Line]") -> Told:
    try:
        told = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        words = line.decode("utf-8", "replace").strip()
        row = Row(number, {"line": words})
        return Told((row,), None, RULE, unread=(NotUnderstood(number, "line", words, f"is no claim ({error})"),))
    entry = Entry(told.kept, told.matter)
    rows = tuple(
        Row(number, {name: words for name, words in zip(NAMES, map(plain, row), strict=True) if words})
        for row in rows_of(entry)
    )
    return Told(rows, _said(told), RULE, told.kept.terms, told.kept.state, told.kept.id, known=True)


def _said(told: Line) -> Said:
    claim = told.kept.claim
    return Said(
        kind=claim.kind,
        status=claim.status,
        when=claim.when,
        when_words=claim.when_words,
        by=claim.by,
        by_words=claim.by_words,
        recurs=claim.recurs,
        where=claim.where,
        actors=tuple(Who(one.role, one.name, one.role.value, one.id, one.iso) for one in claim.actors),
        items=tuple(
            What(one.name, "item", one.quantity, one.unit, one.amount, one.currency, at)
            for at, one in enumerate(claim.items)
        ),
        quote=claim.quote,
        manner=claim.manner,
    )
