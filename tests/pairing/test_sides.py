"""Claims of two readings side by side: one language by its words, two languages by their blocks."""

from decimal import Decimal

import pytest

from tenu.pairing import Difference, Slot, side_by_side
from tenu.pairing.differences import money
from tenu.record import Actor, Block, BlockKind, Claim, Document, Item, Kind, Passage, ReadBy, Reading, Role

FRENCH = [
    "La Norvège versera 12 millions d’euros à la Kestrie en mars.",
    "Ada Brenn a salué ce geste, que les communes attendaient depuis des mois.",
    "Les ministres se réuniront de nouveau à Valmont le 9 juin.",
]
ENGLISH = [
    "Norway will pay EUR 15 million to Kestria in March.",
    "Ada Brenn welcomed the gesture, for which the towns had waited for months.",
    "Ministers will meet again in Valmont on 9 June.",
]


def reading(language: str, blocks: list[str], *claims: Claim) -> Reading:
    text = "\n\n".join(blocks)
    placed = []
    at = 0
    for block in blocks:
        placed.append(Block(BlockKind.PARAGRAPH, language, at, at + len(block)))
        at += len(block) + 2
    document = Document(f"a.{language}.txt", None, language, "2025-03-04", None, None, "", text, tuple(placed))
    return Reading(document, claims)


def said(
    blocks: list[str],
    number: int,
    kind: Kind,
    *actors: Actor,
    amount: int | None = None,
    when: str | None = None,
    by: str | None = None,
) -> Claim:
    start = sum(len(block) + 2 for block in blocks[:number])
    items = (Item("money", start, start + 5, amount=amount, currency="EUR"),) if amount else ()
    evidence = Passage(blocks[number], start, start + len(blocks[number]))
    return Claim(
        f"{kind}{number}", kind, evidence, ReadBy("test", "1", "x"), when=when, by=by, actors=actors, items=items
    )


def actor(role: Role, name: str, iso: str | None = None) -> Actor:
    return Actor(role, name, name, 0, len(name), iso=iso)


def test_two_languages_are_paired_by_their_blocks_and_another_amount_is_named() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 0, Kind.PLEDGE, amount=12_000_000))
    english = reading("en", ENGLISH, said(ENGLISH, 0, Kind.PLEDGE, amount=15_000_000))

    (pair,) = side_by_side(french, english)

    assert pair.differences == (Difference(Slot.AMOUNT, "EUR 12 m", "EUR 15 m"),)


def test_another_date_is_named() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 2, Kind.MEETING, when="2025-06-09"))
    english = reading("en", ENGLISH, said(ENGLISH, 2, Kind.MEETING, when="2025-06-10"))

    (pair,) = side_by_side(french, english)

    assert pair.differences == (Difference(Slot.DATE, "2025-06-09", "2025-06-10"),)


def test_what_only_one_language_tells_comes_with_the_words_that_stand_there_in_the_other() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 2, Kind.MEETING))
    english = reading("en", ENGLISH)

    (pair,) = side_by_side(french, english)

    assert pair.right is None
    assert pair.there is not None
    assert pair.there.text == ENGLISH[2]


def test_another_speaker_is_named_where_the_others_name_stands_in_the_text() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 1, Kind.STATEMENT, actor(Role.SPEAKER, "Ada Brenn")))
    english = reading("en", ENGLISH, said(ENGLISH, 1, Kind.STATEMENT, actor(Role.SPEAKER, "Ole Strand")))

    (pair,) = side_by_side(french, english)

    assert pair.differences == (Difference(Slot.SPEAKER, "Ada Brenn", "Ole Strand"),)


def test_a_title_that_each_language_writes_its_own_way_is_no_other_speaker() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 1, Kind.STATEMENT, actor(Role.SPEAKER, "la présidente du conseil")))
    english = reading("en", ENGLISH, said(ENGLISH, 1, Kind.STATEMENT, actor(Role.SPEAKER, "the Council’s chair")))

    (pair,) = side_by_side(french, english)

    assert pair.agrees


def test_another_country_in_the_same_role_is_named() -> None:
    french = reading("fr", FRENCH, said(FRENCH, 0, Kind.PLEDGE, actor(Role.DONOR, "Norvège", "NOR")))
    english = reading("en", ENGLISH, said(ENGLISH, 0, Kind.PLEDGE, actor(Role.DONOR, "Sweden", "SWE")))

    (pair,) = side_by_side(french, english)

    assert pair.differences == (Difference(Slot.ACTOR, "donor Norvège", "donor Sweden"),)


def test_one_language_is_paired_by_its_words_wherever_they_stand() -> None:
    moved = [ENGLISH[2], ENGLISH[0]]
    before = reading("en", ENGLISH, said(ENGLISH, 0, Kind.PLEDGE), said(ENGLISH, 2, Kind.MEETING))
    after = reading("en", moved, said(moved, 0, Kind.MEETING), said(moved, 1, Kind.PLEDGE))

    pairs = side_by_side(before, after)

    assert [pair.agrees for pair in pairs] == [True, True]


def test_other_words_are_not_paired() -> None:
    before = reading("en", ENGLISH, said(ENGLISH, 0, Kind.PLEDGE))
    after = reading("en", ENGLISH, said(ENGLISH, 2, Kind.PLEDGE))

    assert [(pair.left is None, pair.right is None) for pair in side_by_side(before, after)] == [
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("amount", "told"),
    [(2_000_000_000, "EUR 2 bn"), (1_850_000_000, "EUR 1.85 bn"), (1_234_567, "EUR 1,234,567"), (12_000, "EUR 12,000")],
)
def test_an_amount_is_shortened_only_where_that_is_exact(amount: int, told: str) -> None:
    assert money(Decimal(amount), "EUR") == told
