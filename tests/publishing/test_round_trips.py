"""What is written is read back the same: every name, day and amount, whatever stands in it."""

import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenu.ledger import KeptClaim, State
from tenu.publishing.entry import Entry
from tenu.publishing.formats import SHAPES, Format
from tenu.publishing.imports.opening import From, open_table
from tenu.publishing.imports.sameness import is_said, what_is_told
from tenu.publishing.imports.told import Told
from tenu.record import (
    Actor,
    Basis,
    Claim,
    Item,
    Kind,
    Manner,
    Passage,
    Place,
    ReadBy,
    Role,
    Share,
    Stage,
    Status,
    Terms,
    Value,
)
from tests.publishing.conftest import ABOUT

MOMENT = datetime(2026, 2, 1, tzinfo=UTC)
LOSSLESS = {
    Format.CSV: From.CSV,
    Format.CSV_SAFE: From.CSV,
    Format.XLSX: From.XLSX,
    Format.PARQUET: From.PARQUET,
    Format.JSONL: From.JSONL,
}
TIMES = [
    *("2025-03-03", "2025-03", "2025", "2025-03-03/2025-04-01", "2025-W12"),
    *("2025-21", "2025-33", "199X", "../2025-06-30"),
]
CODES = ["FRA", "NOR", "UKR"]

