"""Lists of who was there give the meeting its participants."""

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Kind

PAGE = (
    "Readout of the Minister’s Meeting with Grid Operators\n\nMarch 3, 2025\n\n"
    "Today, Minister Claire Aubert met with Paul Keller to discuss the repair of the grid.\n\n"
    "Participants in today’s meeting included:\n\n"
    "- Anna Lind, Director, Northern Grid - Tom Okafor, Secretary, Department of Roads - Maria Sanz, Head of Relief\n"
)


def test_a_list_of_participants_joins_the_meeting_that_the_page_is_about() -> None:
    document = open_document(PAGE.encode(), "readout.txt")

    meetings = [claim for claim in read(document) if claim.kind is Kind.MEETING]

    actors = next(claim.actors for claim in meetings if any(actor.name == "Paul Keller" for actor in claim.actors))
    assert {"Claire Aubert", "Anna Lind", "Tom Okafor", "Maria Sanz"} <= {actor.name for actor in actors}
    assert all(document.text[actor.start : actor.end] == actor.mention for actor in actors)


def test_a_list_of_something_else_names_nobody() -> None:
    document = open_document(
        PAGE.replace("Participants in today’s meeting included", "They need").encode(), "readout.txt"
    )

    names = {actor.name for claim in read(document) if claim.kind is Kind.MEETING for actor in claim.actors}

    assert "Anna Lind" not in names
