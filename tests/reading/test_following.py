"""What a document tells once for several meetings: who is there, the day, the town."""

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind

EN = "A day at the ministry\n\nMarch 3, 2025\n\n"
FR = "Une journée au ministère\n\n3 mars 2025\n\n"


def told(kind: Kind, text: str) -> list[Claim]:
    return [claim for claim in read(open_document(text.encode(), "page.txt")) if claim.kind is kind]


def names(claim: Claim) -> set[str]:
    return {actor.name for actor in claim.actors}


def test_talks_with_somebody_are_those_of_whom_the_sentence_before_speaks() -> None:
    text = "Minister Anna Roy will travel to Oslo on Friday. Meetings are planned with the mayors of the coast."

    claims = told(Kind.MEETING, EN + text)

    assert any({"Anna Roy", "mayors of the coast"} <= names(claim) for claim in claims)


def test_un_entretien_avec_quelquun_est_celui_dont_parle_la_phrase_davant() -> None:
    text = "La ministre Anna Roy se rendra à Oslo vendredi. Un entretien est prévu avec le maire Asa Lind."

    claims = told(Kind.MEETING, FR + text)

    assert any({"Anna Roy", "Asa Lind"} <= names(claim) for claim in claims)


def test_negotiations_with_a_body_are_held_by_nobody_in_person() -> None:
    text = "Minister Anna Roy spoke about the budget. Negotiations with the European Union begin on Friday."

    assert not any({"Anna Roy", "European Union"} <= names(claim) for claim in told(Kind.MEETING, EN + text))


def test_a_counterpart_is_the_only_minister_of_that_country() -> None:
    text = (
        "Minister Anna Roy will receive the Italian foreign minister Paolo Rossi in Oslo. "
        "Ms Roy and her Italian counterpart will sign an agreement on fishing."
    )

    (agreement,) = told(Kind.AGREEMENT, EN + text)

    assert names(agreement) == {"Anna Roy", "Paolo Rossi"}


def test_un_homologue_est_le_seul_ministre_de_ce_pays() -> None:
    text = (
        "La ministre norvégienne Anna Roy recevra le ministre italien des affaires étrangères Paolo Rossi à Oslo. "
        "Mme Roy et son homologue italien signeront un accord sur la pêche."
    )

    (agreement,) = told(Kind.AGREEMENT, FR + text)

    assert names(agreement) == {"Anna Roy", "Paolo Rossi"}


def test_who_bears_an_office_stands_right_behind_it() -> None:
    text = (
        "Le ministre Olaf Moss se rendra à Oslo. "
        "Une rencontre avec son homologue saoudien, le Prince Asa Lind, aura lieu vendredi."
    )

    claims = told(Kind.MEETING, FR + text)

    assert any("Asa Lind" in names(claim) for claim in claims)
    assert not any("homologue saoudien" in names(claim) for claim in claims)


def test_who_also_takes_part_in_the_conversation_was_at_the_one_told_before() -> None:
    text = (
        "Today, Minister Anna Roy moderated a roundtable conversation with the mayors of the coast in Turku. "
        "Marie Dale, Director of the Farm Agency, also took part in the conversation."
    )

    (meeting,) = told(Kind.MEETING, EN + text)

    assert {"Anna Roy", "Marie Dale"} <= names(meeting)


def test_the_next_meeting_of_the_same_trip_has_its_day_and_town() -> None:
    text = (
        "On Friday, Minister Anna Roy will meet Chancellor Olaf Lind in Turku. "
        "She will also meet with President Marie Dale."
    )

    claims = told(Kind.MEETING, EN + text)

    assert [(claim.when, [place.name for place in claim.where]) for claim in claims] == [("2025-03-07", ["Turku"])] * 2


def test_la_rencontre_suivante_du_meme_voyage_a_son_jour_et_sa_ville() -> None:
    text = (
        "Vendredi, la ministre Anna Roy rencontrera le chancelier Olaf Lind à Turku. "
        "Elle s’entretiendra également avec la présidente Marie Dale."
    )

    claims = told(Kind.MEETING, FR + text)

    assert [(claim.when, [place.name for place in claim.where]) for claim in claims] == [("2025-03-07", ["Turku"])] * 2


def test_what_is_still_to_come_has_not_the_day_of_what_is_over() -> None:
    text = (
        "On Friday, Minister Anna Roy met Chancellor Olaf Lind in Turku. She will also meet with President Marie Dale."
    )

    later = [claim for claim in told(Kind.MEETING, EN + text) if "Marie Dale" in names(claim)]

    assert [(claim.when, claim.where) for claim in later] == [(None, ())]


