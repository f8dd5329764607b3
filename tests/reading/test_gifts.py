"""Who gives what to whom: joint givers, receivers told elsewhere, help without goods, names of things."""

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind, Role

EN = "A day at the ministry\n\nMarch 3, 2025\n\n"
FR = "Une journée au ministère\n\n3 mars 2025\n\n"


def told(kind: Kind, text: str) -> list[Claim]:
    return [claim for claim in read(open_document(text.encode(), "page.txt")) if claim.kind is kind]


def playing(role: Role, claim: Claim) -> set[str]:
    return {actor.name for actor in claim.actors if actor.role is role}


def items(claim: Claim) -> list[str]:
    return [item.name for item in claim.items]


def test_we_in_a_joint_statement_are_the_countries_of_its_title() -> None:
    title = "Joint Statement from Norway and Peru on Fishing\n\nMarch 3, 2025\n\n"

    (pledge,) = told(Kind.PLEDGE, title + "We will provide 40 million dollars to the fishers of the coast.")

    assert playing(Role.DONOR, pledge) == {"Norway", "Peru"}


def test_nous_dans_une_declaration_commune_sont_les_pays_de_son_debut() -> None:
    title = "Déclaration commune sur la pêche\n\n3 mars 2025\n\n"
    text = "La Norvège et le Pérou affirment leur amitié. Nous soutiendrons les pêcheurs de la côte."

    (pledge,) = told(Kind.PLEDGE, title + text)

    assert playing(Role.DONOR, pledge) == {"Norvège", "Pérou"}


def test_we_in_another_text_are_left_as_they_are() -> None:
    (pledge,) = told(Kind.PLEDGE, EN + "We will provide 40 million dollars to the fishers of the coast.")

    assert playing(Role.DONOR, pledge) == {"We"}


def test_who_is_supplied_with_goods_receives_them() -> None:
    (pledge,) = told(Kind.PLEDGE, EN + "Norway is committed to providing Peru with additional radars.")

    assert playing(Role.RECIPIENT, pledge) == {"Peru"}
    assert items(pledge) == ["additional radars"]


def test_help_without_goods_is_named_by_its_verb() -> None:
    (pledge,) = told(Kind.PLEDGE, EN + "Norway will support civil society and independent media.")

    assert items(pledge) == ["support civil society and independent media"]


def test_une_aide_sans_biens_porte_le_nom_de_son_verbe() -> None:
    (pledge,) = told(Kind.PLEDGE, FR + "La Norvège continuera d’aider les réfugiés.")

    assert items(pledge) == ["aider les réfugiés"]


def test_those_with_whom_somebody_stands_are_no_goods() -> None:
    (pledge,) = told(Kind.PLEDGE, EN + "President Anna Roy expressed her commitment to stand with Peru.")

    assert items(pledge) == ["stand with Peru"]


def test_what_is_coordinated_with_goods_is_given_too() -> None:
    text = "Over the next few days, Norway will deliver cleaning crystals and medical equipment to the clinic."

    (delivery,) = told(Kind.DELIVERY, EN + text)

    assert items(delivery) == ["cleaning crystals", "medical equipment"]


def test_the_only_country_that_gives_gives_the_rest_too() -> None:
    text = "Norway delivered 30 generators to the clinic on Monday. A further delivery of tents is planned."

    claims = told(Kind.DELIVERY, EN + text)

    assert [playing(Role.DONOR, claim) for claim in claims] == [{"Norway"}] * len(claims)


def test_two_givers_leave_the_rest_without_one() -> None:
    text = (
        "Norway delivered 30 generators to the clinic on Monday. Peru delivered two trucks to the school. "
        "A total of CHF 20 million has been earmarked for schools."
    )

    (pledge,) = told(Kind.PLEDGE, EN + text)

    assert playing(Role.DONOR, pledge) == set()


def test_a_name_behind_a_noun_belongs_to_it() -> None:
    (activity,) = told(
        Kind.ACTIVITY, FR + "La Norvège tiendra son exercice de dissuasion Cold Coast la semaine prochaine."
    )

    assert items(activity) == ["exercice de dissuasion Cold Coast"]


def test_a_name_in_marks_keeps_both_of_them() -> None:
    (decision,) = told(Kind.DECISION, FR + "L’Assemblée a adopté l’initiative « Santé pour la côte », jugée utile.")

    assert items(decision) == ["initiative « Santé pour la côte »"]


def test_the_years_of_a_report_are_not_the_day_of_its_approval() -> None:
    text = "Le Conseil fédéral a approuvé le rapport sur la politique extérieure 2023 lors de sa séance du 3 mars 2025."

    (decision,) = told(Kind.DECISION, FR + text)

    assert decision.when == "2025-03-03"


def test_a_day_is_no_part_of_what_people_are_called() -> None:
    text = "Minister Anna Roy met with mayors from the coast on Monday."

    (meeting,) = told(Kind.MEETING, EN + text)

    assert "mayors from the coast" in playing(Role.PARTICIPANT, meeting)


def test_whom_the_noun_of_a_verb_names_takes_part() -> None:
    (activity,) = told(Kind.ACTIVITY, EN + "Norway is currently implementing bilateral programmes with Peru and Italy.")

    assert playing(Role.PARTICIPANT, activity) == {"Peru", "Italy"}


def test_a_list_behind_a_group_names_each_receiver() -> None:
    text = "La Norvège a livré 82 pompes à 41 États, dont l’Allemagne, la France et le Pérou."

    (delivery,) = told(Kind.DELIVERY, FR + text)

    assert playing(Role.RECIPIENT, delivery) >= {"Allemagne", "France", "Pérou"}


def test_whose_effort_is_helped_receives_the_help() -> None:
    text = "La Norvège s’est engagée à soutenir les efforts du Pérou en matière de sécurité publique."

    (pledge,) = told(Kind.PLEDGE, FR + text)

    assert playing(Role.RECIPIENT, pledge) == {"Pérou"}


def test_the_name_of_an_agency_receives_nothing() -> None:
    text = "Norway announced $53 million in assistance, through the Norwegian Agency for International Development."

    (pledge,) = told(Kind.PLEDGE, EN + text)

    assert playing(Role.RECIPIENT, pledge) == set()