in_xml = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
HARD = [
    *("=cmd()", "+1", "-1", "@a", "'", "'=1", "a; b", r"\; [FRA]", "x [FRA]", 'say "no"', "a\r\nb", "\t=1"),
    *(" =1", "1e5", "007", "TRUE", "None", "＝1", "\ufeffa", "_x0041_"),
]
words = st.one_of(st.sampled_from(HARD), st.text(in_xml, min_size=1, max_size=30)).filter(
    lambda text: bool(text.strip())
)
numbers = st.one_of(
    st.integers(0, 10**40),
    st.decimals(0, 10**12, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from([Decimal("0.1"), Decimal("1.50"), Decimal("12345678901234567890.123456789"), Decimal("1e-12")]),
)
ids = st.sampled_from([(None, None), ("country/FRA", "FRA"), ("org/nato", None), (None, "NOR"), ("org/x", "UKR")])


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    name, (number, iso) = draw(words), draw(ids)
    return Actor(draw(st.sampled_from(Role)), name, name, 0, 1, number, iso)


items = st.builds(
    Item,
    name=words,
    start=st.just(0),
    end=st.just(1),
    quantity=st.none() | numbers,
    unit=st.none() | words,
    amount=st.none() | numbers,
    currency=st.none() | st.sampled_from(["EUR", "CHF"]),
)
values = st.builds(Value, numbers, st.just("EUR"), st.sampled_from(Basis), st.none() | words)
terms = st.builds(
    Terms,
    stage=st.none() | st.sampled_from(Stage),
    values=st.lists(values, max_size=2).map(tuple),
    tranche_of=st.none() | st.just("abc"),
    shares=st.lists(st.builds(Share, words, st.none() | numbers), max_size=2).map(tuple),
    conditions=st.lists(words, max_size=2).map(tuple),
    withdrawn=st.booleans(),
)


@st.composite
def kept(draw: st.DrawFn, key: str = "") -> KeptClaim:
    """Make a claim of the ledger with whatever may stand in one."""
    claim = Claim(
        id=key,
        kind=draw(st.sampled_from(Kind)),
        evidence=Passage(draw(words), 0, 1),
        read_by=ReadBy("test", "1", draw(words)),
        status=draw(st.none() | st.sampled_from(Status)),
        when=draw(st.none() | st.sampled_from(TIMES)),
        when_words=draw(st.none() | words),
        by=draw(st.none() | st.sampled_from(TIMES)),
        recurs=draw(st.none() | words),
        where=tuple(draw(st.lists(st.builds(Place, words, st.none() | st.sampled_from(CODES)), max_size=2))),
        actors=tuple(draw(st.lists(actors(), max_size=3))),
        items=tuple(draw(st.lists(items, max_size=3))),
        quote=draw(st.none() | words),
        manner=draw(st.none() | st.sampled_from(Manner)),
    )
    return of_ledger(claim, draw(st.sampled_from(State)), draw(st.none() | terms))


def of_ledger(claim: Claim, state: State = State.OPEN, noted: Terms | None = None) -> KeptClaim:
    source = "https://example.org/a"
    return KeptClaim(
        claim.id, "d1", source, "A title", "en", "2025-04-01", 1, claim, claim, state, 1, MOMENT, None, None, noted
    )  # fmt: skip


claims = st.lists(st.integers(1, 10**6), min_size=1, max_size=4, unique=True).flatmap(
    lambda numbers_: st.tuples(*(kept(f"c{number}") for number in numbers_))
)


def back(form: Format, read: From, there: tuple[KeptClaim, ...]) -> list[Told]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        with path.open("w+b") as file:
            SHAPES[form].write([Entry(one, f"m{one.id}") for one in there], file, ABOUT)
        return list(open_table(path, read).told)


@pytest.mark.parametrize("form", LOSSLESS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(there=claims)
def test_claims_come_back_from_a_table_with_every_name_day_and_amount(
    form: Format, there: tuple[KeptClaim, ...]
) -> None:
    told = back(form, LOSSLESS[form], there)

    assert [one.unread for one in told] == [()] * len(there)
    assert [one.id for one in told] == [one.id for one in there]
    for one, claim in zip(told, there, strict=True):
        assert one.said is not None
        assert what_is_told(one.said) == what_is_told(claim.claim)
        assert is_said(one, claim)


plain = st.text("abcdefghij ÉÑ", min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
money = st.integers(1, 10**15) | st.decimals("0.01", 10**9, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def payments(draw: st.DrawFn) -> KeptClaim:
    """Make a promise or a payment of one amount on one day, which is what IATI can hold."""
    name, to, item = draw(plain), draw(plain), draw(plain)
    claim = Claim(
        id="p1",
        kind=draw(st.sampled_from([Kind.PLEDGE, Kind.DELIVERY])),
        evidence=Passage("words", 0, 5),
        read_by=ReadBy("test", "1", "rule"),
        status=Status.DONE,
        when=draw(st.dates().map(lambda day: day.isoformat())),
        actors=(Actor(Role.DONOR, name, name, 0, 1), Actor(Role.RECIPIENT, to, to, 0, 1)),
        items=(Item(item, 0, 1, amount=draw(money), currency=draw(st.sampled_from(["EUR", "JPY"]))),),
    )
    return of_ledger(claim, State.ACCEPTED, draw(st.none() | st.just(Terms(Stage.COMMITMENT))))


@settings(max_examples=60, deadline=None)
@given(there=payments())
def test_a_promise_of_money_comes_back_from_iati_with_its_stage_day_parties_and_amount(there: KeptClaim) -> None:
    if there.terms is not None and there.claim.kind is Kind.DELIVERY:
        return

    (told,) = back(Format.IATI, From.IATI, (there,))

    assert told.said is not None
    assert told.unread == ()
    stage = there.terms.stage if there.terms else Stage.PLEDGE if there.claim.kind is Kind.PLEDGE else Stage.DELIVERY
    assert told.terms == Terms(stage)
    said, claim = told.said, there.claim
    assert (said.kind, said.when) == (claim.kind, claim.when)
    assert [(one.role, one.name) for one in said.actors] == [(one.role, one.name) for one in claim.actors]
    assert [(one.name, one.amount, one.currency) for one in said.items] == [
        (one.name, one.amount, one.currency) for one in claim.items
    ]


@settings(max_examples=60, deadline=None)
@given(
    when=st.sampled_from([time for time in TIMES if not time.startswith("..")]) | st.dates().map(str),
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.STATEMENT]),
    status=st.none() | st.sampled_from(Status),
)
def test_a_dated_claim_comes_back_from_a_calendar_with_its_time_to_the_letter(
    when: str, kind: Kind, status: Status | None
) -> None:
    claim = Claim("e1", kind, Passage("words", 0, 5), ReadBy("test", "1", "rule"), status=status, when=when)

    (told,) = back(Format.ICS, From.ICS, (of_ledger(claim),))

    assert told.said is not None
    assert (told.said.when, told.said.kind, told.said.status) == (when, kind, status)
