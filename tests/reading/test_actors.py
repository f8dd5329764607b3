"""Who plays a part: names in lists, names behind their office, sentences whose verb the parser loses."""

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind

TITLE = "A day at the ministry\n\nMarch 3, 2025\n\n"


def meetings(text: str) -> list[Claim]:
    document = open_document((TITLE + text).encode(), "page.txt")
    return [claim for claim in read(document) if claim.kind is Kind.MEETING]


def names(text: str) -> set[str]:
    return {actor.name for claim in meetings(text) for actor in claim.actors}


def test_everybody_in_a_list_was_met() -> None:
    text = (
        "President Anna Roy spoke with Arden Governor Asa Lind, Brook Governor J.B. Dale, Coast Governor Andy Berg, "
        "and Dune Governor Bill Moss to express her condolences for the lives lost in the storm."
    )

    assert {"Anna Roy", "Asa Lind", "J.B. Dale", "Andy Berg", "Bill Moss"} <= names(text)


def test_who_begins_a_clause_of_his_own_is_no_part_of_the_list() -> None:
    text = "President Anna Roy met with Chancellor Olaf Lind, and President Marie Dale praised the talks from afar."

    assert not any("Marie Dale" in {a.name for a in claim.actors} for claim in meetings(text))


def test_the_officer_of_a_council_is_no_council() -> None:
    text = "Economic Council (EC) Director Brian Moss met with Governor Asa Lind in Oslo on Monday."

    assert {"Brian Moss", "Asa Lind"} <= names(text)
    assert not {"Economic Council", "EC"} & names(text)


def test_a_second_office_without_an_article_is_nobody_else() -> None:
    text = "Julie Dale, Senior Advisor to the President and Director of Public Affairs, met with Governor Asa Lind."

    assert "Director" not in {name.split()[0] for name in names(text)}


def test_a_name_with_a_suffix_is_mentioned_whole() -> None:
    text = "President Joseph R. Moss, Jr. spoke with Prime Minister Asa Lind of Norway today."

    mentions = {actor.mention for claim in meetings(text) for actor in claim.actors}
    assert "President Joseph R. Moss, Jr." in mentions


def test_a_sentence_that_opens_with_a_day_keeps_its_verb() -> None:
    text = (
        "On February 14, the Office of Trade Affairs and the Office of Public Engagement hosted 70 mayors "
        "from across the country as part of a series of events."
    )

    (meeting,) = meetings(text)
    assert meeting.when == "2025-02-14"
    assert {a.name for a in meeting.actors} >= {"Office of Trade Affairs", "Office of Public Engagement"}


def test_a_bare_object_leaves_the_verb_its_subject() -> None:
    (meeting,) = meetings("The Vice President convened state legislators at the town hall.")

    assert {actor.role for actor in meeting.actors} >= {"host", "participant"}


def test_what_somebody_is_to_do_is_still_to_come() -> None:
    (meeting,) = meetings("Minister Anna Roy is to meet with Governor Asa Lind on Tuesday.")

    assert meeting.status == "planned"
    assert meeting.when == "2025-03-04"


def test_where_people_were_is_no_part_of_what_they_are_called() -> None:
    (meeting,) = meetings("Minister Anna Roy hosted state legislators in Oslo on Monday.")

    assert "state legislators" in {actor.name for actor in meeting.actors}


def test_a_town_behind_a_day_or_a_person_is_where_they_met() -> None:
    (meeting,) = meetings("Minister Anna Roy met today with Secretary Antonio Lind in Turku, Finland.")

    assert [place.name for place in meeting.where] == ["Turku", "Finland"]


def test_a_town_in_what_they_spoke_of_is_not_where_they_met() -> None:
    (meeting,) = meetings("Minister Anna Roy met today with Secretary Antonio Lind and discussed the flood in Turku.")

    assert not meeting.where
