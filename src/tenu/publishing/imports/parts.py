"""Make documents of rows: some hundred rows a document, so that each can be looked at, judged and kept by itself.

A part ends behind a row that its own words choose, not behind so many rows: a row that was put in or taken out moves
the borders near it alone, and all other parts stay the same to the byte.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

from tenu import __version__
from tenu.publishing.imports.line import Line
from tenu.publishing.imports.told import NotUnderstood, Said, Told, What, Who
from tenu.record import Actor, Block, BlockKind, Claim, Document, Item, Passage, ReadBy, Reading, Unread

FEWEST, MEAN, MOST = 50, 200, 400
"""Rows of a part: at least, on the whole, at most."""

READER = "tenu-import"


@dataclass(frozen=True, slots=True)
class Part:
    """One document of rows with the claims that they tell: the bytes, the reading, and each claim's row."""

    content: bytes
    reading: Reading
    told: tuple[Told, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A told claim with its rows as lines of text."""

    told: Told
    lines: tuple[Line, ...]


def parts_of(told: Iterable[Told], source: str, language: str, published: str | None) -> Iterator[Part]:
    """Give the parts of a table; the first has the source's own name, the others a number behind it."""
    waiting: list[Laid] = []
    number = rows = 0
    for one in told:
        laid = Laid(one, tuple(Line(row) for row in one.rows))
        waiting.append(laid)
        rows += len(laid.lines)
        if rows >= MOST or (rows >= FEWEST and _ends_a_part(laid.lines[-1])):
            number += 1
            yield part_of(waiting, part_name(source, number), language, published)
            waiting, rows = [], 0
    if waiting:
        yield part_of(waiting, part_name(source, number + 1), language, published)


def _ends_a_part(line: Line) -> bool:
    return crc32(line.text.encode()) % (MEAN - FEWEST) == 0


def part_name(source: str, number: int) -> str:
    """Give the source under which a part is kept."""
    return source if number == 1 else f"{source}#part={number}"


def part_of(laid: list[Laid], source: str, language: str, published: str | None) -> Part:
    """Make one document of rows, and the claims that they tell."""
    lines = [line for one in laid for line in one.lines]
    text = "\n".join(line.text for line in lines)
    at = 0
    for line in lines:
        line.start = at
        at += len(line.text) + 1
    content = text.encode()
    document = Document(
        source=source,
        title=source.replace("#part=", ", part "),
        language=language,
        published=published,
        updated=None,
        url=None,
        sha256=sha256(content).hexdigest(),
        text=text,
        blocks=tuple(Block(BlockKind.TABLE, language, line.start, line.end) for line in lines),
    )
    claims = tuple(_claims(laid, text, source))
    return Part(content, Reading(document, claims), tuple(one.told for one in laid), len(lines))


def _claims(laid: list[Laid], text: str, source: str) -> Iterator[Claim]:
    seen: dict[str, int] = {}
    for one in laid:
        if one.told.said is None:
            continue
        evidence = Passage.of(text, one.lines[0].start, one.lines[-1].end)
        seen[evidence.text] = seen.get(evidence.text, 0) + 1
        key = one.told.id or _id(source, evidence.text, seen[evidence.text])
        yield _claim(one, one.told.said, evidence, key)


def _claim(laid: Laid, said: Said, evidence: Passage, key: str) -> Claim:
    lines, told = laid.lines, laid.told
    return Claim(
        id=key,
        kind=said.kind,
        evidence=evidence,
        read_by=ReadBy(READER, __version__, told.rule),
        status=said.status,
        when=said.when,
        when_words=said.when_words if said.when else None,
        by=said.by,
        by_words=said.by_words if said.by else None,
        recurs=said.recurs,
        where=said.where,
        actors=tuple(_actor(who, lines[0]) for who in said.actors),
        items=tuple(_item(what, lines[what.row]) for what in said.items),
        quote=said.quote,
        manner=said.manner,
        unread=tuple(_unread(words, lines[0]) for words in told.unread),
    )


def _actor(who: Who, line: Line) -> Actor:
    mention = line.cell(who.column)
    return Actor(who.role, who.name, mention.text, mention.start, mention.end, who.id, who.iso)


def _item(what: What, line: Line) -> Item:
    place = line.cell(what.column)
    return Item(what.name, place.start, place.end, what.quantity, what.unit, what.amount, what.currency)


def _unread(words: NotUnderstood, line: Line) -> Unread:
    place = line.cell(words.column)
    return Unread(words.words, place.start, place.end, words.reason)


def _id(source: str, words: str, which: int) -> str:
    return sha256(f"{source.partition('#')[0]}\n{words}\n{which}".encode()).hexdigest()[:16]
