"""One claim for one meeting: named events, titles in fewer words, and what only looks like a meeting."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind


def told(kind: Kind, text: str, title: str = "A day at the ministry") -> list[Claim]:
    document = open_document(f"{title}\n\nMarch 3, 2025\n\n{text}".encode(), "page.txt")
    return [claim for claim in read(document) if claim.kind is kind]


def test_a_title_in_fewer_words_tells_of_the_meeting_below_it() -> None:
    text = "Today, Minister Anna Roy met with a group of labor union leaders to discuss the plan."

    (meeting,) = told(Kind.MEETING, text, "Readout of Minister Roy’s Meeting with Labor Leaders")

    assert meeting.when == "2025-03-03"


def test_a_named_event_is_one_meeting_however_many_attend_it() -> None:
    text = (
        "Minister Anna Roy will represent Norway at the Turku Diplomacy Forum to be held in Finland "
        "from 10 to 12 March.\n\nThe mayors of forty towns will attend the Turku Diplomacy Forum."
    )

    (meeting,) = told(Kind.MEETING, text)

    assert meeting.when == "2025-03-10/2025-03-12"
    assert "Finland" in {place.name for place in meeting.where}
    assert {actor.name for actor in meeting.actors} >= {"Anna Roy"}


def test_who_attends_a_forum_joins_no_programme() -> None:
    assert not told(Kind.ACTIVITY, "Minister Anna Roy will attend the Turku Diplomacy Forum on Friday.")


def test_what_a_body_does_every_year_is_no_one_meeting() -> None:
    assert not told(Kind.MEETING, "The river commission meets every four years.")


def test_a_meeting_of_nobody_without_a_day_is_not_kept() -> None:
    assert not told(Kind.MEETING, "The negotiations on the treaty began in 1986.")


def test_a_counted_group_is_met_whole() -> None:
    (meeting,) = told(Kind.MEETING, "Today, Minister Anna Roy convened more than 30 village mayors from the coast.")

    assert any("mayors" in actor.name for actor in meeting.actors)


def test_what_two_leaders_promise_at_their_meeting_is_promised_that_day() -> None:
    text = (
        "President Anna Roy met with Chancellor Olaf Lind in Oslo on Friday.\n\n"
        "Roy and Lind reaffirmed their commitment to provide humanitarian assistance to the people of Peru."
    )

    (pledge,) = told(Kind.PLEDGE, text)

    assert pledge.when == "2025-02-28"


def test_what_others_promise_has_not_the_day_of_the_meeting() -> None:
    text = (
        "President Anna Roy met with Chancellor Olaf Lind in Oslo on Friday.\n\n"
        "Norway reaffirmed its commitment to provide humanitarian assistance to the people of Peru."
    )

    (pledge,) = told(Kind.PLEDGE, text)

    assert pledge.when is None


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The council approved the 2015 water report at its session on 13 January 2016.", "2016-01-13"),
        ("The council approved the water report in 2015.", "2015"),
        ("Minister Asa Lind will attend the 2016 Turku Water Conference on 4 March 2016.", "2016-03-04"),
    ],
)
def test_a_year_before_a_noun_names_it_and_does_not_say_when_it_was_decided(sentence: str, when: str) -> None:
    [claim] = read(open_document(f"Note\n\n20 January 2016\n\n{sentence}\n".encode(), "note.txt", language="en"))

    assert claim.when == when
