"""What only the name of a body seems to tell, and whose an effort is that another supports."""

from tenu.document import open_document
from tenu.reading import read
from tenu.record import Claim, Kind


def told(kind: Kind, text: str) -> list[Claim]:
    return [claim for claim in read(open_document(text.encode(), "note.txt", language="fr")) if claim.kind is kind]


def test_aid_in_a_body_s_name_is_no_second_gift() -> None:
    (gift,) = told(Kind.DELIVERY, "L’Aide humanitaire de la Confédération a envoyé 40 respirateurs à la Mongolie.")

    assert [item.name for item in gift.items] == ["respirateurs"]


def test_who_supports_the_efforts_of_a_body_takes_part_in_them() -> None:
    (effort,) = told(Kind.ACTIVITY, "La Norvège soutient les efforts de paix déployés par l’ONU.")

    assert {(actor.role, actor.name) for actor in effort.actors} == {("participant", "Norvège"), ("organiser", "ONU")}
