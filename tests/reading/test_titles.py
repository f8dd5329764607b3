"""A title tells in other words what stands below it."""

import pytest

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind


def told(kind: Kind, text: str) -> list[Claim]:
    document = open_document(text.encode(), "page.txt", language="fr")
    return [claim for claim in read(document) if claim.kind is kind]


def test_what_the_title_says_was_decided_is_the_decision_of_the_same_people_below() -> None:
    text = (
        "Le Conseil fédéral nomme une nouvelle cheffe de mission\n\n3 mars 2025\n\n"
        "Le Conseil fédéral a élu lundi Anna Roy à la tête de l’office.\n"
    )

    (decision,) = told(Kind.DECISION, text)

    assert decision.evidence.start > text.index("2025")
    assert [passage.text[:10] for passage in decision.also] == ["Le Conseil"]


@pytest.mark.parametrize("heading", ["Rencontre avec le maire Olaf Lind", "Anna Roy s’entretient avec Olaf Lind"])
def test_a_heading_within_the_text_is_told_of_what_stands_below_it(heading: str) -> None:
    text = (
        "Journée au port\n\n3 mars 2025\n\nLa pêche va bien sur toute la côte, disent les habitants du village.\n\n"
        f"{heading}\n\nLa ministre Anna Roy rencontrera mardi le maire Olaf Lind à Turku. Les quais sont neufs.\n"
    )

    (meeting,) = told(Kind.MEETING, text)

    assert (meeting.when, meeting.status) == ("2025-03-04", "planned")


def test_the_decision_of_others_below_is_another_one_than_the_title_tells() -> None:
    text = (
        "Le Conseil fédéral nomme une nouvelle cheffe de mission\n\n3 mars 2025\n\n"
        "L’Union européenne a levé lundi les sanctions contre le royaume.\n"
    )

    assert len(told(Kind.DECISION, text)) == 2
