"""What the review is made of: a text cut at its evidence, numbers as people type them, a claim made anew."""

from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from tenu.errors import TenuError, UsageError
from tenu.ledger import KeptClaim, State
from tenu.record import Actor, Block, BlockKind, Claim, Document, Item, Kind, Passage, ReadBy, Role, Status
from tenu.web.review.amending import ActorFields, Fields, ItemFields, amended
from tenu.web.review.numbers import number_of
from tenu.web.review.segments import segments, stands, within
from tenu.web.review.sheet import sheet

TEXT = "Norvelle met Kestria. Norvelle gave 3 pumps on 12 March to Lorval."


def _claim(start: int, end: int, text: str = TEXT, **more: object) -> Claim:
    return Claim("c1", Kind.DELIVERY, Passage.of(text, start, end), ReadBy("test", "1", "rule"), **more)  # type: ignore[arg-type]


def _kept(name: str, start: int, end: int, text: str = TEXT) -> KeptClaim:
    claim, now = _claim(start, end, text), datetime(2026, 3, 12, tzinfo=UTC)
    return KeptClaim(name, "d1", "a.txt", None, "en", None, 1, claim, claim, State.OPEN, 0, now, None, None)


def _document(text: str = TEXT) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, "en", 0, len(text)),)
    return Document("a.txt", None, "en", "2026-03-12", None, None, "", text, blocks)


class _Words(HTMLParser):
    """Gathers the words of a page as a browser would show them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_text_is_cut_wherever_any_evidence_begins_or_ends() -> None:
    cut = segments([_kept("a", 0, 20), _kept("b", 13, 40), _kept("c", 13, 20)])

    assert [(one.start, one.end, one.claims) for one in cut] == [
        (0, 13, ("a",)),
        (13, 20, ("a", "b", "c")),
        (20, 40, ("b",)),
    ]


def test_a_block_takes_its_share_of_segments_and_the_words_between_them() -> None:
    cut = segments([_kept("a", 5, 12), _kept("b", 20, 30)])

    told = [(one.start, one.end, one.claims) for one in within(cut, 8, 25)]

    assert told == [(8, 12, ("a",)), (12, 20, ()), (20, 25, ("b",))]


def test_evidence_of_an_earlier_page_stands_nowhere_in_the_text() -> None:
    assert stands(_kept("a", 0, 8), _document())
    assert not stands(_kept("a", 0, 8, "Kestria gave nothing, so far."), _document())


@pytest.mark.parametrize("text", [TEXT, "a\r\nb\rc", "null\0here", "𝔸 𝔹 — é", "<b>&amp;</b>", "\n leading"])
def test_a_sheet_holds_each_code_point_of_the_text_in_its_place(text: str) -> None:
    words = _Words()

    words.feed(str(sheet(_document(text), [_kept("a", 1, 4, text)], {"a": State.OPEN})))

    assert words.words == text.replace("\0", "\ufffd")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        ("24 100 000", 24_100_000),
        ("24\u202f100\u202f000", 24_100_000),
        ("24’100’000", 24_100_000),
        ("4,5", Decimal("4.5")),
        ("4.50", Decimal("4.5")),
        ("0,125 ", Decimal("0.125")),
        ("7", 7),
    ],
)
def test_a_number_is_read_with_any_space_between_its_groups(typed: str, number: int | Decimal | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize("typed", ["24,100", "1.000", "three", "1,000,000", "-4", "4e9", "9" * 40, "٣"])
def test_a_number_that_could_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="one way only"):
        number_of(typed)


def test_what_was_left_as_it_was_keeps_its_place_and_what_was_typed_is_found_in_the_text() -> None:
    actor = Actor(Role.DONOR, "Norvelle", "Norvelle", 22, 30, id="country/NOR")
    before = _claim(22, 66, actors=(actor,), items=(Item("pumps", 38, 43, quantity=3),))
    fields = Fields(
        Kind.DELIVERY,
        (22, 66),
        Status.DONE,
        when="2026-03-12",
        actors=(ActorFields(Role.DONOR, "Norvelle", 0), ActorFields(Role.RECIPIENT, "Lorval")),
        items=(ItemFields("pumps", "3", at=0), ItemFields("grant", amount="4,5", currency="chf")),
    )

    told = amended(before, fields, _document())

    assert told.actors[0] == actor
    assert (told.actors[1].mention, told.actors[1].start) == ("Lorval", TEXT.index("Lorval"))
    assert (told.when, told.when_words) == ("2026-03-12", "12 March")
    assert told.items[0] == Item("pumps", 38, 43, quantity=3)
    assert (told.items[1].amount, told.items[1].currency) == (Decimal("4.5"), "CHF")


def test_a_name_that_the_text_does_not_hold_keeps_the_words_that_stand_for_it() -> None:
    before = _claim(22, 66, actors=(Actor(Role.DONOR, "Norvelle", "Norvelle", 22, 30),))
    fields = Fields(Kind.DELIVERY, (22, 66), actors=(ActorFields(Role.DONOR, "Federation of Norvelle", 0),))

    (actor,) = amended(before, fields, _document()).actors

    assert (actor.name, actor.mention, actor.start) == ("Federation of Norvelle", "Norvelle", 22)


@pytest.mark.parametrize(
    "wrong",
    [
        Fields(Kind.PLEDGE, (30, 30)),
        Fields(Kind.PLEDGE, (0, 10_000)),
        Fields(Kind.PLEDGE, (0, 10), when="soon"),
        Fields(Kind.PLEDGE, (0, 10), items=(ItemFields("aid", amount="5"),)),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(wrong: Fields) -> None:
    with pytest.raises(TenuError, match=r"\w{3,} \w+ \w+"):
        amended(_claim(0, 20), wrong, _document())
