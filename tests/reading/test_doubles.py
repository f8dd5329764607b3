"""What one French sentence tells by a meeting's noun and by a verb that only says that it is held is one meeting."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind


def meetings(text: str) -> list[Claim]:
    document = open_document(f"Page du port\n\n3 mars 2025\n\n{text}\n".encode(), "page.txt", language="fr")
    return [claim for claim in read(document) if claim.kind is Kind.MEETING]


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("La Norvège participera à une table ronde qui réunira les ministres de la pêche.", "ministres de la pêche"),
        ("La deuxième assemblée de l’alliance, qui s’est tenue à Turku, a duré deux jours.", None),
    ],
)
def test_a_verb_that_says_that_a_meeting_is_held_tells_no_second_one(text: str, somebody: str | None) -> None:
    (meeting,) = meetings(text)

    assert somebody is None or somebody in {actor.name for actor in meeting.actors}
    assert not any("assemblée" in actor.name for actor in meeting.actors)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lundi, l’Alliance tiendra son exercice Haute Digue, un « exercice annuel de sauvetage », au port.", "fr"),
        ("On Monday the Alliance will hold its exercise Long Dyke, an exercise in sea rescue.", "en"),
    ],
)
def test_an_exercise_that_is_described_is_no_second_one(text: str, code: str) -> None:
    document = open_document(f"Page\n\n{text}\n".encode(), "page.txt", language=code, published="2025-03-03")

    efforts = [claim for claim in read(document) if claim.kind is Kind.ACTIVITY]

    assert len(efforts) == 1
