"""Who receives or convenes, and for whom a promise is made."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind, Role


def only(text: str, kind: Kind) -> Claim:
    claims = [claim for claim in read(open_document(text.encode(), "note.txt", language="en")) if claim.kind is kind]
    assert len(claims) == 1
    return claims[0]


def names(claim: Claim, role: Role) -> list[str]:
    return [actor.name for actor in claim.actors if actor.role is role]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("The conference was held by the Council of Cantons.", ["Council of Cantons"]),
        ("Officials from the Water Council convened a meeting with mayors.", ["officials from the Water Council"]),
        ("President Roy looks forward to welcoming Prime Minister Lind to the palace.", ["President Roy"]),
        (
            "President Roy spoke at a summit hosted by Presidents Asa Lind of Norway and Jan Dale of Peru.",
            ["Asa Lind", "Jan Dale"],
        ),
        ("The conference was attended by the Council of Cantons.", []),
    ],
)
def test_who_holds_convenes_or_welcomes_is_the_host(text: str, hosts: list[str]) -> None:
    found = names(only(text, Kind.MEETING), Role.HOST)

    assert [name.lower() for name in found] == [name.lower() for name in hosts]


def test_who_is_once_told_to_receive_a_guest_is_his_host() -> None:
    meeting = only("President Roy met Minister Lind on Monday. President Roy received Minister Lind.", Kind.MEETING)

    assert names(meeting, Role.HOST) == ["President Roy"]
    assert names(meeting, Role.PARTICIPANT) == ["Minister Lind"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway reaffirmed its commitment to the security of both Peru and Italy.", ["Peru", "Italy"]),
        ("The minister reaffirmed Norway’s commitment to Peru’s sovereignty.", ["Peru"]),
        ("Norway reaffirmed its commitment to its own security.", []),
    ],
)
def test_whose_security_is_promised_receives_the_promise(text: str, recipients: list[str]) -> None:
    assert names(only(text, Kind.PLEDGE), Role.RECIPIENT) == recipients


def test_whoever_leads_a_delegation_is_there() -> None:
    text = "President Roy hosted a Norwegian delegation led by Security Advisor Asa Lind, and Ambassador Jan Holm."

    assert names(only(text, Kind.MEETING), Role.PARTICIPANT) == ["Norwegian delegation", "Asa Lind", "Jan Holm"]


def test_countries_that_work_together_run_what_they_do_both() -> None:
    effort = only("Italy and Peru are collaborating on clean energy projects.", Kind.ACTIVITY)

    assert names(effort, Role.ORGANISER) == ["Italy", "Peru"]


def test_an_order_decides_by_whoever_signed_it() -> None:
    text = (
        "President Jan Roy signed an Executive Order on rivers.\n\n"
        "The Executive Order directs the Water Agency to rebuild the dams.\n"
    )
    document = open_document(text.encode(), "note.txt", language="en")
    decisions = [claim for claim in read(document) if claim.kind is Kind.DECISION]

    assert len(decisions) > 1
    assert {name for claim in decisions for name in names(claim, Role.DECIDER)} == {"Jan Roy"}
