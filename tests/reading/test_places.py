"""Where things take place: lists of places, places deep in what is given, rooms and estates."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind, Role


def only(text: str, kind: Kind, code: str = "en") -> Claim:
    document = open_document(text.encode(), "note.txt", language=code)
    return next(claim for claim in read(document) if claim.kind is kind)


@pytest.mark.parametrize(
    ("code", "text", "places"),
    [
        (
            "en",
            "Funding is available for roads damaged by storms, winds, and tornadoes in the counties of Brook and Elm.",
            ["Brook", "Elm"],
        ),
        (
            "fr",
            "La Norvège a livré des pompes dans les communes de Belval, Corbes et Lanse.",
            ["Belval", "Corbes", "Lanse"],
        ),
    ],
)
def test_each_place_of_a_list_is_one(code: str, text: str, places: list[str]) -> None:
    kind = Kind.PLEDGE if code == "en" else Kind.DELIVERY

    assert [place.name for place in only(text, kind, code).where] == places


def test_what_a_body_declares_to_exist_is_somewhere() -> None:
    decision = only("The president declared that a major disaster exists in the State of West Virginia.", Kind.DECISION)

    assert [place.name for place in decision.where] == ["West Virginia"]


def test_what_was_said_of_a_place_is_no_place_of_a_gift() -> None:
    delivery = only("Norway has delivered generators to the school that its minister visited in Peru.", Kind.DELIVERY)

    assert [place.name for place in delivery.where] == ["school"]


def test_a_room_is_where_people_met_and_nobody_whom_they_met() -> None:
    meeting = only("President Roy met in the Oval Office with a group of mayors.", Kind.MEETING)

    assert [place.name for place in meeting.where] == ["Oval Office"]
    assert "Oval Office" not in [actor.name for actor in meeting.actors]


def test_the_levels_of_governments_are_no_infinitive() -> None:
    pledge = only(
        "Funding is available to state, tribal, and eligible local governments on a cost-sharing basis.", Kind.PLEDGE
    )

    assert [a.name for a in pledge.actors if a.role is Role.RECIPIENT] == [
        "state, tribal, and eligible local governments"
    ]
