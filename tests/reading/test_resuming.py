"""One claim for one thing in French: what is taken up again, what a verb and its noun both tell, and how it stands."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind, Status


def told(kind: Kind, text: str, title: str = "Journée au ministère") -> list[Claim]:
    document = open_document(f"{title}\n\n3 mars 2025\n\n{text}".encode(), "page.txt", language="fr")
    return [claim for claim in read(document) if claim.kind is kind]


def test_the_meeting_with_somebody_is_the_one_told_before() -> None:
    text = (
        "La ministre Anna Roy a rencontré aujourd’hui à Turku le premier ministre Olaf Lind. "
        "Le port a été agrandi en mai. Les quais sont neufs. La pêche va bien. L’île compte mille habitants.\n\n"
        "La rencontre avec Olaf Lind est une étape de plus."
    )

    (meeting,) = told(Kind.MEETING, text)

    assert any("La rencontre avec Olaf Lind" in passage.text for passage in meeting.also)


def test_who_takes_part_in_this_event_takes_part_in_the_one_told_before() -> None:
    text = (
        "La Norvège accueillera une réunion spéciale sur la pêche les 10 et 11 mars 2025. "
        "La ministre Anna Roy participera à cet événement."
    )

    (meeting,) = told(Kind.MEETING, text)

    assert meeting.when == "2025-03-10/2025-03-11"
    assert "Anna Roy" in {actor.name for actor in meeting.actors}


def test_this_fourth_edition_is_a_meeting_of_its_own() -> None:
    text = (
        "Le troisième forum de Turku s’est achevé le 1er mars 2025 à Turku. "
        "Cette quatrième édition aura lieu les 5 et 6 mai 2026 à Oslo."
    )

    assert "2026-05-05/2026-05-06" in {meeting.when for meeting in told(Kind.MEETING, text)}


def test_what_has_been_usual_since_a_year_is_no_one_meeting() -> None:
    assert not told(Kind.MEETING, "Les ministres de la pêche se réunissent depuis 2006.")


def test_a_decision_and_the_noun_that_it_takes_are_one() -> None:
    (decision,) = told(Kind.DECISION, "Le gouvernement a pris et publié de nouvelles mesures contre la fraude.")

    assert decision.status is Status.DONE


def test_ministers_who_adopt_a_declaration_agree_and_decide_nothing() -> None:
    text = "Les ministres de la pêche ont adopté une déclaration sur les quotas."

    assert told(Kind.AGREEMENT, text)
    assert not told(Kind.DECISION, text)


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        (Kind.MEETING, "Une rencontre avec le ministre Olaf Lind est prévue à Turku.", Status.PLANNED),
        (Kind.MEETING, "Le parlement des jeunes se réunit actuellement à Turku.", Status.ONGOING),
        (Kind.MEETING, "La ministre Anna Roy souhaite parler de sa visite au Pérou en avril 2019.", Status.DONE),
        (Kind.ACTIVITY, "La ville soutient un projet dirigé par la Norvège.", Status.ONGOING),
        (Kind.ACTIVITY, "Le projet mené par la Norvège en 2019 a servi d’exemple.", Status.DONE),
    ],
)
def test_what_is_planned_under_way_or_over_is_told_so(kind: Kind, text: str, status: Status) -> None:
    assert {claim.status for claim in told(kind, text)} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Les délégués se réuniront à Turku pour définir les priorités de la pêche.",
        "Le rapport présente l’ordonnance révisée sur les eaux.",
    ],
)
def test_what_is_only_aimed_at_or_named_is_no_decision(text: str) -> None:
    assert not told(Kind.DECISION, text)


def test_who_takes_an_occasion_to_ask_has_asked() -> None:
    text = "Le président Olaf Lind a saisi cette occasion pour demander au gouvernement de préparer un plan."

    (decision,) = told(Kind.DECISION, text)

    assert decision.status is Status.DONE


def test_several_ministers_who_are_asked_hide_not_what_they_are_asked_for() -> None:
    text = "Le président Olaf Lind a demandé au ministre de la pêche et aux ministres concernés de rédiger un rapport."

    (decision,) = told(Kind.DECISION, text)

    assert any("rapport" in item.name for item in decision.items)


@pytest.mark.parametrize(
    "text",
    [
        "La Norvège ne pourra adhérer à aucune alliance militaire.",
        "Le guide dit que la Norvège ne peut pas conclure d’accord avec ces pays.",
    ],
)
def test_what_nobody_may_do_is_no_agreement(text: str) -> None:
    assert not told(Kind.AGREEMENT, text)


def test_an_effort_of_nobody_is_not_kept() -> None:
    assert not told(Kind.ACTIVITY, "L’objectif est de renforcer la coopération sur la pêche.")


def test_what_a_decision_is_about_is_no_second_decision() -> None:
    text = "Le gouvernement a décidé d’étendre sa politique et de prendre des mesures contre la fraude."

    assert len(told(Kind.DECISION, text)) == 1


def test_he_who_asks_is_somebody_and_not_the_agenda_before() -> None:
    text = (
        "Le président Olaf Lind a salué les progrès de la pêche. Cet agenda doit viser la réforme du port. "
        "Il a exhorté le ministre de la pêche à finaliser les plans."
    )

    (decision,) = told(Kind.DECISION, text)

    assert [actor.name for actor in decision.actors] == ["Olaf Lind"]


def test_who_holds_two_meetings_holds_two() -> None:
    text = (
        "Le premier ministre Olaf Lind a annoncé la tenue d’un séminaire les 10 et 11 mars 2025. "
        "Il a annoncé la tenue d’une réunion le 14 avril."
    )

    assert len(told(Kind.MEETING, text)) == 2


def test_what_somebody_should_have_done_is_not_told_as_done() -> None:
    assert not told(Kind.ACTIVITY, "La ministre dit que la Norvège devait s’investir pour la paix dans la région.")


@pytest.mark.parametrize(
    "text",
    [
        "La ministre Anna Roy s’est informée sur les priorités que la présidence finlandaise poursuit.",
        "La ministre Anna Roy s’est félicitée des relations de bon voisinage que les deux pays entretiennent à Turku.",
    ],
)
def test_what_describes_a_noun_is_no_statement(text: str) -> None:
    assert not told(Kind.STATEMENT, text)


@pytest.mark.parametrize(
    "text",
    [
        "La ministre Anna Roy a informé le Conseil que la pêche reprendra les travaux.",
        "La ministre Anna Roy a déclaré dans la presse que la pêche continuerait.",
    ],
)
def test_what_is_said_behind_a_noun_is_a_statement(text: str) -> None:
    assert len(told(Kind.STATEMENT, text)) == 1
