"""Write readings for tests: texts of our own, claims cut out of them."""

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256

from tenu.record import (
    Actor,
    Block,
    BlockKind,
    Claim,
    Document,
    Item,
    Kind,
    Passage,
    Place,
    ReadBy,
    Reading,
    Role,
    Status,
)

NOON = datetime(2022, 10, 12, 12, tzinfo=UTC)
Brought = tuple[bytes, Reading]


def brought(
    text: str,
    *claims: Claim,
    source: str = "https://www.example.org/a",
    published: str | None = "2022-10-11",
    language: str = "fr",
    content: bytes | None = None,
) -> Brought:
    """Give the bytes of a document and the reading that found these claims in it."""
    content = text.encode() if content is None else content
    document = Document(
        source=source,
        title=text.split(".")[0],
        language=language,
        published=published,
        updated=None,
        url=source if "://" in source else None,
        sha256=sha256(content).hexdigest(),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, language, 0, len(text)),),
    )
    return content, Reading(document, claims)


def said(
    text: str,
    words: str,
    kind: Kind = Kind.DELIVERY,
    *,
    id: str | None = None,  # noqa: A002
    version: str = "1",
    **more: object,
) -> Claim:
    """Give a claim whose evidence is these words of the text."""
    start = text.index(words)
    evidence = Passage(words, start, start + len(words))
    number = id if id is not None else sha256(f"{text}{words}{kind}".encode()).hexdigest()[:12]
    return Claim(number, kind, evidence, ReadBy("test", version, "a rule"), **more)  # type: ignore[arg-type]


def actor(role: Role, name: str, iso: str | None = None, id: str | None = None) -> Actor:  # noqa: A002
    """Give an actor whose mention is his name."""
    return Actor(role, name, name, 0, len(name), id=id, iso=iso)


def item(name: str, quantity: int | None = None, amount: str | None = None, currency: str | None = None) -> Item:
    """Give an item, counted or in money."""
    return Item(name, 0, 1, quantity=quantity, amount=Decimal(amount) if amount else None, currency=currency)


NORWAY = (
    "La Norvège a livré trois ambulances à l’hôpital de Kyiv le 10 octobre. "
    "Elle s’engage à verser 5 millions d’euros à l’Ukraine en 2023. "
    "Les ministres se réuniront à Bruxelles mercredi."
)
"""A text of three sentences: a delivery, a pledge, a meeting."""


def norway(*, source: str = "https://www.example.org/a", before: str = "", version: str = "1") -> Brought:
    """Give the reading of the text of three sentences, with words before it."""
    text = before + NORWAY
    first, second, third = (sentence + "." for sentence in NORWAY.rstrip(".").split(". "))
    return brought(
        text,
        said(
            text, first, Kind.DELIVERY, version=version, status=Status.DONE, when="2022-10-10",
            actors=(actor(Role.DONOR, "Norvège", "NOR"), actor(Role.RECIPIENT, "hôpital de Kyiv")),
            items=(item("ambulances", 3),),
        ),
        said(
            text, second, Kind.PLEDGE, version=version, status=Status.DONE, when="2023",
            actors=(actor(Role.DONOR, "Norvège", "NOR"), actor(Role.RECIPIENT, "Ukraine", "UKR")),
            items=(item("euros", amount="5000000", currency="EUR"),),
        ),
        said(
            text, third, Kind.MEETING, version=version, status=Status.PLANNED, when="2022-10-12",
            actors=(actor(Role.PARTICIPANT, "ministres"),), where=(Place("Bruxelles"),),
        ),
        source=source,
    )  # fmt: skip
