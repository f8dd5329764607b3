"""What claims tell of a sentence: what things are called, and which efforts are told of at all."""

from pathlib import Path

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def claims_of(text: str, code: str, kind: Kind) -> list[Claim]:
    return [claim for claim in read(open_document(text.encode(), "note.txt", language=code)) if claim.kind is kind]


@pytest.mark.parametrize(("code", "text", "kind", "items"), rows("items.tsv"))
def test_a_thing_is_called_by_its_noun_and_what_tells_it_apart(code: str, text: str, kind: str, items: str) -> None:
    found = claims_of(text, code, Kind(kind))

    assert [item.name for claim in found for item in claim.items] == items.split("|")


@pytest.mark.parametrize(("code", "text", "status"), rows("efforts.tsv"))
def test_an_effort_is_told_of_where_somebody_makes_it(code: str, text: str, status: str) -> None:
    found = claims_of(text, code, Kind.ACTIVITY)

    assert [claim.status for claim in found] == ([status] if status else [])


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("fr", "La Norvège a livré lundi à Turku 35 des 60 pompes promises.", 35),
        ("en", "Norway has supplied 45 of the 60 mobile generators to Peru.", 45),
    ],
)
def test_what_came_of_a_greater_number_is_the_smaller(code: str, text: str, count: int) -> None:
    (delivery,) = claims_of(text, code, Kind.DELIVERY)

    assert [item.quantity for item in delivery.items] == [count]
