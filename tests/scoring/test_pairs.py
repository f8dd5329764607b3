"""Claims of two languages laid side by side, and who met whom."""

from decimal import Decimal

from score.landed import Scored, fingerprint
from score.pairs import partners
from score.readouts import both_met

from tenu.record import Actor, Claim, Item, Kind, Passage, ReadBy, Role


def actor(name: str, iso: str | None = None, role: Role = Role.PARTICIPANT) -> Actor:
    return Actor(role, name, name, 0, len(name), iso=iso)


def claim(*actors: Actor, kind: Kind = Kind.MEETING, when: str | None = None, amount: int | None = None) -> Claim:
    items = (Item("money", 0, 5, amount=Decimal(amount), currency="CHF"),) if amount else ()
    read_by = ReadBy("test", "1", "test")
    return Claim("1", kind, Passage("They met.", 0, 9), read_by, when=when, actors=actors, items=items)


def test_two_readings_that_name_the_same_country_and_day_agree() -> None:
    french, english = claim(actor("la Suisse", "CHE"), when="2024-05-02"), claim(actor("Switzerland", "CHE"))

    assert partners([french], [english], strictly=False) == 1
    assert partners([french], [english], strictly=True) == 0


def test_two_readings_with_different_amounts_disagree() -> None:
    french, english = claim(kind=Kind.PLEDGE, amount=5), claim(kind=Kind.PLEDGE, amount=6)

    assert partners([french], [english], strictly=False) == 0


def test_a_claim_has_one_partner_at_most() -> None:
    assert partners([claim(), claim()], [claim()], strictly=True) == 1


def test_host_and_counterpart_have_to_be_two_actors_of_one_meeting() -> None:
    title = {"host": "President Biden", "counterpart": "Prime Minister Kishida of Japan"}
    host, guest = actor("President Biden"), actor("Prime Minister Kishida")

    assert both_met(title, [claim(host, guest)])
    assert not both_met(title, [claim(host), claim(guest)])


def test_a_fingerprint_tells_nothing_of_the_words_and_differs_with_them() -> None:
    assert fingerprint("a", "b") != fingerprint("ab")
    assert Scored({}, {fingerprint("a"): "x"}, {}).false == {}
