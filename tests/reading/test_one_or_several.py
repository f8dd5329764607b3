"""What a document tells of several times is one claim; what only looks alike is several."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind


def claims_of(text: str, kind: Kind) -> list[Claim]:
    return [claim for claim in read(open_document(text.encode(), "note.txt", language="en")) if claim.kind is kind]


def test_on_one_trip_each_talk_is_a_meeting_of_its_own() -> None:
    text = (
        "Minister Asa Lind and Ambassador Per Roy travelled to Peru and Chile.\n\n"
        "In Lima, Minister Lind and Ambassador Roy met with President Ana Sol. They also met with Mayor Luis Vega.\n"
    )

    assert len(claims_of(text, Kind.MEETING)) == 3


def test_a_meeting_told_again_with_the_same_people_is_one() -> None:
    text = "Minister Asa Lind met with Mayor Luis Vega in Lima.\n\nMinister Lind’s meeting with Mayor Vega was long.\n"

    assert len(claims_of(text, Kind.MEETING)) == 1


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Funding is available to private hospitals for repairs.", 2),
        ("Funding is available to the families for repairs.", 1),
        ("Funding is also available for bridges.", 2),
    ],
)
def test_the_same_help_for_others_is_another_promise(second: str, count: int) -> None:
    text = f"Funding is available to families in the county.\n\n{second}\n"

    assert len(claims_of(text, Kind.PLEDGE)) == count


def test_one_word_in_a_long_name_does_not_make_two_decisions_one() -> None:
    text = (
        "Today, President Ana Sol declared that an emergency exists in the state.\n\n"
        "The President’s order authorizes the agency to fund all the required emergency measures of the county.\n"
    )

    assert ["emergency"] in [[item.name for item in claim.items] for claim in claims_of(text, Kind.DECISION)]


def test_who_announces_that_he_gives_promises_it() -> None:
    text = "The government announced today that it is sending forty ambulances to Peru.\n"

    assert len(claims_of(text, Kind.PLEDGE)) == 1
    assert not claims_of(text, Kind.DELIVERY)


def test_who_declared_an_emergency_also_ordered_the_help() -> None:
    text = "President Ana Sol declared that an emergency exists in the state and ordered federal assistance for it.\n"

    [pledge] = claims_of(text, Kind.PLEDGE)

    assert [actor.name for actor in pledge.actors] == ["Ana Sol"]


def test_a_partnership_that_is_only_needed_is_no_agreement() -> None:
    text = "Minister Asa Lind spoke of the need to build lasting partnerships with the cities of the region.\n"

    assert not claims_of(text, Kind.AGREEMENT)


def test_what_a_title_says_somebody_does_and_the_lead_tells_in_full_is_one_decision() -> None:
    text = (
        "President Ana Sol Approves Kansas Flood Declaration\n\n"
        "Today, President Ana Sol declared that a major flood exists in the state.\n"
    )

    [decision] = claims_of(text, Kind.DECISION)

    assert [actor.name for actor in decision.actors] == ["Ana Sol"]


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Readout of the White Hall Roundtable with Miners of the North", 1),
        ("Minister Asa Lind Meets Mayor Luis Vega", 2),
    ],
)
def test_a_heading_that_names_a_meeting_without_a_verb_is_told_by_its_lead(title: str, count: int) -> None:
    text = (
        f"{title}\n\nToday, President Ana Sol hosted a roundtable with workers.\n\nShe thanked them for their work.\n"
    )

    assert len(claims_of(text, Kind.MEETING)) == count


def test_an_adjective_that_opens_a_heading_takes_part_in_nothing() -> None:
    [visit] = claims_of("Official visit of President Ana Sol to Lima\n", Kind.MEETING)

    assert [actor.name for actor in visit.actors] == ["Ana Sol"]
