"""When and where meetings are, and who holds them, where sentences set it apart or hang it elsewhere."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind, Role


def meetings_of(text: str, code: str = "fr") -> list[Claim]:
    claims = read(open_document(text.encode(), "note.txt", language=code))
    return [claim for claim in claims if claim.kind is Kind.MEETING]


def names_of(claim: Claim, role: Role) -> list[str]:
    return [actor.name for actor in claim.actors if actor.role is role]


def test_a_day_between_commas_takes_no_object_from_its_verb() -> None:
    (meeting,) = meetings_of("Le maire Jean Dale a dirigé, le mardi 23 mai 2023, un débat consacré aux ports.")

    assert meeting.when == "2023-05-23"
    assert names_of(meeting, Role.CHAIR) == ["Jean Dale"]


@pytest.mark.parametrize(
    ("code", "text", "when", "where"),
    [
        (
            "fr",
            "La ministre représentera la Norvège au sommet de l’OMC qui se tiendra à Lima du 2 au 4 mai 2016.",
            "2016-05-02/2016-05-04",
            ["Lima"],
        ),
        (
            "fr",
            "La ministre Anna Lind a participé à une conférence du réseau des ports qui a eu lieu à Oslo en mai 2016.",
            "2016-05",
            ["Oslo"],
        ),
        (
            "en",
            "Minister Anna Lind attended a summit of the League that was held in Lima in May 2016.",
            "2016-05",
            ["Lima"],
        ),
    ],
)
def test_a_clause_of_taking_place_belongs_to_the_meeting_and_not_to_the_body(
    code: str, text: str, when: str, where: list[str]
) -> None:
    (meeting,) = meetings_of(text, code)

    assert meeting.when == when
    assert [place.name for place in meeting.where] == where


def test_who_is_received_during_a_visit_is_received_where_it_takes_place() -> None:
    (meeting,) = meetings_of(
        "La ministre a reçu le maire Jean Dale, à l’occasion d’une visite de travail qui s’est déroulée à Oslo."
    )

    assert [place.name for place in meeting.where] == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Le roi Olav a rendu visite à la présidente Anna Lind.", ["Anna Lind"]),
        ("La ministre Anna Lind a visité l’institut FJORD.", ["institut FJORD"]),
        (
            "La ministre Anna Lind participera aux réunions organisées conjointement à Lima par l’OMC et l’UNICEF.",
            ["OMC", "UNICEF"],
        ),
        ("La ministre Anna Lind participera à la conférence de l’OMC sur les ports.", ["OMC"]),
        ("La ministre Anna Lind participera à la conférence des ministres.", []),
    ],
)
def test_who_is_visited_or_holds_a_meeting_is_its_host(text: str, hosts: list[str]) -> None:
    found = [name for meeting in meetings_of(text) for name in names_of(meeting, Role.HOST)]

    assert found == hosts


def test_a_town_between_a_verb_and_its_object_takes_no_object() -> None:
    (meeting,) = meetings_of(
        "Le maire Jean Dale a rencontré aujourd’hui à Berne M. Olav Roy, directeur au ministère des ports."
    )

    assert names_of(meeting, Role.PARTICIPANT) == ["Jean Dale", "Olav Roy"]


def test_a_site_ends_where_a_clause_about_it_begins() -> None:
    meetings = meetings_of(
        "La ministre s’est rendue au musée d’ethnographie de Turku où elle a vu une exposition sur l’eau."
    )

    assert "musée d’ethnographie de Turku" in {place.name for meeting in meetings for place in meeting.where}


def test_a_site_is_no_part_of_what_a_guest_is_called() -> None:
    (meeting,) = meetings_of("La ministre Anna Lind a reçu le maire de Lima à la maison de l’eau à Turku.")

    assert names_of(meeting, Role.PARTICIPANT) == ["maire de Lima"]


def test_a_day_in_a_clause_with_a_subject_of_its_own_is_no_day_of_the_talks() -> None:
    (meeting,) = meetings_of(
        "Anna Lind et Olav Roy se sont rencontrés à Oslo, la Finlande présidant le conseil en 2016."
    )

    assert meeting.when is None


def test_a_deadline_still_to_come_is_told_in_the_past_too() -> None:
    told = "Le président Olav Roy a demandé au ministre de finaliser le projet de loi avant le 15 mai 2024."
    text = f"Un jour au palais\n\n17 avril 2024\n\n{told}"
    claims = read(open_document(text.encode(), "page.txt", language="fr"))

    assert "2024-05-15" in {claim.by for claim in claims}


def test_a_country_in_brackets_behind_a_town_is_where_it_is_too() -> None:
    (meeting,) = meetings_of("La ministre Anna Lind a rencontré le maire Jean Dale à Turku (Finlande).")

    assert [place.name for place in meeting.where] == ["Turku", "Finlande"]