def test_a_meeting_whose_sentence_names_a_place_takes_over_no_other() -> None:
    text = (
        "Minister Anna Roy met Chancellor Olaf Lind in Turku. "
        "Ms Roy was in Switzerland for a meeting with the fishers of the coast."
    )

    later = [claim for claim in told(Kind.MEETING, EN + text) if "fishers of the coast" in names(claim)]

    assert [place.name for claim in later for place in claim.where] in ([], ["Switzerland"])


def test_who_invites_hosts_the_conference() -> None:
    text = "At the invitation of France and Peru, Minister Anna Roy will participate in a conference in Oslo on Friday."

    (meeting,) = told(Kind.MEETING, EN + text)

    assert {actor.name for actor in meeting.actors if actor.role == "host"} == {"France", "Peru"}


def test_qui_invite_recoit() -> None:
    text = "À l’invitation de la France, la ministre Anna Roy participera vendredi à une conférence à Oslo."

    (meeting,) = told(Kind.MEETING, FR + text)

    assert {actor.name for actor in meeting.actors if actor.role == "host"} == {"France"}


def test_the_town_that_hosts_a_conference_is_where_it_is() -> None:
    (meeting,) = told(
        Kind.MEETING, EN + "This year Geneva will host the 34th International Conference of the Blue Star."
    )

    assert [place.name for place in meeting.where] == ["Geneva"]


def test_names_behind_a_colon_were_met_each() -> None:
    text = (
        "Anna Roy met with the historic three Speakers of the House: Speaker Chris Welch of Illinois, "
        "Speaker Rachel Ross of Maine, and Speaker Joe Tate."
    )

    (meeting,) = told(Kind.MEETING, EN + text)

    assert {"Chris Welch", "Rachel Ross", "Joe Tate"} <= names(meeting)


def test_a_place_that_opens_the_sentence_is_where_they_met() -> None:
    text = "A Nicosie, la présidente Anna Roy a rencontré le président chypriote Demetris Lind."

    (meeting,) = told(Kind.MEETING, FR + text)

    assert [place.name for place in meeting.where] == ["Nicosie"]


def test_what_follows_a_visit_is_not_where_the_visit_was() -> None:
    text = "Après sa visite en Hongrie, la présidente Anna Roy rencontrera le président Demetris Lind."

    claims = told(Kind.MEETING, FR + text)

    assert [place.name for claim in claims for place in claim.where] == []


def test_the_country_behind_a_town_is_told_too() -> None:
    (meeting,) = told(Kind.MEETING, EN + "President Anna Roy and Chairman Olaf Lind met today in Hanoi, Vietnam.")

    assert [place.name for place in meeting.where] == ["Hanoi", "Vietnam"]


def test_a_week_is_shared_in_other_places_and_a_day_is_not() -> None:
    week = "This week, Minister Anna Roy met the mayor in Quito. In Lima, she met President Marie Dale."
    day = "On Friday, Minister Anna Roy met the mayor in Quito. In Lima, she met President Marie Dale."

    assert [claim.when for claim in told(Kind.MEETING, EN + week)] == ["2025-W10", "2025-W10"]
    assert [claim.when for claim in told(Kind.MEETING, EN + day)] == ["2025-02-28", None]


def test_they_are_people_before_things() -> None:
    text = (
        "Today, Minister Anna Roy met with Chancellor Olaf Lind in Oslo. Possible efforts were discussed. "
        "They agreed to stay in regular contact."
    )

    (agreement,) = told(Kind.AGREEMENT, EN + text)

    assert names(agreement) == {"Anna Roy", "Olaf Lind"}


def test_what_stands_since_a_year_is_not_of_the_day_of_the_meeting_before() -> None:
    text = (
        "La Norvège et la Finlande se réuniront à Oslo vendredi. "
        "Il existe depuis 2010 une convention entre la Norvège et la Finlande."
    )

    (convention,) = told(Kind.AGREEMENT, FR + text)

    assert convention.when is None


def test_nobody_will_travel_in_a_year_that_is_over() -> None:
    (journey,) = told(Kind.MEETING, FR + "La ministre Anna Roy se rendra à Oslo pour parler du pont ouvert en 2019.")

    assert (journey.when, journey.status) == (None, "planned")
